import type { Cluster } from '../../generated/prisma/client.js';
import type { AccountTransaction } from '../accounts/scope.js';
import { refusePrivateEndpointOff, setEndpoints } from './endpoints.js';
import type { UpdateClusterRequest } from './schemas.js';
import { updateMaster } from './service.js';

type Handler = (scope: AccountTransaction, cluster: Cluster, request: UpdateClusterRequest) => Promise<void>;

const handlers: Readonly<Record<UpdateClusterRequest['action'], Handler>> = {
  update: (scope, cluster, { version }) => updateMaster(scope, cluster, version),
  enablePrivateServiceEndpoint: (scope, cluster) => setEndpoints(scope, cluster, { privateServiceEndpoint: true }),
  disablePrivateServiceEndpoint: (_, cluster) => refusePrivateEndpointOff(cluster),
  enablePublicServiceEndpoint: (scope, cluster) => setEndpoints(scope, cluster, { publicServiceEndpoint: true }),
  disablePublicServiceEndpoint: (scope, cluster) => setEndpoints(scope, cluster, { publicServiceEndpoint: false }),
};

/**
 * The v1 call whose `action` says which of the master's operations is meant.
 * @throws IksError whatever that operation throws
 */
export const updateCluster: Handler = (scope, cluster, request) => handlers[request.action](scope, cluster, request);
