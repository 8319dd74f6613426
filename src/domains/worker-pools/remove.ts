import { refuseRequest } from '../../errors/iks-error.js';
import type { AccountTransaction } from '../accounts/scope.js';
import { deleteWorkers } from '../workers/service.js';
import type { PoolCall } from './pool-call.js';
import * as repository from './repository.js';
import { openPool } from './service.js';
import { removeAllZones } from './zones/service.js';

/**
 * Deletes a pool: it is gone at once, and its workers are being deleted. The last pool of a cluster stays (R192).
 * @throws IksError as {@link openPool}, invalidRequest
 */
export async function removeWorkerPool(scope: AccountTransaction, call: PoolCall): Promise<void> {
  const open = await openPool(scope, call, 'To delete a worker pool');
  const { cluster, pool } = open;
  const pools = await repository.findWorkerPools(scope, cluster.id);
  if (pools.length === 1) refuseRequest(`the worker pool ${pool.name} is the last one of the cluster and cannot be deleted`);
  await deleteWorkers(scope, { poolId: pool.id }, 'The worker pool was deleted');
  await repository.updateWorkerPool(scope, pool.id, { deletedAt: scope.now });
  await removeAllZones(scope, open);
}
