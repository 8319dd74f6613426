import type { AccountScope, AccountTransaction } from '../../domains/accounts/scope.js';
import { Prisma } from '../../generated/prisma/client.js';
import type { Source } from '../contents/repository.js';
import type { Counts, Rows } from '../contents/rows.js';

/** What a snapshot holds. */
export interface Content {
  /** The account's own columns. */
  readonly account: Readonly<Record<string, unknown>>;
  readonly frozen: boolean;
  readonly tables: Rows;
}

export interface SnapshotSummary {
  readonly name: string;
  readonly createdAt: Date;
  readonly takenAt: Date;
  readonly frozen: boolean;
  readonly holds: Counts;
}

/** Columns of the account that say which it is and how far it got, not how it is. */
const IDENTITY = ['id', 'name', 'created_at', 'revision', 'next_due_at', 'clock_offset', 'clock_frozen_at'];

/** Where the rows of a snapshot are, as an SQL expression. */
export const rowsOf = (accountId: string, name: string): Source =>
  Prisma.sql`(SELECT content -> 'tables' FROM snapshots WHERE account_id = ${accountId} AND name = ${name})`;

/** Saves what is in the account. The number of its last id is still to be written to its row, so it is told. */
export async function saveContents(
  { account, database, now, ids }: AccountTransaction,
  { name, createdAt, tables }: { readonly name: string; readonly createdAt: Date; readonly tables: Source },
): Promise<void> {
  await database.$executeRaw(Prisma.sql`
    INSERT INTO snapshots (account_id, name, created_at, taken_at, content)
    SELECT id, ${name}, ${createdAt}, ${now}, jsonb_build_object(
      'account', (to_jsonb(accounts) - ${IDENTITY}::text[]) || jsonb_build_object('sequence', ${ids.drawn}::int),
      'frozen', clock_frozen_at IS NOT NULL,
      'tables', ${tables})
    FROM accounts WHERE id = ${account.id}`);
}

export async function insertSnapshot(
  { account, database }: AccountTransaction,
  snapshot: { readonly name: string; readonly createdAt: Date; readonly takenAt: Date; readonly content: Content },
): Promise<void> {
  const { content, ...columns } = snapshot;
  await database.snapshot.create({ data: { ...columns, accountId: account.id, content: content as unknown as Prisma.InputJsonObject } });
}

export async function deleteSnapshot({ account, database }: AccountTransaction, name: string): Promise<boolean> {
  const { count } = await database.snapshot.deleteMany({ where: { accountId: account.id, name } });
  return count > 0;
}

export function listSnapshots({ account, database }: AccountScope): Promise<SnapshotSummary[]> {
  return database.$queryRaw<SnapshotSummary[]>`${summaries} WHERE account_id = ${account.id} ORDER BY created_at, name`;
}

export async function findSnapshot({ account, database }: AccountScope, name: string): Promise<SnapshotSummary | undefined> {
  const [found] = await database.$queryRaw<SnapshotSummary[]>`${summaries} WHERE account_id = ${account.id} AND name = ${name}`;
  return found;
}

const summaries = Prisma.sql`
  SELECT name, created_at AS "createdAt", taken_at AS "takenAt", (content -> 'frozen')::boolean AS frozen,
    (SELECT coalesce(jsonb_object_agg(key, jsonb_array_length(value)), '{}') FROM jsonb_each(content -> 'tables')) AS holds
  FROM snapshots`;

export async function findContent({ account, database }: AccountScope, name: string): Promise<{ takenAt: Date; content: Content } | undefined> {
  const row = await database.snapshot.findUnique({ where: { accountId_name: { accountId: account.id, name } } });
  return row === null ? undefined : { takenAt: row.takenAt, content: row.content as unknown as Content };
}

/** The rows of the account as it is now. */
export async function readRows({ database }: AccountScope, tables: Source): Promise<Rows> {
  const [row] = await database.$queryRaw<{ tables: Rows }[]>(Prisma.sql`SELECT ${tables} AS tables`);
  return row?.tables ?? {};
}

/** The columns that say how an account is. */
export async function listAccountColumns(database: Prisma.TransactionClient): Promise<string[]> {
  const columns = await database.$queryRaw<{ name: string }[]>`
    SELECT attname::text AS name FROM pg_attribute
    WHERE attrelid = 'accounts'::regclass AND attnum > 0 AND NOT attisdropped AND attname <> ALL (${IDENTITY}) ORDER BY attnum`;
  return columns.map(({ name }) => name);
}

/** Gives an account the columns that a snapshot of `source` holds; those that it lacks stay. */
export async function restoreAccount({ account, database }: AccountTransaction, source: string, name: string): Promise<{ idSeed: string; sequence: number }> {
  const list = Prisma.raw((await listAccountColumns(database)).map((column) => `"${column}"`).join(', '));
  const [restored] = await database.$queryRaw<{ idSeed: string; sequence: number }[]>(Prisma.sql`
    UPDATE accounts SET (${list}) = (
      SELECT ${list} FROM jsonb_populate_record(accounts, (
        SELECT content -> 'account' FROM snapshots WHERE account_id = ${source} AND name = ${name})))
    WHERE id = ${account.id} RETURNING id_seed AS "idSeed", sequence`);
  if (restored === undefined) throw new Error(`The account ${account.id} went while it was locked.`);
  return restored;
}

/**
 * Tries what `work` writes and takes it back.
 * @returns why Postgres refuses it; the transaction is of no further use then
 */
export async function findRefusal({ database }: AccountTransaction, work: () => Promise<unknown>): Promise<string | undefined> {
  await database.$executeRaw`SAVEPOINT trial`;
  try {
    await work();
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError) return reasonOf(error);
    throw error;
  }
  await database.$executeRaw`ROLLBACK TO SAVEPOINT trial`;
  return undefined;
}

/** The first line of what Postgres says, without what Prisma puts around it. */
function reasonOf(error: Prisma.PrismaClientKnownRequestError): string {
  const { driverAdapterError } = (error.meta ?? {}) as { driverAdapterError?: { cause?: { message?: string; originalMessage?: string } } };
  const { message, originalMessage = message } = driverAdapterError?.cause ?? {};
  return (originalMessage ?? error.message).split('\n')[0] ?? error.message;
}
