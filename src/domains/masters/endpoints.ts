import { refuseRequest } from '../../errors/iks-error.js';
import type { Cluster } from '../../generated/prisma/client.js';
import type { AccountTransaction } from '../accounts/scope.js';
import { requireAction } from '../clusters/actions.js';
import { checkEndpoints, requireOptionalPublicEndpoint } from '../clusters/rules.js';
import { changeCluster } from '../clusters/service.js';

const WHAT = 'A change of the service endpoints';

/**
 * Turns service endpoints on or off, which a master refresh should follow (R154). What is so already is left
 * alone. The master stays as it is: clients send the refresh at once after this call.
 * @throws IksError as {@link requireAction}; invalidRequest as {@link checkEndpoints} and
 *   {@link requireOptionalPublicEndpoint}
 */
export async function setEndpoints(
  scope: AccountTransaction,
  cluster: Cluster,
  wanted: Partial<Pick<Cluster, 'publicServiceEndpoint' | 'privateServiceEndpoint'>>,
): Promise<void> {
  requireAction(cluster, 'operate master', WHAT);
  const endpoints = { publicServiceEndpoint: cluster.publicServiceEndpoint, privateServiceEndpoint: cluster.privateServiceEndpoint, ...wanted };
  checkEndpoints(endpoints, scope.account);
  if (cluster.publicServiceEndpoint && !endpoints.publicServiceEndpoint) requireOptionalPublicEndpoint(scope.account);
  await changeCluster(scope, cluster, endpoints);
}

/**
 * R152: once on, the private service endpoint stays. The operation exists and refuses.
 * @throws IksError always
 */
export function refusePrivateEndpointOff(cluster: Cluster): never {
  requireAction(cluster, 'operate master', WHAT);
  refuseRequest('the private service endpoint of a cluster cannot be disabled');
}
