import type { AccountScope } from '../../domains/accounts/scope.js';
import { Prisma } from '../../generated/prisma/client.js';
import { lifecycleTables } from '../../lifecycle/registry.js';

/** Where dates in the account's time are, beside the states of lifecycles. */
const DATES: readonly (readonly [table: string, column: string])[] = [
  ['clusters', 'modified_at'],
  ['worker_pools', 'created_at'],
  ['worker_pools', 'deleted_at'],
  ['vlans', 'created_at'],
  ['subnets', 'created_at'],
  ['webhooks', 'created_at'],
  ['tags', 'created_at'],
  ['infrastructure_credentials', 'created_at'],
  ['region_api_keys', 'created_at'],
  ...Object.values(lifecycleTables).map(({ table }) => [table, 'state_since'] as const),
];

/**
 * The moment of the last thing that happened in the account and is still there, or null in an empty one. The default
 * resource group does not count: it is as old as the account, in real time.
 */
export async function findLastChangeAt({ account, database }: AccountScope): Promise<Date | null> {
  const moments = DATES.map(
    ([table, column]) => Prisma.sql`(SELECT max(${Prisma.raw(column)}) AS at FROM ${Prisma.raw(table)} WHERE account_id = ${account.id})`,
  );
  const groups = Prisma.sql`(
    SELECT max(greatest(created_at, updated_at)) FROM resource_groups WHERE account_id = ${account.id} AND NOT is_default)`;
  const [row] = await database.$queryRaw<{ at: Date | null }[]>(
    Prisma.sql`SELECT max(at) AS at FROM (${Prisma.join([...moments, groups], ' UNION ALL ')}) AS moments`,
  );
  return row?.at ?? null;
}
