import type { ErrorKey, errorCatalogue } from './catalogue.js';

type Catalogue = typeof errorCatalogue;

/** The errors of the real service; the emulator's own have codes that begin with X. */
export type RealErrorKey = { [Key in ErrorKey]: Catalogue[Key]['code'] extends `X${string}` ? never : Key }[ErrorKey];

/** Details with which an error makes a likely sentence where there is no cause to take them from. */
export const exampleDetails: { readonly [Key in RealErrorKey]: Parameters<Catalogue[Key]['text']> } = {
  invalidRequest: ['workerNum must be 1 or more'],
  missingFields: ['name'],
  malformedJson: ['Unexpected end of JSON input'],
  deprecatedFlavor: ['b2c.4x16', 'b3c.4x16'],
  actionNotAllowed: ['A master update', 'updating', 'delete'],
  masterNotDeployed: [],
  noPortableSubnet: ['1000005', 'dal10'],
  notAuthenticated: ['it has expired'],
  notAuthorized: ['administrator', ['viewer']],
  quotaExceeded: ['clusters', 100, 100, 1],
  clusterNotFound: [],
  workerNotFound: [],
  workerPoolNotFound: [],
  albNotFound: [],
  subnetNotFound: [],
  addonNotFound: ['istio'],
  credentialsNotFound: [],
  apiKeyNotFound: [],
  zoneNotFound: ['dal10'],
  pathNotFound: ['GET', '/v1/clusters'],
  methodNotAllowed: ['GET', '/v1/clusters', 'POST'],
  clusterNameTaken: ['mycluster', 'us-south'],
  workerPoolNameTaken: ['default'],
  alreadyAtVersion: ['1.36.2_1524'],
  heldByAnother: ['The address 169.48.0.130', 'another load balancer'],
  bodyTooLarge: [1_048_576],
  wrongContentType: ['text/plain'],
  tooManyRequests: [200, 10],
  internal: [],
  databaseUnavailable: [],
  providerNotPermitted: [],
  apiKeyNotMade: [],
  webhookInTheWay: [],
  migrationRunning: [],
  tokenNotExchanged: [],
  registryAccessMissing: [],
  clusterOutOfReach: [],
  ingressSecretNotFound: [],
};
