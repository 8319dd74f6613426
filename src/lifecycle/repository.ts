import type { AccountScope } from '../domains/accounts/scope.js';
import type { LifecycleColumns } from '../core/lifecycle.js';
import { Prisma } from '../generated/prisma/client.js';
import { type LifecycleKind, lifecycleTables } from './registry.js';

/** Rows of one kind that leave one state for another at the same moment. */
export interface DueGroup {
  readonly kind: LifecycleKind;
  readonly from: string;
  readonly to: string;
  readonly at: Date;
}

const kinds = Object.entries(lifecycleTables).map(([kind, { table }], rank) => ({ kind, table, rank }));

/** The earliest transition of the account that is due at `until`, if any. */
export async function findEarliestDue(scope: AccountScope, until: Date): Promise<DueGroup | undefined> {
  const candidates = kinds.map(
    ({ kind, table, rank }) => Prisma.sql`(
      SELECT ${kind} AS kind, ${rank}::int AS rank, state::text AS "from", next_state::text AS "to", next_state_at AS at
      FROM ${Prisma.raw(table)}
      WHERE account_id = ${scope.account.id} AND next_state_at <= ${until}
      ORDER BY next_state_at, state LIMIT 1)`,
  );
  const [earliest] = await scope.database.$queryRaw<DueGroup[]>(
    Prisma.sql`${Prisma.join(candidates, ' UNION ALL ')} ORDER BY at, rank LIMIT 1`,
  );
  return earliest;
}

/** Moves all rows of the group into their new state; answers their ids. */
export async function moveGroup(
  scope: AccountScope,
  group: DueGroup,
  columns: LifecycleColumns<string>,
): Promise<string[]> {
  const { table, stateType } = lifecycleTables[group.kind];
  const type = Prisma.raw(stateType);
  const moved = await scope.database.$queryRaw<{ id: string }[]>(Prisma.sql`
    UPDATE ${Prisma.raw(table)}
    SET state = ${columns.state}::${type}, state_since = ${columns.stateSince},
        next_state = ${columns.nextState}::${type}, next_state_at = ${columns.nextStateAt}
    WHERE account_id = ${scope.account.id} AND next_state_at = ${group.at}
      AND state = ${group.from}::${type} AND next_state = ${group.to}::${type}
    RETURNING id`);
  return moved.map(({ id }) => id).sort();
}

/** The moment of the account's next transition, or null when nothing is due ever. */
export async function findNextDueAt(scope: AccountScope): Promise<Date | null> {
  const moments = kinds.map(
    ({ table }) => Prisma.sql`(SELECT min(next_state_at) AS at FROM ${Prisma.raw(table)} WHERE account_id = ${scope.account.id})`,
  );
  const [row] = await scope.database.$queryRaw<{ at: Date | null }[]>(
    Prisma.sql`SELECT min(at) AS at FROM (${Prisma.join(moments, ' UNION ALL ')}) AS moments`,
  );
  return row?.at ?? null;
}
