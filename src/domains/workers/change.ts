import { arriveIn } from '../../core/lifecycle.js';
import { dueAfter } from '../../core/durations.js';
import { refuseRequest } from '../../errors/iks-error.js';
import type { Cluster } from '../../generated/prisma/client.js';
import type { AccountScope, AccountTransaction } from '../accounts/scope.js';
import { newestWorkerBuild } from '../catalog/versions.js';
import type { ClusterCall } from '../clusters/cluster-call.js';
import { findCluster } from '../clusters/service.js';
import { findWorkerPool } from '../worker-pools/service.js';
import { requireWorkerAction } from './actions.js';
import { giveAddresses } from './addresses.js';
import { type WorkerAction, workerLifecycle } from './lifecycle.js';
import * as repository from './repository.js';
import type { WorkerOperation } from './schemas.js';
import { createWorkers, deleteWorkers, findWorker } from './service.js';
import type { WorkerCall } from './worker-call.js';

/**
 * R206: what a PUT on a worker asks for. With `force` a reboot or reload goes on when the master cannot be asked.
 * @throws IksError clusterNotFound, workerNotFound, masterNotDeployed, actionNotAllowed
 */
export function operateWorker(scope: AccountTransaction, call: WorkerCall, operation: WorkerOperation, force = false): Promise<void> {
  return operations[operation](scope, call, force);
}

/**
 * R214: workers outside of pools are for clusters older than pools, which no cluster here is.
 * @throws IksError clusterNotFound, and invalidRequest for every cluster
 */
export async function addWorkers(scope: AccountTransaction, { cluster, region }: ClusterCall): Promise<never> {
  await findCluster(scope, cluster, region);
  refuseRequest('workers can only be added to worker pools; resize a pool of the cluster or create another');
}

/**
 * Restarts a worker. Its state stays, and it is not ready until the restart is over (R207), which brings a critical
 * one back too.
 * @throws IksError as {@link operateWorker}
 */
async function rebootWorker(scope: AccountTransaction, call: WorkerCall, force: boolean): Promise<void> {
  const { worker } = await openWorker(scope, call, 'reboot', force);
  await repository.updateWorkers(scope, { id: worker.id }, {
    stateSince: scope.now,
    nextState: 'normal',
    nextStateAt: dueAfter(scope.now, 'worker rebooting', scope.account.speed),
    pendingOperation: 'reboot',
  });
}

/**
 * Installs a worker anew with the newest build of its own minor; its id and addresses stay (R37, R208).
 * @throws IksError as {@link operateWorker}
 */
async function reloadWorker(scope: AccountTransaction, call: WorkerCall, force: boolean): Promise<void> {
  const { worker } = await openWorker(scope, call, 'reload', force);
  await installAnew(scope, worker, worker.version || worker.targetVersion);
}

/**
 * Installs a worker anew with the newest build of its master's minor (R166, R209).
 * @throws IksError as {@link operateWorker}
 */
async function updateWorker(scope: AccountTransaction, call: WorkerCall): Promise<void> {
  const { cluster, worker } = await openWorker(scope, call, 'update');
  await installAnew(scope, worker, cluster.masterVersion);
}

/**
 * Deletes a worker and brings another with a new id and new addresses into the same pool and zone (R210). That
 * one runs the master's minor (R168), or with `update` false the minor of the old one.
 * @throws IksError as {@link operateWorker}
 */
export async function replaceWorker(scope: AccountTransaction, call: WorkerCall, update = true): Promise<void> {
  const { cluster, worker } = await openWorker(scope, call, 'replace');
  const pool = await findWorkerPool(scope, cluster.id, worker.poolId);
  const poolZone = pool.zones.find(({ zone }) => zone === worker.zone);
  if (poolZone === undefined) throw new Error(`The worker ${worker.id} stays in ${worker.zone}, which its pool has left.`);
  const minor = update ? cluster.masterVersion : worker.version || worker.targetVersion;
  const ids = await createWorkers(scope, { cluster, pool, poolZone, count: 1, version: newestWorkerBuild(minor) });
  // Set aside while the old worker still has its own, so that the new one cannot get the same (R37).
  await giveAddresses(scope, ids);
  await deleteWorkers(scope, { id: { in: [worker.id] } }, 'The worker is replaced');
}

/**
 * Deletes a worker. Its pool is unbalanced from then on, since sizePerZone stays (R211).
 * @throws IksError as {@link operateWorker}
 */
export async function removeWorker(scope: AccountTransaction, call: WorkerCall): Promise<void> {
  const { worker } = await openWorker(scope, call, 'remove');
  await deleteWorkers(scope, { id: { in: [worker.id] } }, 'The worker was removed');
}

const operations: Readonly<Record<WorkerOperation, (scope: AccountTransaction, call: WorkerCall, force: boolean) => Promise<void>>> = {
  reboot: rebootWorker,
  reload: reloadWorker,
  update: updateWorker,
};

async function openWorker(
  scope: AccountScope,
  call: WorkerCall,
  action: WorkerAction,
  force = false,
): Promise<{ cluster: Cluster; worker: repository.WorkerWithDetails }> {
  const cluster = await findCluster(scope, call.cluster, call.region);
  const worker = await findWorker(scope, call.worker, cluster.id);
  requireWorkerAction(cluster, worker, action, force);
  return { cluster, worker };
}

async function installAnew(scope: AccountTransaction, worker: repository.WorkerWithDetails, minor: string): Promise<void> {
  await repository.updateWorkers(scope, { id: worker.id }, {
    ...arriveIn(workerLifecycle, 'reload_pending', scope.now, scope.account.speed),
    targetVersion: newestWorkerBuild(minor),
    pendingOperation: '',
    errorMessage: '',
    errorMessageAt: null,
  });
}
