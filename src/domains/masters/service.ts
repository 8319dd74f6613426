import { arriveIn } from '../../core/lifecycle.js';
import type { Cluster } from '../../generated/prisma/client.js';
import type { AccountTransaction } from '../accounts/scope.js';
import { requireAction } from '../clusters/actions.js';
import { clusterLifecycle } from '../clusters/lifecycle.js';
import { changeCluster } from '../clusters/service.js';
import { findWorkerVersions } from '../workers/service.js';
import { checkWorkerLag, chooseUpdate } from './rules.js';

/**
 * Begins to update the master (R163, R164); the version it leads to is pending until then (R131). Workers keep
 * what they run.
 * @throws IksError as {@link requireAction}, {@link chooseUpdate} and {@link checkWorkerLag}
 */
export async function updateMaster(scope: AccountTransaction, cluster: Cluster, version: string | undefined): Promise<void> {
  requireAction(cluster, 'operate master', 'A master update');
  const target = chooseUpdate(cluster, version);
  checkWorkerLag(target, await findWorkerVersions(scope, cluster.id));
  const columns = arriveIn(clusterLifecycle, 'updating', scope.now, scope.account.speed);
  await changeCluster(scope, cluster, { ...columns, pendingVersion: target.master });
}

/**
 * Restarts the API server, so that changes of its configuration take effect: see the arrivals of `deployed`
 * (R154, R293, R296).
 * @throws IksError as {@link requireAction}
 */
export async function refreshMaster(scope: AccountTransaction, cluster: Cluster): Promise<void> {
  requireAction(cluster, 'operate master', 'A master refresh');
  await changeCluster(scope, cluster, arriveIn(clusterLifecycle, 'refreshing', scope.now, scope.account.speed));
}

/**
 * Whether the service may apply patches to the master by itself (R167).
 * @throws IksError as {@link requireAction}
 */
export async function setAutoUpdate(scope: AccountTransaction, cluster: Cluster, autoUpdate: boolean): Promise<void> {
  requireAction(cluster, 'configure', 'A change of the update policy');
  await changeCluster(scope, cluster, { disableAutoUpdate: !autoUpdate });
}
