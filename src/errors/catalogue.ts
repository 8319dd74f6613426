import type { ErrorEntry } from './entry.js';
import { ownEntries } from './own-entries.js';
import { rareEntries } from './rare-entries.js';

const listClusters = "To list the clusters you can see, run 'ibmcloud ks cluster ls'.";

/**
 * Every error of the container API: its code, HTTP status, type and text, in one place. A code whose entry
 * says `assumed` is not documented anywhere; the others are quoted in public documents and issue threads.
 * Clients match on some texts: those are pinned by tests.
 *
 * 403, 429 and 5xx make the Go clients repeat a call for 50 s, so they appear only where the real service
 * answers them.
 */
export const errorCatalogue = {
  invalidRequest: {
    status: 400,
    code: 'E0021',
    type: 'General',
    assumed: true,
    text: (problem: string) => `The request is not valid: ${problem}.`,
  },
  missingFields: {
    status: 400,
    code: 'E0020',
    type: 'Provisioning',
    text: (fields: string) => `Required fields are missing: ${fields}.`,
  },
  malformedJson: {
    status: 400,
    code: 'E0022',
    type: 'General',
    assumed: true,
    text: (problem: string) => `The request body cannot be read as JSON: ${problem}.`,
  },
  deprecatedFlavor: {
    status: 400,
    code: 'E0146',
    type: 'Provisioning',
    recoveryCLI: "To list the flavors of a zone, run 'ibmcloud ks flavors --zone <zone>'.",
    text: (flavor: string, replacement: string) =>
      `machineType: the flavor ${flavor} is deprecated${replacement === '' ? '' : `; use ${replacement}`}.`,
  },
  actionNotAllowed: {
    status: 400,
    code: 'E0023',
    type: 'Provisioning',
    assumed: true,
    text: (what: string, state: string, allowed: string) => `${what} is not possible in the state ${state}. Possible now: ${allowed}.`,
  },
  masterNotDeployed: {
    status: 400,
    code: 'Ef9cc',
    type: 'Provisioning',
    text: () => 'The master of the cluster is not deployed yet. Wait until its status is Ready.',
  },
  noPortableSubnet: {
    status: 400,
    code: 'E0025',
    type: 'Provisioning',
    assumed: true,
    text: (vlan: string, zone: string) => `There is no portable subnet with a free address on VLAN ${vlan} in zone ${zone}. Add one to the cluster first.`,
  },
  notAuthenticated: {
    status: 401,
    code: 'A0003',
    type: 'Authentication',
    recoveryCLI: "To log in, run 'ibmcloud login'.",
    text: (problem: string) => `The token cannot be verified: ${problem}.`,
  },
  notAuthorized: {
    status: 403,
    code: 'A0005',
    type: 'Authentication',
    assumed: true,
    recoveryCLI: "To see your access policies, run 'ibmcloud iam user-policies <user>'.",
    text: (needed: string, held: readonly string[]) =>
      `You are not authorized to do this. It needs the platform role ${needed}; you have ${held.length === 0 ? 'none' : held.join(', ')}.`,
  },
  quotaExceeded: {
    status: 403,
    code: 'E60b6',
    type: 'General',
    text: (kind: string, limit: number, used: number, wanted: number) =>
      `The request would exceed the quota of ${kind} per region: the limit is ${limit}, ${used} are in use, and the request adds ${wanted}.`,
  },
  clusterNotFound: {
    status: 404,
    code: 'G0004',
    type: 'General',
    recoveryCLI: listClusters,
    text: () => 'The specified cluster could not be found.',
  },
  workerNotFound: {
    status: 404,
    code: 'E0011',
    type: 'Provisioning',
    recoveryCLI: "To list the workers of a cluster, run 'ibmcloud ks worker ls --cluster <cluster>'.",
    text: () => 'The specified worker node could not be found.',
  },
  workerPoolNotFound: {
    status: 404,
    code: 'E0d40',
    type: 'Provisioning',
    assumed: true,
    recoveryCLI: "To list the worker pools of a cluster, run 'ibmcloud ks worker-pool ls --cluster <cluster>'.",
    text: () => 'The specified worker pool could not be found.',
  },
  albNotFound: {
    status: 404,
    code: 'E0028',
    type: 'Provisioning',
    assumed: true,
    recoveryCLI: "To list the ALBs of a cluster, run 'ibmcloud ks ingress alb ls --cluster <cluster>'.",
    text: () => 'The specified ALB could not be found.',
  },
  subnetNotFound: {
    status: 404,
    code: 'E0013',
    type: 'Provisioning',
    assumed: true,
    recoveryCLI: "To list the subnets, run 'ibmcloud ks subnets --provider classic'.",
    text: () => 'The specified subnet could not be found.',
  },
  addonNotFound: {
    status: 404,
    code: 'E0029',
    type: 'Provisioning',
    assumed: true,
    recoveryCLI: "To list the add-ons of a cluster, run 'ibmcloud ks cluster addon ls --cluster <cluster>'.",
    text: (name: string) => `The add-on ${name} is not enabled in the cluster.`,
  },
  credentialsNotFound: {
    status: 404,
    code: 'E0051',
    type: '',
    recoveryCLI: "To store credentials, run 'ibmcloud ks credential set classic'.",
    text: () => 'No credentials of the classic infrastructure are stored for the region and resource group.',
  },
  apiKeyNotFound: {
    status: 404,
    code: 'E06f9',
    type: '',
    text: () => 'No API key is stored for the region and resource group.',
  },
  zoneNotFound: {
    status: 404,
    code: 'E0012',
    type: 'Provisioning',
    assumed: true,
    recoveryCLI: "To list the zones, run 'ibmcloud ks zone ls --provider classic'.",
    text: (zone: string) => `The specified zone '${zone}' could not be found.`,
  },
  pathNotFound: {
    status: 404,
    code: 'G0005',
    type: 'General',
    assumed: true,
    text: (method: string, path: string) => `There is no operation ${method} ${path}.`,
  },
  methodNotAllowed: {
    status: 405,
    code: 'G0006',
    type: 'General',
    assumed: true,
    text: (method: string, path: string, allowed: string) =>
      `The method ${method} is not allowed for ${path}. Allowed: ${allowed}.`,
  },
  clusterNameTaken: {
    status: 409,
    code: 'E0007',
    type: 'Provisioning',
    recoveryCLI: listClusters,
    text: (name: string, region: string) =>
      `A cluster with the name '${name}' exists in the region ${region}. Choose another name.`,
  },
  workerPoolNameTaken: {
    status: 409,
    code: 'E0d39',
    type: 'Provisioning',
    text: (name: string) => `A worker pool with the name '${name}' exists in the cluster. Choose another name.`,
  },
  alreadyAtVersion: {
    status: 409,
    code: 'E0120',
    type: 'Versions',
    text: (version: string) => `The master already runs the version ${version}.`,
  },
  heldByAnother: {
    status: 409,
    code: 'E0026',
    type: 'Provisioning',
    assumed: true,
    text: (what: string, holder: string) => `${what} is in use by ${holder}.`,
  },
  bodyTooLarge: {
    status: 413,
    code: 'G0007',
    type: 'General',
    assumed: true,
    text: (limit: number) => `The request body is larger than ${limit} bytes.`,
  },
  wrongContentType: {
    status: 415,
    code: 'G0008',
    type: 'General',
    assumed: true,
    text: (contentType: string) => `The content type '${contentType}' is not supported. Send application/json.`,
  },
  tooManyRequests: {
    status: 429,
    code: 'G0029',
    type: 'General',
    assumed: true,
    text: (limit: number, seconds: number) => `More than ${limit} requests within ${seconds} seconds.`,
  },
  internal: {
    status: 500,
    code: 'G0002',
    type: 'General',
    text: () => 'The request could not be handled because of an internal failure.',
  },
  databaseUnavailable: {
    status: 500,
    code: 'A0002',
    type: 'Authentication',
    text: () => 'The database cannot be reached. Try again later.',
  },
  ...rareEntries,
  ...ownEntries,
} as const satisfies Record<string, ErrorEntry>;

export type ErrorKey = keyof typeof errorCatalogue;
