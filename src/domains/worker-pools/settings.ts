import type { AccountTransaction } from '../accounts/scope.js';
import { chooseOperatingSystemOf } from './machines.js';
import type { PoolCall } from './pool-call.js';
import * as repository from './repository.js';
import { type Labels, type Taints, userLabels } from './rules.js';
import { openPool } from './service.js';

/**
 * Sets the user's labels of a pool, in place of those it had (R193). System labels stay (R183).
 * @throws IksError as {@link openPool}, invalidRequest
 */
export async function setLabels(scope: AccountTransaction, call: PoolCall, labels: Labels): Promise<void> {
  const { pool } = await openPool(scope, call, 'To label a worker pool');
  await repository.updateWorkerPool(scope, pool.id, { labels: userLabels(labels, pool.id) });
}

/**
 * Sets the taints of a pool, in place of those it had (R193).
 * @throws IksError as {@link openPool}
 */
export async function setTaints(scope: AccountTransaction, call: PoolCall, taints: Taints): Promise<void> {
  const { pool } = await openPool(scope, call, 'To taint a worker pool');
  await repository.updateWorkerPool(scope, pool.id, { taints });
}

/**
 * Sets the operating system that workers of a pool get from now on; those that are there get it when they are
 * next updated or reloaded.
 * @throws IksError as {@link openPool}, invalidRequest that names the possible ones
 */
export async function setOperatingSystem(scope: AccountTransaction, call: PoolCall, wanted: string): Promise<void> {
  const { cluster, pool } = await openPool(scope, call, 'To change the operating system of a worker pool');
  const operatingSystem = chooseOperatingSystemOf(pool.flavor, wanted, cluster.masterVersion);
  await repository.updateWorkerPool(scope, pool.id, { operatingSystem });
}
