import type { ClockSetting } from '../../core/clock.js';
import type { Account, Prisma, PrismaClient } from '../../generated/prisma/client.js';

type Connection = PrismaClient | Prisma.TransactionClient;

export interface NewAccount {
  readonly account: Prisma.AccountCreateManyInput;
  readonly resourceGroup: Prisma.ResourceGroupCreateManyInput;
  readonly apiKeyHash: string | undefined;
}

export const findAccount = (database: Connection, id: string): Promise<Account | null> =>
  database.account.findUnique({ where: { id } });

export const findAccountByIdOrName = (database: Connection, idOrName: string): Promise<Account | null> =>
  database.account.findFirst({ where: { OR: [{ id: idOrName }, { name: idOrName }] } });

export const listAccounts = (database: Connection): Promise<Account[]> =>
  database.account.findMany({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });

export async function findAccountIdByKey(database: Connection, apiKeyHash: string): Promise<string | undefined> {
  const key = await database.apiKey.findUnique({ where: { hash: apiKeyHash } });
  return key?.accountId;
}

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
  settings: ClockSetting | { readonly [Setting in 'speed' | 'vlanPolicy' | 'clusterQuota' | 'workerQuota']?: Account[Setting] | undefined },
): Promise<Account> => database.account.update({ where: { id }, data: settings as Prisma.AccountUpdateInput });

export async function deleteAccount(database: Connection, id: string): Promise<boolean> {
  const { count } = await database.account.deleteMany({ where: { id } });
  return count > 0;
}
