import type { AccountScope } from '../accounts/scope.js';
import type { ClusterCall } from '../clusters/cluster-call.js';
import { findCluster } from '../clusters/service.js';
import { findWorkerPool } from '../worker-pools/service.js';
import type { WorkerWithDetails } from './repository.js';
import { findWorker, listWorkers } from './service.js';
import type { WorkerCall } from './worker-call.js';

/** Which of a cluster's workers a caller asks for. */
interface WorkersRequest extends ClusterCall {
  readonly pool?: string | undefined;
  readonly showDeleted?: boolean | undefined;
}

/**
 * The workers of a cluster, named by id or name, or of one of its pools.
 * @throws IksError clusterNotFound, workerPoolNotFound
 */
export async function listClusterWorkers(scope: AccountScope, request: WorkersRequest): Promise<WorkerWithDetails[]> {
  const { id } = await findCluster(scope, request.cluster, request.region);
  const showDeleted = request.showDeleted ?? false;
  if (request.pool === undefined) return listWorkers(scope, id, { showDeleted });
  const pool = await findWorkerPool(scope, id, request.pool);
  return listWorkers(scope, id, { showDeleted, poolId: pool.id });
}

/** @throws IksError clusterNotFound, workerNotFound */
export async function findClusterWorker(scope: AccountScope, call: WorkerCall): Promise<WorkerWithDetails> {
  const { id } = await findCluster(scope, call.cluster, call.region);
  return findWorker(scope, call.worker, id);
}
