import type { AccountScope, AccountTransaction } from '../../domains/accounts/scope.js';
import { identifiers, insertFrom } from '../../database/new-rows.js';
import { Prisma } from '../../generated/prisma/client.js';
import type { AccountTable, Counts } from './rows.js';

/** What was recorded of an account. */
const RECORDS = ['journal_entries', 'journal_marks'] as const;

/** How an account is reached and what was kept of it: no part of what is in it. */
const OUTSIDE: readonly string[] = ['api_keys', 'snapshots', ...RECORDS];

/** Where rows to write come from: an SQL expression of type jsonb with the shape of `Rows`. */
export type Source = Prisma.Sql;

const identifier = (name: string): Prisma.Sql => identifiers([name]);

const everyRow = (): Prisma.Sql => Prisma.sql`true`;

/** An account is made with its default resource group. */
const rowsMadeLater = (table: string): Prisma.Sql => (table === 'resource_groups' ? Prisma.sql`NOT is_default` : everyRow());

/**
 * Everything in an account as one value, whatever tables there are: in a handful of statements, since foreign
 * keys are checked at the end of each, in no particular order.
 */
export class Contents {
  private known: readonly AccountTable[] | undefined;

  /** Every table that holds what is in accounts, asked for once. A new one needs no mention here. */
  async tables({ database }: Pick<AccountScope, 'database'>): Promise<readonly AccountTable[]> {
    if (this.known !== undefined) return this.known;
    const tables = await readTables(database);
    this.known = tables;
    return tables;
  }

  /** An SQL expression for all rows of an account. */
  async capture({ account, database }: AccountScope): Promise<Source> {
    const parts = (await this.tables({ database })).map(
      ({ name, key }) => Prisma.sql`jsonb_build_object(${name}::text, (
        SELECT coalesce(jsonb_agg(to_jsonb(rows) - 'account_id' ORDER BY ${identifiers(key, 'rows.')}), '[]')
        FROM ${identifier(name)} AS rows WHERE account_id = ${account.id}))`,
    );
    return Prisma.join(parts, ' || ');
  }

  /** Removes everything in an account; answers how much that was. */
  async erase(scope: AccountTransaction): Promise<Counts> {
    const tables = await this.tables(scope);
    return this.remove(scope, tables.map(({ name }) => name), everyRow);
  }

  /**
   * Removes what an account did not have when it was made, and what was recorded of it, and has its clock at real time;
   * answers how much was in it.
   */
  async clear(scope: AccountTransaction): Promise<Counts> {
    const tables = await this.tables(scope);
    const clock = Prisma.sql`clock AS (UPDATE accounts SET clock_frozen_at = NULL, clock_offset = 0 WHERE id = ${scope.account.id})`;
    const removed = await this.remove(scope, [...tables.map(({ name }) => name), ...RECORDS], rowsMadeLater, [clock]);
    return Object.fromEntries(tables.map(({ name }) => [name, removed[name] ?? 0]));
  }

  /**
   * In one statement, whatever order the rows refer to each other in. Meanwhile Postgres looks for no rows that refer to
   * those that go, where it lets the user choose, as it does superusers: nothing can be left that does, and looking takes
   * ten times as long as deleting. Each part reads `unlooked` or `counts`, so that the role changes before the first and
   * back after the last. Postgres reads whose rows they are instead of being told: told, it would plan each time anew,
   * which takes longer than to delete.
   */
  private async remove(
    { account, database }: AccountTransaction,
    tables: readonly string[],
    which: (table: string) => Prisma.Sql,
    also: readonly Prisma.Sql[] = [],
  ): Promise<Counts> {
    const deletes = tables.map((table) => Prisma.sql`${identifier(table)} AS (
      DELETE FROM ${identifier(table)} WHERE account_id = (SELECT id FROM account) AND ${which(table)} AND (SELECT count(*) FROM unlooked) >= 0 RETURNING 1)`);
    const counts = tables.map((table) => Prisma.sql`(SELECT count(*)::int FROM ${identifier(table)}) AS ${identifier(table)}`);
    const [removed] = await database.$queryRaw<{ counts: Counts }[]>(Prisma.sql`
      WITH account AS MATERIALIZED (SELECT ${account.id}::text AS id),
        role AS MATERIALIZED (SELECT FROM pg_roles WHERE rolname = current_user AND rolsuper),
        unlooked AS MATERIALIZED (SELECT set_config('session_replication_role', 'replica', true) FROM role),
        ${Prisma.join([...deletes, ...also])},
        removed AS MATERIALIZED (SELECT to_jsonb(counts) AS counts FROM (SELECT ${Prisma.join(counts)}) AS counts)
      SELECT counts, (SELECT set_config('session_replication_role', 'origin', counts IS NOT NULL) FROM role) FROM removed`);
    return removed?.counts ?? {};
  }

  /**
   * Writes rows into an account that has none. Columns that the source does not know, since it is older than they
   * are, take their defaults.
   */
  async write({ account, database }: AccountTransaction, source: Source): Promise<void> {
    const found = await this.columnsIn(database, source);
    const tables = await this.tables({ database });
    const columns = tables.map(({ name, columns }) => [name, columns.filter((column) => found.get(name)?.includes(column))] as const);
    await insertFrom(database, account.id, new Map(columns), source);
  }

  /** Which columns the rows of each table have in a source. */
  private async columnsIn(database: Prisma.TransactionClient, source: Source): Promise<ReadonlyMap<string, readonly string[]>> {
    const found = await database.$queryRaw<{ table: string; columns: string[] }[]>(Prisma.sql`
      SELECT tables.key AS table, array_agg(DISTINCT columns.name) AS columns
      FROM jsonb_each(${source}) AS tables, jsonb_array_elements(tables.value) AS rows, jsonb_object_keys(rows) AS columns(name)
      GROUP BY tables.key`);
    return new Map(found.map(({ table, columns }) => [table, columns]));
  }
}

async function readTables(database: AccountScope['database']): Promise<readonly AccountTable[]> {
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
