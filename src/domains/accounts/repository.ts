import type { ClockSetting } from '../../core/clock.js';
import type { Account, Prisma, PrismaClient, ResourceGroup } from '../../generated/prisma/client.js';
import type { AccountSettings } from './settings.js';

type Connection = PrismaClient | Prisma.TransactionClient;

export interface NewAccount {
  readonly account: Prisma.AccountCreateManyInput;
  readonly resourceGroup: Prisma.ResourceGroupCreateManyInput;
  readonly apiKeyHash: string | undefined;
}

export const findAccount = (database: Connection, id: string): Promise<Account | null> =>
  database.account.findUnique({ where: { id } });

/** Null also where there is no such account. */
export async function findRequestQuota(database: Connection, id: string): Promise<number | null> {
  const account = await database.account.findUnique({ where: { id }, select: { requestQuota: true } });
  return account?.requestQuota ?? null;
}

export const findAccountByIdOrName = (database: Connection, idOrName: string): Promise<Account | null> =>
  database.account.findFirst({ where: { OR: [{ id: idOrName }, { name: idOrName }] } });

export const listAccounts = (database: Connection): Promise<Account[]> =>
  database.account.findMany({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });

export async function findAccountIdByKey(database: Connection, apiKeyHash: string): Promise<string | undefined> {
  const key = await database.apiKey.findUnique({ where: { hash: apiKeyHash } });
  return key?.accountId;
}

/** The group with that id or name; the default one when none is named. */
export const findResourceGroup = (database: Connection, accountId: string, idOrName: string | undefined): Promise<ResourceGroup | null> =>
  database.resourceGroup.findFirst({
    where: { accountId, ...(idOrName === undefined ? { isDefault: true } : { OR: [{ id: idOrName }, { name: idOrName }] }) },
  });

/**
 * Leaves an account that exists alone, so that many first uses of one key at the same time make one account.
 * Inserts nothing when another account has the name.
 */
export async function insertAccount(database: Connection, { account, resourceGroup, apiKeyHash }: NewAccount): Promise<void> {
  await database.account.createMany({ data: account, skipDuplicates: true });
  if ((await findAccount(database, account.id)) === null) return;
  await database.resourceGroup.createMany({ data: resourceGroup, skipDuplicates: true });
  if (apiKeyHash === undefined) return;
  const { id: accountId, createdAt } = account;
  await database.apiKey.createMany({ data: { hash: apiKeyHash, accountId, createdAt }, skipDuplicates: true });
}

/** Takes the lock of the account's row until the transaction ends; undefined when there is no such account. */
export async function lockAccount(database: Prisma.TransactionClient, id: string): Promise<Account | undefined> {
  const [account] = await database.account.updateManyAndReturn({
    where: { id },
    data: { revision: { increment: 1 } },
  });
  return account;
}

export const saveProgress = (
  database: Prisma.TransactionClient,
  id: string,
  progress: { readonly sequence: number; readonly nextDueAt: Date | null },
): Promise<Account> => database.account.update({ where: { id }, data: progress });

export const saveSettings = (
  database: Prisma.TransactionClient,
  id: string,
  settings: ClockSetting | (AccountSettings & { readonly vlanSpanningModifiedAt?: Date }),
): Promise<Account> => database.account.update({ where: { id }, data: settings });

/** Clusters go first: until then they hold on to VLANs and resource groups, which go with the account. */
export const deleteAccount = (database: PrismaClient, id: string): Promise<boolean> =>
  database.$transaction(async (transaction) => {
    if ((await lockAccount(transaction, id)) === undefined) return false;
    await transaction.cluster.deleteMany({ where: { accountId: id } });
    await transaction.account.delete({ where: { id } });
    return true;
  });
