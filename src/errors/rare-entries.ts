import type { ErrorEntry } from './entry.js';

/** Refusals of the real service that nothing leads to here: faults answer them. */
export const rareEntries = {
  providerNotPermitted: {
    status: 400,
    code: 'G3917',
    type: 'Cluster',
    text: () => 'The infrastructure provider of the cluster is not permitted for this call.',
  },
  apiKeyNotMade: {
    status: 400,
    code: 'A03e9b',
    type: 'Authentication',
    text: () => 'IAM did not create the API key for the region and resource group. The account may have as many API keys as it can.',
  },
  webhookInTheWay: {
    status: 400,
    code: 'E0031',
    type: 'Provisioning',
    assumed: true,
    text: () => 'The operation of the master is not possible, since an admission webhook in the cluster is broken.',
  },
  migrationRunning: {
    status: 400,
    code: 'E0032',
    type: 'Provisioning',
    assumed: true,
    text: () => 'The operation of the master is not possible while a migration of resources is running in the cluster.',
  },
  tokenNotExchanged: {
    // assumed: the code and its meaning are known, the status is not
    status: 401,
    code: 'P0005',
    type: 'Authentication',
    text: () => 'The IAM token could not be exchanged: the provided token is not valid.',
  },
  registryAccessMissing: {
    status: 403,
    code: 'E0033',
    type: 'Provisioning',
    assumed: true,
    text: () => 'Access to the container registry could not be set up. You need the role Administrator there.',
  },
  clusterOutOfReach: {
    status: 404,
    code: 'A0006',
    type: 'Authentication',
    text: () => 'The specified cluster could not be found. The resource group or region that you target may be another.',
  },
  ingressSecretNotFound: {
    status: 404,
    code: 'E0024',
    type: 'ALBSecret',
    recoveryCLI: "To list the Ingress secrets of a cluster, run 'ibmcloud ks ingress secret ls --cluster <cluster>'.",
    text: () => 'The specified Ingress secret could not be found.',
  },
} as const satisfies Record<string, ErrorEntry>;
