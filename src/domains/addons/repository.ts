import type { ClusterAddon, Prisma } from '../../generated/prisma/client.js';
import type { AccountScope, AccountTransaction } from '../accounts/scope.js';

export const findAddons = ({ account, database }: AccountScope, clusterIds: readonly string[]): Promise<ClusterAddon[]> =>
  database.clusterAddon.findMany({
    where: { accountId: account.id, clusterId: { in: [...clusterIds] } },
    orderBy: [{ name: 'asc' }],
  });

export async function insertAddon(
  { account, database }: AccountTransaction,
  addon: Omit<Prisma.ClusterAddonUncheckedCreateInput, 'accountId'>,
): Promise<void> {
  await database.clusterAddon.create({ data: { ...addon, accountId: account.id } });
}

export async function updateAddon(
  { account, database }: AccountTransaction,
  id: string,
  data: Partial<Pick<ClusterAddon, 'version' | 'options' | 'state' | 'stateSince' | 'nextState' | 'nextStateAt'>>,
): Promise<void> {
  await database.clusterAddon.update({ where: { accountId_id: { accountId: account.id, id } }, data });
}

export async function deleteAddons({ account, database }: AccountTransaction, ids: readonly string[]): Promise<void> {
  await database.clusterAddon.deleteMany({ where: { accountId: account.id, id: { in: [...ids] } } });
}
