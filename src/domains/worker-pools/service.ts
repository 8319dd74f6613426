import { IksError } from '../../errors/iks-error.js';
import type { Cluster, Prisma } from '../../generated/prisma/client.js';
import type { AccountScope, AccountTransaction } from '../accounts/scope.js';
import type { WorkerVlans } from '../networking/vlans/service.js';
import { countWorkers } from '../workers/service.js';
import * as repository from './repository.js';

/** A pool with how many workers it has in each zone. */
export interface WorkerPoolView extends repository.WorkerPoolWithZones {
  readonly workerCounts: ReadonlyMap<string, number>;
}

/**
 * A pool of a cluster by its id or name.
 * @throws IksError workerPoolNotFound
 */
export async function findWorkerPool(scope: AccountScope, clusterId: string, idOrName: string): Promise<repository.WorkerPoolWithZones> {
  const pool = await repository.findWorkerPool(scope, clusterId, idOrName);
  if (pool === null) throw IksError.of('workerPoolNotFound');
  return pool;
}

export async function listWorkerPools(scope: AccountScope, clusterId: string): Promise<WorkerPoolView[]> {
  return addCounts(scope, clusterId, await repository.findWorkerPools(scope, clusterId));
}

/** @throws IksError workerPoolNotFound */
export async function getWorkerPool(scope: AccountScope, clusterId: string, idOrName: string): Promise<WorkerPoolView> {
  const pool = await findWorkerPool(scope, clusterId, idOrName);
  const [view] = await addCounts(scope, clusterId, [pool]);
  return view ?? { ...pool, workerCounts: new Map() };
}

/** What a new pool is made of; see the columns of the same names. */
export type NewWorkerPool = Pick<
  Prisma.WorkerPoolUncheckedCreateInput,
  'name' | 'flavor' | 'encrypted' | 'isolation' | 'sizePerZone' | 'operatingSystem' | 'entitlement'
>;

/** Adds a pool with one zone to a cluster. The id is the cluster's and 7 hex digits (R181). */
export const createWorkerPool = (
  scope: AccountTransaction,
  cluster: Pick<Cluster, 'id'>,
  pool: NewWorkerPool,
  zone: string,
  { privateVlan, publicVlan }: WorkerVlans,
): Promise<repository.WorkerPoolWithZones> =>
  repository.insertWorkerPool(
    scope,
    { ...pool, id: `${cluster.id}-${scope.ids.hex(7)}`, clusterId: cluster.id, labels: {}, taints: {}, createdAt: scope.now },
    [{ zone, privateVlanId: privateVlan.id, publicVlanId: publicVlan?.id ?? null }],
  );

async function addCounts(
  scope: AccountScope,
  clusterId: string,
  pools: readonly repository.WorkerPoolWithZones[],
): Promise<WorkerPoolView[]> {
  const groups = (await countWorkers(scope, [clusterId])).filter(({ state }) => state !== 'deleting');
  return pools.map((pool) => {
    const workerCounts = new Map<string, number>();
    for (const { poolId, zone, count } of groups) {
      if (poolId === pool.id) workerCounts.set(zone, (workerCounts.get(zone) ?? 0) + count);
    }
    return { ...pool, workerCounts };
  });
}
