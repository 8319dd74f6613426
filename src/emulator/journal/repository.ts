import type { Pool } from 'pg';
import type { AccountScope } from '../../domains/accounts/scope.js';
import { Prisma, type JournalEntry, type JournalMark, type PrismaClient } from '../../generated/prisma/client.js';
import type { JournalRecord, RecordedAnswer, RecordedRequest } from './record.js';

/** An account has so many entries, the newest, and so many marks. */
export const MOST_KEPT = 1_000;

/** Whoever holds this advisory lock draws from the sequence, so that entries become visible in its order. */
const SEQUENCE_LOCK = 72_707_370;

export type EntryRow = Omit<JournalEntry, 'request' | 'answer'> & {
  readonly request: RecordedRequest;
  readonly answer: RecordedAnswer | null;
};

/** Which entries are meant. Patterns are LIKE patterns, the fields of bodies JSON. */
export interface EntryFilter {
  readonly operation?: string | undefined;
  readonly method?: string | undefined;
  readonly path?: string | undefined;
  /** From and to which status, both included; `null` for exchanges without an answer. */
  readonly status?: readonly [number, number] | null | undefined;
  readonly requestBody?: string | undefined;
  readonly answerBody?: string | undefined;
  /** The sequence behind which they are, and the one before which. */
  readonly after?: bigint | undefined;
  readonly before?: bigint | undefined;
}

/** Writes a batch in its order. What belongs to an account that is gone by now is left out. */
export async function insertEntries(pool: Pool, records: readonly JournalRecord[]): Promise<void> {
  await pool.query({ ...INSERT_ENTRIES, values: [SEQUENCE_LOCK, `[${records.map(toJson).join()}]`] });
}

/** One statement, for there are many each second: the lock is taken before the first number is drawn. */
const INSERT_ENTRIES = {
  name: 'journal entries',
  text: `
    INSERT INTO journal_entries (account_id, at, request_id, operation_id, method, path, status, duration_ms, fault, request, answer)
    SELECT account_id, at, request_id, operation_id, method, path, status, duration_ms, fault, request, answer
    FROM (
      SELECT batch.* FROM (SELECT pg_advisory_xact_lock($1)) AS lock
      CROSS JOIN ROWS FROM (jsonb_to_recordset($2::jsonb) AS (
        account_id text, at timestamptz, request_id text, operation_id text, method text, path text, status int,
        duration_ms float8, fault jsonb, request jsonb, answer jsonb)) WITH ORDINALITY AS batch
      JOIN accounts ON accounts.id = batch.account_id
      ORDER BY batch.ordinality FOR KEY SHARE OF accounts) AS known`,
};

/**
 * Removes what is older than the entries that an account has. It is not read any more, whether it is removed or not,
 * so what somebody else is removing at this moment is left to them.
 */
export async function removeOldEntries(database: PrismaClient, accounts: readonly string[]): Promise<void> {
  await database.$executeRaw`
    DELETE FROM journal_entries WHERE (account_id, sequence) IN (
      SELECT old.account_id, old.sequence
      FROM (
        SELECT id, (SELECT sequence FROM journal_entries WHERE account_id = id ORDER BY sequence DESC OFFSET ${MOST_KEPT} LIMIT 1) AS last
        FROM unnest(${accounts}::text[]) AS id) AS bound
      JOIN journal_entries AS old ON old.account_id = bound.id AND old.sequence <= bound.last
      FOR UPDATE OF old SKIP LOCKED)`;
}

function toJson(record: JournalRecord): string {
  const { accountId, at, requestId, operationId, method, path, status, durationMs, fault, request, answer } = record;
  const columns = { account_id: accountId, at, request_id: requestId, operation_id: operationId, method, path, status, duration_ms: durationMs };
  return `${JSON.stringify(columns).slice(0, -1)},"fault":${fault},"request":${request},"answer":${answer}}`;
}

/** The first `limit` entries that are meant and come after `cursor`, in order. */
export function listEntries(scope: AccountScope, filter: EntryFilter, { cursor = 0n, limit }: { cursor?: bigint; limit: number }): Promise<EntryRow[]> {
  return scope.database.$queryRaw<EntryRow[]>`
    SELECT account_id AS "accountId", sequence, at, request_id AS "requestId", operation_id AS "operationId", method, path, status,
      duration_ms AS "durationMs", fault, request, answer
    FROM journal_entries WHERE ${where(scope, filter)} AND sequence > ${cursor} ORDER BY sequence LIMIT ${limit}`;
}

export async function countEntries(scope: AccountScope, filter: EntryFilter): Promise<number> {
  const [row] = await scope.database.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM journal_entries WHERE ${where(scope, filter)}`;
  return row?.count ?? 0;
}

function where({ account }: AccountScope, filter: EntryFilter): Prisma.Sql {
  const { operation, method, path, status, requestBody, answerBody, after, before } = filter;
  const conditions = [
    Prisma.sql`account_id = ${account.id}`,
    Prisma.sql`sequence > coalesce((
      SELECT sequence FROM journal_entries WHERE account_id = ${account.id} ORDER BY sequence DESC OFFSET ${MOST_KEPT} LIMIT 1), 0)`,
    ...(operation === undefined ? [] : [Prisma.sql`operation_id LIKE ${operation}`]),
    ...(method === undefined ? [] : [Prisma.sql`method = ${method}`]),
    ...(path === undefined ? [] : [Prisma.sql`path LIKE ${path}`]),
    ...(status === undefined ? [] : [status === null ? Prisma.sql`status IS NULL` : Prisma.sql`status BETWEEN ${status[0]} AND ${status[1]}`]),
    ...(requestBody === undefined ? [] : [Prisma.sql`request -> 'body' -> 'content' @> ${requestBody}::jsonb`]),
    ...(answerBody === undefined ? [] : [Prisma.sql`answer -> 'body' -> 'content' @> ${answerBody}::jsonb`]),
    ...(after === undefined ? [] : [Prisma.sql`sequence > ${after}`]),
    ...(before === undefined ? [] : [Prisma.sql`sequence < ${before}`]),
  ];
  return Prisma.join(conditions, ' AND ');
}

/** The number of the newest entry; 0 where there is none. */
export async function findLastSequence({ database, account }: AccountScope): Promise<bigint> {
  const { _max } = await database.journalEntry.aggregate({ where: { accountId: account.id }, _max: { sequence: true } });
  return _max.sequence ?? 0n;
}

export const findMark = ({ database, account }: AccountScope, name: string): Promise<JournalMark | null> =>
  database.journalMark.findUnique({ where: { accountId_name: { accountId: account.id, name } } });

/** Sets a mark behind all entries that there are, also one that stood elsewhere; undefined when the account is gone. */
export async function saveMark({ database, account }: AccountScope, name: string, createdAt: Date): Promise<JournalMark | undefined> {
  const [mark] = await database.$queryRaw<JournalMark[]>`
    INSERT INTO journal_marks (account_id, name, sequence, created_at)
    SELECT id, ${name}, nextval(pg_get_serial_sequence('journal_entries', 'sequence')), ${createdAt} FROM accounts WHERE id = ${account.id} FOR KEY SHARE
    ON CONFLICT (account_id, name) DO UPDATE SET sequence = excluded.sequence, created_at = excluded.created_at
    RETURNING account_id AS "accountId", name, sequence, created_at AS "createdAt"`;
  await database.$executeRaw`
    DELETE FROM journal_marks WHERE account_id = ${account.id} AND sequence <= (
      SELECT sequence FROM journal_marks WHERE account_id = ${account.id} ORDER BY sequence DESC OFFSET ${MOST_KEPT} LIMIT 1)`;
  return mark;
}

/** Removes all entries and marks, while the account stays: its removal would want the same rows. */
export async function deleteAll({ database, account }: AccountScope): Promise<void> {
  await database.$executeRaw`
    WITH owner AS MATERIALIZED (SELECT id FROM accounts WHERE id = ${account.id} FOR KEY SHARE),
      marks AS (DELETE FROM journal_marks WHERE account_id = (SELECT id FROM owner))
    DELETE FROM journal_entries WHERE account_id = (SELECT id FROM owner)`;
}
