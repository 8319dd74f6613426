import { refuseRequest } from '../../errors/iks-error.js';
import type { Cluster } from '../../generated/prisma/client.js';
import type { AccountTransaction } from '../accounts/scope.js';
import { requireAction } from '../clusters/actions.js';
import { requireOptionalPublicEndpoint, requireServiceEndpoints, requireSomeEndpoint } from '../clusters/rules.js';
import { changeCluster } from '../clusters/service.js';

const WHAT = 'A change of the service endpoints';

/**
 * Turns service endpoints on or off, which a master refresh should follow (R154). What is so already is left
 * alone. The master stays as it is: clients send the refresh at once after this call.
 * @throws IksError as {@link requireAction}; invalidRequest as {@link requireServiceEndpoints},
 *   {@link requireSomeEndpoint} and {@link requireOptionalPublicEndpoint}
 */
export async function setEndpoints(
  scope: AccountTransaction,
  cluster: Cluster,
  wanted: Partial<Pick<Cluster, 'publicServiceEndpoint' | 'privateServiceEndpoint'>>,
): Promise<void> {
  requireAction(cluster, 'operate master', WHAT);
  const { publicServiceEndpoint = cluster.publicServiceEndpoint, privateServiceEndpoint = cluster.privateServiceEndpoint } = wanted;
  const publicGoes = cluster.publicServiceEndpoint && !publicServiceEndpoint;
  const privateComes = !cluster.privateServiceEndpoint && privateServiceEndpoint;
  if (privateComes) requireServiceEndpoints(scope.account);
  requireSomeEndpoint({ publicServiceEndpoint, privateServiceEndpoint });
  if (publicGoes) requireOptionalPublicEndpoint(scope.account);
  if (publicServiceEndpoint === cluster.publicServiceEndpoint && !privateComes) return;
  await changeCluster(scope, cluster, { publicServiceEndpoint, privateServiceEndpoint });
}

/**
 * R152: once on, the private service endpoint stays. The operation exists and refuses.
 * @throws IksError always
 */
export function refusePrivateEndpointOff(cluster: Cluster): never {
  requireAction(cluster, 'operate master', WHAT);
  refuseRequest('the private service endpoint of a cluster cannot be disabled');
}
