import type { AccountTransaction } from '../accounts/scope.js';
import { findBuild } from '../catalog/versions.js';
import { changeCluster, findClustersById } from '../clusters/service.js';
import { setTargetVersion } from '../workers/service.js';

/**
 * R131, R165, R168: masters that were being updated run the new version, and so will workers that are still on
 * their way. After a deployment or a refresh there is nothing to finish.
 */
export async function finishMasterUpdates(scope: AccountTransaction, clusterIds: readonly string[]): Promise<void> {
  for (const cluster of await findClustersById(scope, clusterIds)) {
    if (cluster.pendingVersion === null) continue;
    await changeCluster(scope, cluster, { masterVersion: cluster.pendingVersion, pendingVersion: null });
    await setTargetVersion(scope, cluster.id, findBuild(cluster.pendingVersion)?.worker ?? cluster.pendingVersion);
  }
}
