import type { Prisma } from '../../generated/prisma/client.js';
import type { AccountScope, AccountTransaction } from '../accounts/scope.js';

export type AlbWithLease = Prisma.AlbGetPayload<{ include: { lease: true } }>;

export const findAlb = ({ account, database }: AccountScope, id: string): Promise<AlbWithLease | null> =>
  database.alb.findUnique({ where: { accountId_id: { accountId: account.id, id } }, include: { lease: true } });

export const findAlbs = ({ account, database }: AccountScope, where: Pick<Prisma.AlbWhereInput, 'id' | 'clusterId'>): Promise<AlbWithLease[]> =>
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
