import { IksError } from '../../errors/iks-error.js';
import type { Cluster, Prisma } from '../../generated/prisma/client.js';
import type { AccountScope, AccountTransaction } from '../accounts/scope.js';
import { requireAction } from '../clusters/actions.js';
import type { ClusterCall } from '../clusters/cluster-call.js';
import { findCluster } from '../clusters/service.js';
import { vlanIdsOf, type WorkerVlans } from '../networking/vlans/service.js';
import { isStaying } from '../workers/lifecycle.js';
import type { WorkerCount } from '../workers/repository.js';
import { countWorkers } from '../workers/service.js';
import type { PoolCall } from './pool-call.js';
import * as repository from './repository.js';
import type { Labels } from './rules.js';

/** A pool with how many workers it has in each zone. */
export interface WorkerPoolView extends repository.WorkerPoolWithZones {
  readonly workerCounts: ReadonlyMap<string, number>;
}

/** A pool that is about to change, with its cluster. */
export interface OpenPool {
  readonly cluster: Cluster;
  readonly pool: repository.WorkerPoolWithZones;
}

/**
 * A pool of a cluster by its id, or else by its name. Deleted pools are not found.
 * @throws IksError workerPoolNotFound
 */
export async function findWorkerPool(scope: AccountScope, clusterId: string, idOrName: string): Promise<repository.WorkerPoolWithZones> {
  const candidates = await repository.findByIdOrName(scope, clusterId, idOrName);
  const pool = candidates.find(({ id }) => id === idOrName) ?? candidates[0];
  if (pool === undefined) throw IksError.of('workerPoolNotFound');
  return pool;
}

/** The pools of a cluster, oldest first, for whom their workers do not matter. */
export const findWorkerPools = repository.findWorkerPools;

/**
 * The pools of a cluster, oldest first.
 * @throws IksError clusterNotFound
 */
export async function listWorkerPools(scope: AccountScope, call: ClusterCall): Promise<WorkerPoolView[]> {
  const { id } = await findCluster(scope, call.cluster, call.region);
  const pools = await repository.findWorkerPools(scope, id);
  const counts = await countStayingWorkers(scope, id);
  return pools.map((pool) => addCounts(pool, counts));
}

/** @throws IksError clusterNotFound, workerPoolNotFound */
export async function getWorkerPool(scope: AccountScope, call: PoolCall): Promise<WorkerPoolView> {
  const { id } = await findCluster(scope, call.cluster, call.region);
  return viewWorkerPool(scope, id, call.pool);
}

/** @throws IksError workerPoolNotFound */
export async function viewWorkerPool(scope: AccountScope, clusterId: string, idOrName: string): Promise<WorkerPoolView> {
  const pool = await findWorkerPool(scope, clusterId, idOrName);
  return addCounts(pool, await countStayingWorkers(scope, clusterId));
}

/**
 * The pool that a caller wants to change, and its cluster. `what` begins the sentence of a refusal.
 * @throws IksError clusterNotFound, workerPoolNotFound, masterNotDeployed, actionNotAllowed
 */
export async function openPool(scope: AccountScope, call: PoolCall, what: string): Promise<OpenPool> {
  const cluster = await findCluster(scope, call.cluster, call.region);
  const pool = await findWorkerPool(scope, cluster.id, call.pool);
  requireAction(cluster, 'change workers', what);
  return { cluster, pool };
}

/** What a new pool is made of; see the columns of the same names. */
export type NewWorkerPool = Pick<
  Prisma.WorkerPoolUncheckedCreateInput,
  'name' | 'flavor' | 'encrypted' | 'isolation' | 'sizePerZone' | 'operatingSystem' | 'entitlement'
> & { readonly labels?: Labels };

/** A zone of a pool and the VLANs that its workers there are on. */
export interface NewPoolZone extends WorkerVlans {
  readonly zone: string;
}

/** A pool that is about to be written, with its zones and without workers. The id is the cluster's and 7 hex digits (R181). */
export function newWorkerPool(
  { ids, now }: AccountTransaction,
  cluster: Pick<Cluster, 'id'>,
  { labels = {}, ...machines }: NewWorkerPool,
  zones: readonly NewPoolZone[],
) {
  const pool = { ...machines, id: `${cluster.id}-${ids.hex(7)}`, clusterId: cluster.id, labels, taints: {}, createdAt: now };
  return { pool, poolZones: zones.map(({ zone, ...vlans }) => ({ poolId: pool.id, zone, ...vlanIdsOf(vlans) })) };
}

const countStayingWorkers = async (scope: AccountScope, clusterId: string): Promise<WorkerCount[]> =>
  (await countWorkers(scope, [clusterId])).filter(({ state }) => isStaying(state));

function addCounts(pool: repository.WorkerPoolWithZones, counts: readonly WorkerCount[]): WorkerPoolView {
  const workerCounts = new Map<string, number>();
  for (const { poolId, zone, count } of counts) {
    if (poolId === pool.id) workerCounts.set(zone, (workerCounts.get(zone) ?? 0) + count);
  }
  return { ...pool, workerCounts };
}
