import type { Pool } from 'pg';
import type { ClockSetting } from '../../core/clock.js';
import { type Account, type ApiKey, Prisma, type PrismaClient } from '../../generated/prisma/client.js';
import { nextDueAt } from '../../lifecycle/repository.js';
import type { KeyFacts } from './caller.js';
import type { AccountScope, AccountTransaction } from './scope.js';
import type { AccountSettings } from './settings.js';
import type { OpenTraffic, Traffic } from './traffic.js';

type Connection = PrismaClient | Prisma.TransactionClient;

export interface NewAccount {
  readonly account: Prisma.AccountCreateManyInput;
  readonly resourceGroup: Prisma.ResourceGroupCreateManyInput;
  readonly apiKey: NewApiKey | undefined;
}

export type NewApiKey = Pick<ApiKey, 'hash' | 'id' | 'userEmail' | 'userName' | 'roles'>;

/** The columns of {@link Traffic}. */
const TRAFFIC = `accounts.created_at AS "createdAt", revision, clock_offset AS "clockOffset", clock_frozen_at AS "clockFrozenAt",
  next_due_at AS "nextDueAt", request_quota AS "requestQuota",
  EXISTS (SELECT FROM faults WHERE faults.account_id = accounts.id) AS "hasFaults"`;

export const findAccount = (database: Connection, id: string): Promise<Account | null> =>
  database.account.findUnique({ where: { id } });

/** Undefined where there is no such account. */
export async function findTraffic(database: PrismaClient, id: string): Promise<OpenTraffic | undefined> {
  const [traffic] = await database.$queryRaw<OpenTraffic[]>`SELECT auth::text AS auth, ${Prisma.raw(TRAFFIC)} FROM accounts WHERE id = ${id}`;
  return traffic;
}

export const findAccountByIdOrName = (database: Connection, idOrName: string): Promise<Account | null> =>
  database.account.findFirst({ where: { OR: [{ id: idOrName }, { name: idOrName }] } });

export const listAccounts = (database: Connection): Promise<Account[]> =>
  database.account.findMany({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });

export const findApiKey = (database: Connection, hash: string): Promise<ApiKey | null> => database.apiKey.findUnique({ where: { hash } });

export const getApiKey = (database: Connection, hash: string): Promise<ApiKey> => database.apiKey.findUniqueOrThrow({ where: { hash } });

/** What a request needs to know of the key behind its token, and of that key's account. */
export type KeyInUse = KeyFacts & Pick<ApiKey, 'revokedAt'> & Traffic;

const KEYS_IN_USE = `SELECT api_keys.id, account_id AS "accountId", user_email AS "userEmail", user_name AS "userName",
    roles::text[] AS roles, revoked_at AS "revokedAt", ${TRAFFIC}
  FROM api_keys JOIN accounts ON accounts.id = account_id`;

/** How the keys behind so many tokens are looked up. */
const findKeys = (count: number): string =>
  `${KEYS_IN_USE} WHERE api_keys.id IN (${Array.from({ length: count }, (_, index) => `$${index + 1}`).join()})`;

/** Statements for more keys than that are planned each time, so that connections remember few. */
const MOST_PREPARED = 20;

const prepared = Array.from({ length: MOST_PREPARED }, (_, index) => ({ name: `keys in use ${index + 1}`, text: findKeys(index + 1) }));

/**
 * One statement and nothing between it and Postgres, for every request with a token waits for it. Its text tells how many
 * keys there are: a list as one parameter would have Postgres plan it each time, which takes longer than to run it.
 */
export async function findKeysInUse(pool: Pool, ids: readonly string[]): Promise<KeyInUse[]> {
  const { rows } = await pool.query<KeyInUse & { readonly clockOffset: string }>({
    ...(prepared[ids.length - 1] ?? { text: findKeys(ids.length) }),
    values: [...ids],
  });
  return rows.map((row) => ({ ...row, clockOffset: BigInt(row.clockOffset) }));
}

/** Those that were not revoked. */
export const listApiKeys = ({ database, account }: AccountScope): Promise<ApiKey[]> =>
  database.apiKey.findMany({ where: { accountId: account.id, revokedAt: null }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });

/** Undefined when there is a key of this hash already. */
export async function insertApiKey(
  { database, account }: AccountTransaction,
  key: NewApiKey & Pick<ApiKey, 'createdAt'>,
): Promise<ApiKey | undefined> {
  const [row] = await database.apiKey.createManyAndReturn({ data: { ...key, accountId: account.id }, skipDuplicates: true });
  return row;
}

/** False when the account has no such key, or has it no longer. */
export async function revokeApiKey({ database, account }: AccountTransaction, id: string, revokedAt: Date): Promise<boolean> {
  const { count } = await database.apiKey.updateMany({ where: { id, accountId: account.id, revokedAt: null }, data: { revokedAt } });
  return count === 1;
}

/**
 * Leaves an account that exists alone, so that many first uses of one key at the same time make one account.
 * Inserts nothing when another account has the name.
 */
export async function insertAccount(database: Connection, { account, resourceGroup, apiKey }: NewAccount): Promise<void> {
  await database.account.createMany({ data: account, skipDuplicates: true });
  if ((await findAccount(database, account.id)) === null) return;
  await database.resourceGroup.createMany({ data: resourceGroup, skipDuplicates: true });
  if (apiKey === undefined) return;
  const { id: accountId, createdAt } = account;
  await database.apiKey.createMany({ data: { ...apiKey, accountId, createdAt }, skipDuplicates: true });
}

/** Any number, the same for all: whoever makes several accounts at once waits until others have. */
const BATCHES = 4_570_001;

/** Waits for other transactions that work on several accounts, and has others wait for this one. */
export async function lockBatches(database: Prisma.TransactionClient): Promise<void> {
  await database.$executeRaw`SELECT pg_advisory_xact_lock(${BATCHES}::bigint)`;
}

/** Takes the lock of the account's row until the transaction ends; undefined when there is no such account. */
export async function lockAccount(database: Prisma.TransactionClient, id: string): Promise<Account | undefined> {
  const [account] = await database.account.updateManyAndReturn({
    where: { id },
    data: { revision: { increment: 1 } },
  });
  return account;
}

/** What a change leaves in the account's row: the last number drawn, and when the next transition is due. */
export async function saveProgress(database: Prisma.TransactionClient, id: string, sequence: number): Promise<void> {
  await database.$executeRaw`UPDATE accounts SET sequence = ${sequence}, next_due_at = ${nextDueAt(id)} WHERE id = ${id}`;
}

/** Settings, or the clock. */
export const updateAccount = (
  database: Prisma.TransactionClient,
  id: string,
  columns: ClockSetting | (AccountSettings & { readonly vlanSpanningModifiedAt?: Date }),
): Promise<Account> => database.account.update({ where: { id }, data: columns });

/** Clusters go first: until then they hold on to VLANs and resource groups, which go with the account. */
export const deleteAccount = (database: PrismaClient, id: string): Promise<boolean> =>
  database.$transaction(async (transaction) => {
    if ((await lockAccount(transaction, id)) === undefined) return false;
    await transaction.cluster.deleteMany({ where: { accountId: id } });
    await transaction.account.delete({ where: { id } });
    return true;
  });
