import type { AccountTransaction } from '../accounts/scope.js';
import { releaseClusterSubnets } from '../networking/subnets/service.js';
import { findAttachments, removeUnusedVlans } from '../networking/vlans/service.js';
import * as repository from './repository.js';
import { expiryOf } from './rules.js';
import { changeCluster, takeDown } from './service.js';

/** R101: a free cluster is deleted when its time is over, or as soon as its master is not busy any more. */
export async function scheduleExpiry(scope: AccountTransaction, ids: readonly string[]): Promise<void> {
  const clusters = await repository.findPlainClusters(scope, ids);
  for (const cluster of clusters.filter(({ free }) => free)) {
    const nextStateAt = new Date(Math.max(expiryOf(cluster).getTime(), scope.now.getTime()));
    await changeCluster(scope, cluster, { nextState: 'deleting', nextStateAt });
  }
}

/** What a caller's delete does for other clusters; only free ones come to be deleting by themselves. */
export async function beginExpiredDeletes(scope: AccountTransaction, ids: readonly string[]): Promise<void> {
  for (const cluster of await repository.findPlainClusters(scope, ids)) {
    await takeDown(scope, cluster, 'The time of the free cluster is over');
  }
}

/**
 * R142: a deleted cluster takes its workers, pools, ALBs and their addresses along, and the portable subnets
 * that were ordered for it (R68). VLANs and primary subnets stay, unless the caller wanted resources deleted
 * and nothing else is on them (R141). The provider's VLANs, which only a free cluster is on, go with it.
 */
export async function removeClusters(scope: AccountTransaction, ids: readonly string[]): Promise<void> {
  for (const { id, deleteResources, free } of await repository.findPlainClusters(scope, ids)) {
    const attachments = await findAttachments(scope, [id], 'all');
    await repository.deleteCluster(scope, id);
    await releaseClusterSubnets(scope, id);
    if (deleteResources || free) await removeUnusedVlans(scope, attachments.map(({ vlanId }) => vlanId));
  }
}
