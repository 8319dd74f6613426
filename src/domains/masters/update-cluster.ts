import type { AccountTransaction } from '../accounts/scope.js';
import type { ClusterCall } from '../clusters/cluster-call.js';
import { refusePrivateEndpointOff, setEndpoints } from './endpoints.js';
import type { UpdateClusterRequest } from './schemas.js';
import { updateMaster } from './service.js';

type Handler = (scope: AccountTransaction, call: ClusterCall, request: UpdateClusterRequest) => Promise<void>;

const handlers: Readonly<Record<UpdateClusterRequest['action'], Handler>> = {
  update: (scope, call, { version }) => updateMaster(scope, call, version),
  enablePrivateServiceEndpoint: (scope, call) => setEndpoints(scope, call, { privateServiceEndpoint: true }),
  disablePrivateServiceEndpoint: refusePrivateEndpointOff,
  enablePublicServiceEndpoint: (scope, call) => setEndpoints(scope, call, { publicServiceEndpoint: true }),
  disablePublicServiceEndpoint: (scope, call) => setEndpoints(scope, call, { publicServiceEndpoint: false }),
};

/**
 * The v1 call whose `action` says which of the master's operations is meant.
 * @throws IksError whatever that operation throws
 */
export const updateCluster: Handler = (scope, call, request) => handlers[request.action](scope, call, request);
