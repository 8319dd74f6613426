import type { AccountScope, AccountTransaction, UnsettledTransaction } from '../domains/accounts/scope.js';
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

const kinds = Object.entries(lifecycleTables).map(([kind, { table }]) => ({ kind, table: Prisma.raw(table) }));

/** The transitions of the account that are due at `until`, of each kind those of its earliest moment. */
export function findDueGroups(scope: AccountScope, until: Date): Promise<DueGroup[]> {
  const { id } = scope.account;
  const groups = kinds.map(
    ({ kind, table }) => Prisma.sql`(
      SELECT DISTINCT ${kind} AS kind, state::text AS "from", next_state::text AS "to", next_state_at AS at
      FROM ${table}
      WHERE account_id = ${id} AND next_state_at <= ${until}
        AND next_state_at = (SELECT min(next_state_at) FROM ${table} WHERE account_id = ${id}))`,
  );
  return scope.database.$queryRaw<DueGroup[]>(Prisma.join(groups, ' UNION ALL '));
}

/** Moves all rows of the group into their new state; answers their ids. */
export async function moveGroup(
  scope: UnsettledTransaction,
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

/** The ids of the group's rows. */
export async function findGroup(scope: AccountScope, { kind, from, to, at }: DueGroup): Promise<string[]> {
  const { table, stateType } = lifecycleTables[kind];
  const type = Prisma.raw(stateType);
  const rows = await scope.database.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT id FROM ${Prisma.raw(table)}
    WHERE account_id = ${scope.account.id} AND next_state_at = ${at} AND state = ${from}::${type} AND next_state = ${to}::${type}`);
  return rows.map(({ id }) => id);
}

/** The ids of all resources of a kind that are in the state. */
export async function findInState(scope: AccountScope, kind: LifecycleKind, state: string): Promise<string[]> {
  const { table, stateType } = lifecycleTables[kind];
  const rows = await scope.database.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT id FROM ${Prisma.raw(table)} WHERE account_id = ${scope.account.id} AND state = ${state}::${Prisma.raw(stateType)}`);
  return rows.map(({ id }) => id);
}

/** Brings rows into a state, out of turn. Without `stateSince` they have been in it all the time. */
export async function moveRows(
  scope: UnsettledTransaction,
  kind: LifecycleKind,
  ids: readonly string[],
  { state, stateSince, nextState, nextStateAt }: Omit<LifecycleColumns<string>, 'stateSince'> & { readonly stateSince: Date | undefined },
): Promise<void> {
  const { table, stateType } = lifecycleTables[kind];
  const type = Prisma.raw(stateType);
  await scope.database.$executeRaw(Prisma.sql`
    UPDATE ${Prisma.raw(table)}
    SET state = ${state}::${type}, state_since = coalesce(${stateSince ?? null}::timestamptz, state_since),
        next_state = ${nextState}::${type}, next_state_at = ${nextStateAt}
    WHERE account_id = ${scope.account.id} AND id = ANY (${[...ids]})`);
}

/** Rows that were held back in a state, for good or until a moment. */
interface HeldRows {
  readonly kind: LifecycleKind;
  readonly ids: readonly string[];
  readonly state: string;
  readonly to: string;
  readonly heldUntil: Date | null;
}

/** Lets those of the rows that are held still take their step now. */
export async function releaseRows(scope: UnsettledTransaction, { kind, ids, state, to, heldUntil }: HeldRows): Promise<void> {
  const { table, stateType } = lifecycleTables[kind];
  const type = Prisma.raw(stateType);
  await scope.database.$executeRaw(Prisma.sql`
    UPDATE ${Prisma.raw(table)} SET next_state = ${to}::${type}, next_state_at = ${scope.now}
    WHERE account_id = ${scope.account.id} AND id = ANY (${[...ids]}) AND state = ${state}::${type}
      AND next_state_at IS NOT DISTINCT FROM ${heldUntil}::timestamptz`);
}

/**
 * Calls off every step that is under way in a cluster, other than its own: what is being deleted makes nothing new. What
 * is leaving already goes on to leave.
 */
export async function cancelStepsIn({ account, database }: AccountTransaction, clusterId: string): Promise<void> {
  for (const { table } of kinds.filter(({ kind }) => kind !== 'cluster')) {
    await database.$executeRaw(Prisma.sql`
      UPDATE ${table} SET next_state = NULL, next_state_at = NULL
      WHERE account_id = ${account.id} AND cluster_id = ${clusterId} AND next_state_at IS NOT NULL
        AND state::text NOT IN ('deleting', 'disabling')`);
  }
}

/** The moment of an account's next transition, null when nothing is due ever: an SQL expression. */
export function nextDueAt(accountId: string): Prisma.Sql {
  const moments = kinds.map(({ table }) => Prisma.sql`(SELECT min(next_state_at) FROM ${table} WHERE account_id = ${accountId})`);
  return Prisma.sql`least(${Prisma.join(moments)})`;
}

/** The moment of the account's next transition, or null when nothing is due ever. */
export async function findNextDueAt({ account, database }: AccountScope): Promise<Date | null> {
  const [row] = await database.$queryRaw<{ at: Date | null }[]>(Prisma.sql`SELECT ${nextDueAt(account.id)} AS at`);
  return row?.at ?? null;
}
