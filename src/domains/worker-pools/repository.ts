import type { Prisma, WorkerPool, WorkerPoolZone } from '../../generated/prisma/client.js';
import type { AccountScope, AccountTransaction } from '../accounts/scope.js';

const withDetails = {
  zones: { orderBy: { zone: 'asc' } },
  cluster: { select: { region: true } },
} as const satisfies Prisma.WorkerPoolInclude;

export type WorkerPoolWithZones = Prisma.WorkerPoolGetPayload<{ include: typeof withDetails }>;

export const findWorkerPools = ({ account, database }: AccountScope, clusterId: string): Promise<WorkerPoolWithZones[]> =>
  database.workerPool.findMany({
    where: { accountId: account.id, clusterId, deletedAt: null },
    include: withDetails,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });

/** All pools of a cluster that a word may mean: the one with that id and the one with that name. */
export const findByIdOrName = ({ account, database }: AccountScope, clusterId: string, idOrName: string): Promise<WorkerPoolWithZones[]> =>
  database.workerPool.findMany({
    where: { accountId: account.id, clusterId, deletedAt: null, OR: [{ id: idOrName }, { name: idOrName }] },
    include: withDetails,
  });

/** In two statements, where a create with what belongs to it would read all of it again. */
export async function insertWorkerPool(
  { account, database }: AccountTransaction,
  pool: Omit<Prisma.WorkerPoolUncheckedCreateInput, 'accountId' | 'zones' | 'workers'>,
  zones: readonly Omit<Prisma.WorkerPoolZoneCreateManyInput, 'accountId' | 'poolId'>[],
): Promise<WorkerPool & { zones: WorkerPoolZone[] }> {
  const inserted = await database.workerPool.create({ data: { ...pool, accountId: account.id } });
  const data = zones.map((zone) => ({ ...zone, accountId: account.id, poolId: inserted.id }));
  return { ...inserted, zones: await database.workerPoolZone.createManyAndReturn({ data }) };
}

export async function updateWorkerPool(
  { account, database }: AccountTransaction,
  id: string,
  data: Pick<Prisma.WorkerPoolUpdateInput, 'sizePerZone' | 'labels' | 'taints' | 'operatingSystem' | 'deletedAt'>,
): Promise<void> {
  await database.workerPool.update({ where: { accountId_id: { accountId: account.id, id } }, data });
}
