import { type InfrastructureCredential, Prisma, type RegionApiKey } from '../../generated/prisma/client.js';
import type { AccountScope, AccountTransaction } from '../accounts/scope.js';
import type { Site } from './rules.js';

const keyOf = (accountId: string, { region, resourceGroupId }: Site) => ({
  accountId_region_resourceGroupId: { accountId, region, resourceGroupId },
});

export const findCredential = ({ account, database }: AccountScope, site: Site): Promise<InfrastructureCredential | null> =>
  database.infrastructureCredential.findUnique({ where: keyOf(account.id, site) });

export async function saveCredential(
  { account, database, now }: AccountTransaction,
  { region, resourceGroupId }: Site,
  credential: Pick<InfrastructureCredential, 'username' | 'apiKeyHash'>,
): Promise<void> {
  const values = { ...credential, createdAt: now };
  await database.infrastructureCredential.upsert({
    where: keyOf(account.id, { region, resourceGroupId }),
    create: { ...values, accountId: account.id, region, resourceGroupId },
    update: values,
  });
}

export async function deleteCredential({ account, database }: AccountTransaction, { region, resourceGroupId }: Site): Promise<void> {
  await database.infrastructureCredential.deleteMany({ where: { accountId: account.id, region, resourceGroupId } });
}

export const findRegionKey = ({ account, database }: AccountScope, site: Site): Promise<RegionApiKey | null> =>
  database.regionApiKey.findUnique({ where: keyOf(account.id, site) });

/** The ids of the resource groups that have a key in a region. */
export async function findGroupsWithKey({ account, ask }: AccountScope, region: string): Promise<string[]> {
  const keys = await ask<{ id: string }>(Prisma.sql`SELECT resource_group_id AS id FROM region_api_keys WHERE account_id = ${account.id} AND region = ${region}`);
  return keys.map(({ id }) => id);
}

/** In place of an earlier one. */
export async function saveRegionKey({ account, database }: AccountTransaction, key: Omit<RegionApiKey, 'accountId'>): Promise<void> {
  await database.regionApiKey.upsert({ where: keyOf(account.id, key), create: { ...key, accountId: account.id }, update: key });
}
