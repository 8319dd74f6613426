import { arriveIn, waitIn } from '../../core/lifecycle.js';
import { IksError } from '../../errors/iks-error.js';
import type { Cluster, WorkerPool, WorkerPoolZone } from '../../generated/prisma/client.js';
import type { AccountScope, AccountTransaction } from '../accounts/scope.js';
import { workerLifecycle } from './lifecycle.js';
import * as repository from './repository.js';
import { workerId } from './rules.js';

export const countWorkers = repository.countWorkers;
export const countWorkersInRegion = repository.countWorkersInRegion;

/** The workers of a cluster or of one of its pools; deleted ones only on demand (R212). */
export const listWorkers = (
  scope: AccountScope,
  clusterId: string,
  filter: { readonly poolId?: string; readonly showDeleted: boolean },
): Promise<repository.WorkerWithDetails[]> =>
  repository.findWorkers(scope, {
    clusterId,
    ...(filter.poolId !== undefined && { poolId: filter.poolId }),
    ...(!filter.showDeleted && { state: { not: 'deleted' } }),
  });

/**
 * A worker by its id, in one cluster where that is given (R95).
 * @throws IksError workerNotFound
 */
export async function findWorker(scope: AccountScope, id: string, clusterId?: string): Promise<repository.WorkerWithDetails> {
  const [worker] = await repository.findWorkers(scope, { id, ...(clusterId !== undefined && { clusterId }) });
  if (worker === undefined) throw IksError.of('workerNotFound');
  return worker;
}

/** Where new workers belong and what they run. */
export interface NewWorkers {
  readonly cluster: Pick<Cluster, 'id' | 'name'>;
  readonly pool: Pick<WorkerPool, 'id' | 'name'>;
  readonly poolZone: Pick<WorkerPoolZone, 'zone' | 'privateVlanId' | 'publicVlanId'>;
  readonly count: number;
  readonly version: string;
}

/** Adds workers to a pool in a zone; they wait in provision_pending for the master (R204). */
export async function createWorkers(scope: AccountTransaction, { cluster, pool, poolZone, count, version }: NewWorkers): Promise<void> {
  const workers = Array.from({ length: count }, () => ({
    id: workerId(cluster, pool.name, scope.ids.next()),
    clusterId: cluster.id,
    poolId: pool.id,
    zone: poolZone.zone,
    privateVlanId: poolZone.privateVlanId,
    publicVlanId: poolZone.publicVlanId,
    version: '',
    targetVersion: version,
    createdAt: scope.now,
    ...waitIn('provision_pending', scope.now),
  }));
  await repository.insertWorkers(scope, workers);
}

/** Begins to delete all workers of a cluster (R142). */
export const deleteWorkersOf = (scope: AccountTransaction, clusterId: string, reason: string): Promise<void> =>
  repository.updateWorkers(
    scope,
    { clusterId, state: { notIn: ['deleting', 'deleted'] } },
    { ...arriveIn(workerLifecycle, 'deleting', scope.now, scope.account.speed), reasonForDelete: reason },
  );
