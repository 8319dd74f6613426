import { refuseRequest } from '../../errors/iks-error.js';
import type { Cluster } from '../../generated/prisma/client.js';
import type { AccountScope, AccountTransaction } from '../accounts/scope.js';
import type { ClusterCall } from '../clusters/cluster-call.js';
import { requireOptionalPublicEndpoint, requireServiceEndpoints, requireSomeEndpoint } from '../clusters/rules.js';
import { changeCluster, openCluster } from '../clusters/service.js';

const WHAT = 'A change of the service endpoints';

/**
 * Turns service endpoints on or off, which a master refresh should follow (R154). What is so already is left
 * alone. The master stays as it is: clients send the refresh at once after this call.
 * @throws IksError as {@link openCluster}; invalidRequest as {@link requireServiceEndpoints},
 *   {@link requireSomeEndpoint} and {@link requireOptionalPublicEndpoint}
 */
export async function setEndpoints(
  scope: AccountTransaction,
  call: ClusterCall,
  wanted: Partial<Pick<Cluster, 'publicServiceEndpoint' | 'privateServiceEndpoint'>>,
): Promise<void> {
  const cluster = await openCluster(scope, call, 'operate master', WHAT);
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
export async function refusePrivateEndpointOff(scope: AccountScope, call: ClusterCall): Promise<never> {
  await openCluster(scope, call, 'operate master', WHAT);
  refuseRequest('the private service endpoint of a cluster cannot be disabled');
}
