import type { Cluster } from '../../generated/prisma/client.js';
import type { AccountScope } from '../accounts/scope.js';
import type { ClusterCall } from '../clusters/cluster-call.js';
import { findCluster } from '../clusters/service.js';
import { requireNetworkChange } from './actions.js';

/**
 * The cluster whose subnets or ALBs a call is about to change. `what` begins the sentence of a refusal.
 * @throws IksError clusterNotFound, or as {@link requireNetworkChange}
 */
export async function openForNetworkChange(scope: AccountScope, call: ClusterCall, what: string): Promise<Cluster> {
  const cluster = await findCluster(scope, call.cluster, call.region);
  requireNetworkChange(cluster, what);
  return cluster;
}
