import { refuseRequest } from '../../errors/iks-error.js';
import type { Cluster } from '../../generated/prisma/client.js';
import { requireAction } from '../clusters/actions.js';

/**
 * Whether a cluster's subnets and ALBs may change. `what` begins the sentence of a refusal.
 * @throws IksError masterNotDeployed or actionNotAllowed by its state, and invalidRequest for a free cluster, which has
 *   neither subnets nor ALBs (R101)
 */
export function requireNetworkChange(cluster: Pick<Cluster, 'state' | 'free'>, what: string): void {
  requireAction(cluster, 'change network', what);
  if (cluster.free) refuseRequest(`${what} is not possible in a free cluster, which has neither subnets nor ALBs`);
}
