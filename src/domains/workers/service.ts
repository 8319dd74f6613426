import { arriveIn, waitIn } from '../../core/lifecycle.js';
import { IksError } from '../../errors/iks-error.js';
import type { Cluster, Worker, WorkerPool, WorkerPoolZone } from '../../generated/prisma/client.js';
import type { AccountScope, AccountTransaction } from '../accounts/scope.js';
import { mayBeUsedUp } from '../accounts/quotas.js';
import { zonesMatching } from '../catalog/zones.js';
import { isBeforeMaster } from '../clusters/lifecycle.js';
import { LEAVING, workerLifecycle } from './lifecycle.js';
import * as repository from './repository.js';
import { workerId } from './rules.js';

export const countWorkers = repository.countWorkers;

/** The workers of a region, over all clusters of the account: a cluster has none outside its own. */
export const countWorkersInRegion = (scope: AccountScope, region: string): Promise<number> =>
  repository.countWorkersInZones(scope, zonesMatching(region));

/** Workers of any state. */
export const findWorkersById = (scope: AccountScope, ids: readonly string[]): Promise<Worker[]> =>
  repository.findPlainWorkers(scope, { id: { in: [...ids] } });

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
  readonly cluster: Pick<Cluster, 'id' | 'name' | 'state'>;
  readonly pool: Pick<WorkerPool, 'id' | 'name'>;
  readonly poolZone: Pick<WorkerPoolZone, 'zone' | 'privateVlanId' | 'publicVlanId'>;
  readonly count: number;
  readonly version: string;
}

/** Adds workers to a pool in a zone. Answers their ids. */
export async function createWorkers(scope: AccountTransaction, wanted: NewWorkers): Promise<string[]> {
  const workers = newWorkers(scope, wanted);
  await repository.insertWorkers(scope, workers);
  return workers.map(({ id }) => id);
}

/**
 * Workers of a pool in a zone that are about to be written. They are ordered at once, or wait in provision_pending
 * until the master is deployed (R204).
 */
export function newWorkers(scope: AccountTransaction, { cluster, pool, poolZone, count, version }: NewWorkers) {
  const columns = isBeforeMaster(cluster.state)
    ? waitIn('provision_pending', scope.now)
    : arriveIn(workerLifecycle, 'provision_pending', scope.now, scope.account.speed);
  return Array.from({ length: count }, () => ({
    id: workerId(cluster, pool.name, scope.ids.next()),
    clusterId: cluster.id,
    poolId: pool.id,
    zone: poolZone.zone,
    privateVlanId: poolZone.privateVlanId,
    publicVlanId: poolZone.publicVlanId,
    version: '',
    targetVersion: version,
    createdAt: scope.now,
    ...columns,
  }));
}

/**
 * R196: the region may have that many workers more, over all clusters of the account.
 * @throws IksError quotaExceeded
 */
export async function requireWorkerQuota(scope: AccountTransaction, region: string, wanted: number): Promise<void> {
  const { workerQuota } = scope.account;
  if (wanted === 0 || !mayBeUsedUp(scope, workerQuota, wanted)) return;
  const used = await countWorkersInRegion(scope, region);
  if (used + wanted > workerQuota) throw IksError.of('quotaExceeded', 'workers', workerQuota, used, wanted);
}

/** The builds that the workers of a cluster run, each once. */
export const findWorkerVersions = (scope: AccountScope, clusterId: string): Promise<string[]> =>
  repository.findVersions(scope, { clusterId, state: { notIn: [...LEAVING] }, version: { not: '' } });

/** R168: workers of the cluster that have not been deployed yet will run the build; the others keep theirs (R166). */
export const setTargetVersion = (scope: AccountTransaction, clusterId: string, targetVersion: string): Promise<void> =>
  repository.updateWorkers(scope, { clusterId, version: '', state: { notIn: [...LEAVING] } }, { targetVersion });

/** What is wrong with workers, as of now. */
export const setErrorMessage = (scope: AccountTransaction, ids: readonly string[], errorMessage: string): Promise<void> =>
  repository.updateWorkers(scope, { id: { in: [...ids] } }, { errorMessage, errorMessageAt: scope.now });

/** Whose workers are meant: all of a cluster or a pool, those of a pool in one zone, or single ones. */
export interface WorkerSelection {
  readonly clusterId?: string;
  readonly poolId?: string;
  readonly zone?: string;
  readonly id?: { readonly in: string[] };
}

/** Begins to delete workers, whatever they are doing; callers see `reason` in them. */
export const deleteWorkers = (scope: AccountTransaction, selection: WorkerSelection, reason: string): Promise<void> =>
  repository.updateWorkers(
    scope,
    { ...selection, state: { notIn: [...LEAVING] } },
    { ...arriveIn(workerLifecycle, 'deleting', scope.now, scope.account.speed), pendingOperation: '', reasonForDelete: reason },
  );

/** The workers of a pool that are there to stay: neither deleted nor being deleted. */
export const findStayingWorkers = (scope: AccountScope, poolId: string): Promise<Worker[]> =>
  repository.findPlainWorkers(scope, { poolId, state: { notIn: [...LEAVING] } });
