import type { AccountTransaction } from '../accounts/scope.js';
import { newestWorkerBuild } from '../catalog/versions.js';
import { createWorkers, deleteWorkers, findStayingWorkers, requireWorkerQuota } from '../workers/service.js';
import type { PoolCall } from './pool-call.js';
import * as repository from './repository.js';
import { requireStandard } from './rules.js';
import { planScale } from './scale.js';
import { type OpenPool, openPool } from './service.js';

/**
 * Gives every zone of a pool `sizePerZone` workers, which may be 0 (R186, R188).
 * @throws IksError as {@link openPool}, quotaExceeded (R196)
 */
export async function resizeWorkerPool(scope: AccountTransaction, call: PoolCall, sizePerZone: number): Promise<void> {
  const { cluster, pool } = await openPool(scope, call, 'To resize a worker pool');
  requireStandard(cluster);
  await scaleTo(scope, { cluster, pool }, sizePerZone, 'The worker pool was resized');
  await repository.updateWorkerPool(scope, pool.id, { sizePerZone });
}

/**
 * Brings every zone of a pool back to the size that the pool has (R187), after workers were removed.
 * @throws IksError as {@link openPool}, quotaExceeded (R196)
 */
export async function rebalanceWorkerPool(scope: AccountTransaction, call: PoolCall): Promise<void> {
  const open = await openPool(scope, call, 'To rebalance a worker pool');
  await scaleTo(scope, open, open.pool.sizePerZone, 'The worker pool was rebalanced');
}

async function scaleTo(scope: AccountTransaction, { cluster, pool }: OpenPool, sizePerZone: number, reason: string): Promise<void> {
  const { surplus, missing } = planScale(pool.zones, await findStayingWorkers(scope, pool.id), sizePerZone);
  await requireWorkerQuota(scope, cluster.region, missing.reduce((total, { count }) => total + count, 0));
  await deleteWorkers(scope, { id: { in: surplus.map(({ id }) => id) } }, reason);
  const version = newestWorkerBuild(cluster.masterVersion);
  for (const { poolZone, count } of missing) await createWorkers(scope, { cluster, pool, poolZone, count, version });
}
