import type { PrismaClient } from '../../generated/prisma/client.js';

/** A table whose rows belong to accounts, as Postgres knows it. */
export interface AccountTable {
  readonly name: string;
  /** All columns but `account_id`. */
  readonly columns: readonly string[];
  /** What names a row within its account. */
  readonly key: readonly string[];
}

/** How an account is reached and what was recorded of it: no part of what is in it. */
const OUTSIDE: readonly string[] = ['api_keys', 'journal_entries', 'journal_marks', 'snapshots'];

/** Every table that holds what is in accounts. A new one needs no mention here. */
export async function readAccountTables(database: PrismaClient): Promise<readonly AccountTable[]> {
  const tables = await database.$queryRaw<AccountTable[]>`
    SELECT relname::text AS name,
      array(SELECT attname::text FROM pg_attribute
        WHERE attrelid = tables.oid AND attnum > 0 AND NOT attisdropped AND attname <> 'account_id' ORDER BY attnum) AS columns,
      array(SELECT attname::text FROM pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY (indkey)
        WHERE indrelid = tables.oid AND indisprimary AND attname <> 'account_id' ORDER BY attnum) AS key
    FROM pg_class AS tables
    WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'
      AND EXISTS (SELECT FROM pg_attribute WHERE attrelid = tables.oid AND attname = 'account_id')
    ORDER BY relname`;
  return tables.filter(({ name }) => !OUTSIDE.includes(name));
}
