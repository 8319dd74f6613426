import { arriveIn } from '../../core/lifecycle.js';
import type { AccountTransaction } from '../accounts/scope.js';
import type { ClusterCall } from '../clusters/cluster-call.js';
import { clusterLifecycle } from '../clusters/lifecycle.js';
import { changeCluster, openCluster } from '../clusters/service.js';
import { findWorkerVersions } from '../workers/service.js';
import { checkWorkerLag, chooseUpdate } from './rules.js';

/**
 * Begins to update the master (R163, R164); the version it leads to is pending until then (R131). Workers keep
 * what they run.
 * @throws IksError as {@link openCluster}, {@link chooseUpdate} and {@link checkWorkerLag}
 */
export async function updateMaster(scope: AccountTransaction, call: ClusterCall, version: string | undefined): Promise<void> {
  const cluster = await openCluster(scope, call, 'operate master', 'A master update');
  const target = chooseUpdate(cluster, version);
  checkWorkerLag(target, await findWorkerVersions(scope, cluster.id));
  const columns = arriveIn(clusterLifecycle, 'updating', scope.now, scope.account.speed);
  await changeCluster(scope, cluster, { ...columns, pendingVersion: target.master });
}

/**
 * Restarts the API server, so that changes of its configuration take effect: see the arrivals of `deployed`
 * (R154, R293, R296).
 * @throws IksError as {@link openCluster}
 */
export async function refreshMaster(scope: AccountTransaction, call: ClusterCall): Promise<void> {
  const cluster = await openCluster(scope, call, 'operate master', 'A master refresh');
  await changeCluster(scope, cluster, arriveIn(clusterLifecycle, 'refreshing', scope.now, scope.account.speed));
}

/**
 * Whether the service may apply patches to the master by itself (R167).
 * @throws IksError as {@link openCluster}
 */
export async function setAutoUpdate(scope: AccountTransaction, call: ClusterCall, autoUpdate: boolean): Promise<void> {
  const cluster = await openCluster(scope, call, 'configure', 'A change of the update policy');
  await changeCluster(scope, cluster, { disableAutoUpdate: !autoUpdate });
}
