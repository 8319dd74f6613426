import { Prisma, type ResourceGroup } from '../../generated/prisma/client.js';
import type { AccountScope, AccountTransaction } from '../accounts/scope.js';

/** What others need to know of a group. */
export type GroupOfResources = Pick<ResourceGroup, 'id' | 'name'>;

/** The group with that id or else with that name; the default one where nothing is named. */
export async function findByIdOrName({ account, ask }: AccountScope, idOrName: string | undefined): Promise<GroupOfResources | undefined> {
  const isMeant = idOrName === undefined ? Prisma.sql`is_default` : Prisma.sql`(id = ${idOrName} OR name = ${idOrName}) ORDER BY id = ${idOrName} DESC`;
  const [group] = await ask<GroupOfResources>(Prisma.sql`SELECT id, name FROM resource_groups WHERE account_id = ${account.id} AND ${isMeant} LIMIT 1`);
  return group;
}

export const findById = ({ account, database }: AccountScope, id: string): Promise<ResourceGroup | null> =>
  database.resourceGroup.findUnique({ where: { accountId_id: { accountId: account.id, id } } });

export const findByName = ({ account, database }: AccountScope, name: string): Promise<ResourceGroup | null> =>
  database.resourceGroup.findUnique({ where: { accountId_name: { accountId: account.id, name } } });

/** Oldest first. */
export const findGroups = ({ account, database }: AccountScope, where: Pick<Prisma.ResourceGroupWhereInput, 'name' | 'isDefault'>): Promise<ResourceGroup[]> =>
  database.resourceGroup.findMany({ where: { ...where, accountId: account.id }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });

export const countClusters = ({ account, database }: AccountScope, { id }: Pick<ResourceGroup, 'id'>): Promise<number> =>
  database.cluster.count({ where: { accountId: account.id, resourceGroupId: id } });

export const insertGroup = (
  { account, database }: AccountTransaction,
  group: Omit<Prisma.ResourceGroupUncheckedCreateInput, 'accountId'>,
): Promise<ResourceGroup> => database.resourceGroup.create({ data: { ...group, accountId: account.id } });

export const renameGroup = ({ account, database, now }: AccountTransaction, id: string, name: string): Promise<ResourceGroup> =>
  database.resourceGroup.update({ where: { accountId_id: { accountId: account.id, id } }, data: { name, updatedAt: now } });

/** What is kept for the group, such as infrastructure credentials, goes with it. */
export async function deleteGroup({ account, database }: AccountTransaction, id: string): Promise<void> {
  await database.resourceGroup.delete({ where: { accountId_id: { accountId: account.id, id } } });
}
