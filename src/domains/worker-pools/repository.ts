import { insertRows, type NewRows } from '../../database/new-rows.js';
import type { Prisma } from '../../generated/prisma/client.js';
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

/** With its zones and the workers in them. */
export const insertWorkerPool = (
  { account, database }: AccountTransaction,
  rows: Pick<NewRows, 'worker_pools' | 'worker_pool_zones' | 'workers'>,
): Promise<void> => insertRows(database, account.id, rows);

export async function updateWorkerPool(
  { account, database }: AccountTransaction,
  id: string,
  data: Pick<Prisma.WorkerPoolUpdateInput, 'sizePerZone' | 'labels' | 'taints' | 'operatingSystem' | 'deletedAt'>,
): Promise<void> {
  await database.workerPool.update({ where: { accountId_id: { accountId: account.id, id } }, data });
}
