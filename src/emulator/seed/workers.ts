import type { AccountTransaction } from '../../domains/accounts/scope.js';
import { findWorkerPool } from '../../domains/worker-pools/service.js';
import { findWorker, listWorkers } from '../../domains/workers/service.js';
import { makeCritical } from '../../lifecycle/diversions.js';
import type { Path } from '../../operations/yaml-source.js';
import { armFault, disarmFault } from '../faults/service.js';
import type { ClusterSeed } from './cluster-schemas.js';
import type { ClusterPlan } from './plan.js';
import { blame, SeedProblem } from './problem.js';

type WorkerSeed = NonNullable<ClusterSeed['workers']>[number];

/** A worker that is to go wrong, and the fault that waits for it until it does. */
export interface Breakage {
  readonly path: Path;
  readonly workerId: string;
  readonly seed: WorkerSeed;
  readonly faultId: string | undefined;
}

/** Faults of workers and masters need to know of no operations of the API. */
const NO_OPERATIONS: ReadonlySet<string> = new Set();

const faultOf = { provision_failed: 'provisioning-fails', deploy_failed: 'deployment-fails' } as const;

/**
 * Prepares what is to go wrong with the workers of some of the pools, just after they were made: what fails on the
 * way is struck by a fault when its moment comes.
 * @throws SeedProblem for a pool or a worker that there is not
 */
export async function plotBreakages(
  scope: AccountTransaction,
  clusterId: string,
  { seed, path }: ClusterPlan,
  isMeant: (pool: string) => boolean,
): Promise<Breakage[]> {
  const breakages: Breakage[] = [];
  for (const [index, worker] of (seed.workers ?? []).entries()) {
    if (!isMeant(worker.pool)) continue;
    const workerPath = [...path, 'workers', index];
    const workerId = await findNumbered(scope, clusterId, worker, workerPath);
    breakages.push({ path: workerPath, workerId, seed: worker, faultId: await plot(scope, workerId, worker) });
  }
  return breakages;
}

/**
 * Makes the workers critical that are to be, and a cluster that is to be in the state warning or critical.
 * @returns how many faults are left armed
 * @throws SeedProblem where a worker is not in its state
 */
export async function breakWorkers(scope: AccountTransaction, clusterId: string, { seed, path }: ClusterPlan, breakages: readonly Breakage[]): Promise<number> {
  requireAllPlotted(seed, path, breakages);
  for (const breakage of breakages) await finishBreakage(scope, breakage);
  if (seed.state === 'warning' && breakages.length === 0) {
    const number = 1;
    const pool = seed.defaultWorkerPoolName ?? 'default';
    await makeCritical(scope, await findNumbered(scope, clusterId, { pool, number }, [...path, 'state']));
  }
  if (seed.state !== 'critical') return 0;
  await blame([...path, 'state'], () => armFault(scope, { effect: { type: 'master-unavailable' }, resource: clusterId }, NO_OPERATIONS));
  return 1;
}

async function plot(scope: AccountTransaction, workerId: string, { state, condition }: WorkerSeed): Promise<string | undefined> {
  if (state === 'critical') return undefined;
  const { id } = await armFault(scope, { effect: { type: faultOf[state], condition }, resource: workerId, when: { first: 1 } }, NO_OPERATIONS);
  return id;
}

async function finishBreakage(scope: AccountTransaction, { path, workerId, seed, faultId }: Breakage): Promise<void> {
  const before = await findWorker(scope, workerId);
  if (faultId !== undefined) await disarmFault(scope, faultId);
  else if (before.state === 'normal') await makeCritical(scope, workerId, seed.condition);
  const { state } = await findWorker(scope, workerId);
  if (state !== seed.state) throw new SeedProblem([...path, 'state'], `must go with the rest: at the age of the cluster and the speed of the account the worker is ${state}`);
}

async function findNumbered(scope: AccountTransaction, clusterId: string, { pool, number }: Pick<WorkerSeed, 'pool' | 'number'>, path: Path): Promise<string> {
  const { id: poolId } = await blame(path, () => findWorkerPool(scope, clusterId, pool));
  const workers = await listWorkers(scope, clusterId, { poolId, showDeleted: false });
  const worker = workers[number - 1];
  if (worker === undefined) throw new SeedProblem(path, `the pool ${pool} has ${workers.length} workers, and so no number ${number}`);
  return worker.id;
}

/** A worker of no pool that was made has nobody to go wrong. */
function requireAllPlotted({ workers = [] }: ClusterSeed, path: Path, breakages: readonly Breakage[]): void {
  const missing = workers.findIndex((worker) => !breakages.some(({ seed }) => seed === worker));
  if (missing >= 0) throw new SeedProblem([...path, 'workers', missing, 'pool'], `'${workers[missing]?.pool ?? ''}' is no pool of the cluster`);
}
