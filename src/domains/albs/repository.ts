import type { LifecycleColumns } from '../../core/lifecycle.js';
import type { Alb, Prisma } from '../../generated/prisma/client.js';
import type { AlbState } from '../../generated/prisma/enums.js';
import type { AccountScope, AccountTransaction } from '../accounts/scope.js';

export type AlbWithLease = Prisma.AlbGetPayload<{ include: { lease: true } }>;

export const findAlb = ({ account, database }: AccountScope, id: string): Promise<AlbWithLease | null> =>
  database.alb.findUnique({ where: { accountId_id: { accountId: account.id, id } }, include: { lease: true } });

export const findAlbs = ({ account, database }: AccountScope, where: Pick<Prisma.AlbWhereInput, 'id' | 'clusterId' | 'enabled' | 'lastAddress'>): Promise<AlbWithLease[]> =>
  database.alb.findMany({
    where: { ...where, accountId: account.id },
    include: { lease: true },
    orderBy: [{ number: 'asc' }, { side: 'desc' }],
  });

export async function insertAlb(
  { account, database }: AccountTransaction,
  alb: Omit<Prisma.AlbUncheckedCreateInput, 'accountId'>,
): Promise<void> {
  await database.alb.create({ data: { ...alb, accountId: account.id } });
}

export async function updateAlb(
  { account, database }: AccountTransaction,
  id: string,
  data: Partial<LifecycleColumns<AlbState>> &
    Partial<Pick<Alb, 'enabled' | 'disableDeployment' | 'lastAddress' | 'build' | 'previousBuild'>>,
): Promise<void> {
  await database.alb.update({ where: { accountId_id: { accountId: account.id, id } }, data });
}

export async function deleteAlbs({ account, database }: AccountTransaction, clusterId: string, zone: string): Promise<void> {
  await database.alb.deleteMany({ where: { accountId: account.id, clusterId, zone } });
}
