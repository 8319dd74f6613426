import type { AccountTransaction } from '../accounts/scope.js';
import { releaseClusterSubnets } from '../networking/subnets/service.js';
import { removeUnusedVlans } from '../networking/vlans/service.js';
import * as repository from './repository.js';
import { vlanIdsOf } from './view.js';

/**
 * R142: a deleted cluster takes its workers, pools, ALBs and their addresses along, and the portable subnets
 * that were ordered for it (R68). VLANs and primary subnets stay, unless the caller wanted resources deleted
 * and nothing else is on them (R141).
 */
export async function removeClusters(scope: AccountTransaction, ids: readonly string[]): Promise<void> {
  for (const cluster of await repository.findClusters(scope, { id: { in: [...ids] } })) {
    await repository.deleteCluster(scope, cluster.id);
    await releaseClusterSubnets(scope, cluster.id);
    if (cluster.deleteResources) await removeUnusedVlans(scope, vlanIdsOf(cluster));
  }
}
