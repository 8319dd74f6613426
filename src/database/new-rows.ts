import { Prisma } from '../generated/prisma/client.js';

type Row<Input> = Omit<Input, 'accountId'>;

/** Rows that an account gets, by their table. */
export interface NewRows {
  readonly clusters?: readonly Row<Prisma.ClusterCreateManyInput>[];
  readonly worker_pools?: readonly Row<Prisma.WorkerPoolCreateManyInput>[];
  readonly worker_pool_zones?: readonly Row<Prisma.WorkerPoolZoneCreateManyInput>[];
  readonly workers?: readonly Row<Prisma.WorkerCreateManyInput>[];
  readonly zone_networks?: readonly Row<Prisma.ZoneNetworkCreateManyInput>[];
  readonly region_api_keys?: readonly Row<Prisma.RegionApiKeyCreateManyInput>[];
}

/** Inserts all of them by one statement, whatever order they refer to each other in. A column that no row of a table has takes its default. */
export async function insertRows(database: Prisma.TransactionClient, accountId: string, rows: NewRows): Promise<void> {
  const tables = Object.entries(rows as Record<string, readonly object[]>).map(([table, ofTable]) => [table, ofTable.map(toColumns)] as const);
  const columns = new Map(tables.map(([table, ofTable]) => [table, [...new Set(ofTable.flatMap((row) => Object.keys(row)))]]));
  await insertFrom(database, accountId, columns, Prisma.sql`${JSON.stringify(Object.fromEntries(tables))}::jsonb`);
}

/**
 * As {@link insertRows}, from JSON that the database makes or has.
 * @param columns which columns the rows of each table have
 * @param source an expression for an object that has a list of rows for each table, as Postgres prints them
 */
export async function insertFrom(
  database: Prisma.TransactionClient,
  accountId: string,
  columns: ReadonlyMap<string, readonly string[]>,
  source: Prisma.Sql,
): Promise<void> {
  const inserts = [...columns].flatMap(([table, written]) => {
    if (written.length === 0) return [];
    return Prisma.sql`${identifiers([`new ${table}`])} AS (
      INSERT INTO ${identifiers([table])} (account_id, ${identifiers(written)})
      SELECT ${accountId}, ${identifiers(written, 'rows.')}
      FROM source, jsonb_populate_recordset(NULL::${identifiers([table])}, source.rows -> ${table}) AS rows)`;
  });
  if (inserts.length === 0) return;
  await database.$executeRaw(Prisma.sql`WITH source AS MATERIALIZED (SELECT (${source}) AS rows), ${Prisma.join(inserts)} SELECT`);
}

/** Names, as SQL has them. */
export const identifiers = (names: readonly string[], prefix = ''): Prisma.Sql =>
  Prisma.raw(names.map((name) => `${prefix}"${name}"`).join(', '));

/** Columns are called as the schema's fields are, in the way of SQL: `clusterId` is `cluster_id`. */
const toColumns = (row: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([, value]) => value !== undefined)
      .map(([field, value]) => [field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value as unknown]),
  );
