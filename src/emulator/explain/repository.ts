import type { AccountScope } from '../../domains/accounts/scope.js';
import { Prisma } from '../../generated/prisma/client.js';
import { type LifecycleKind, lifecycleTables } from '../../lifecycle/registry.js';

/** A row with a lifecycle, of any kind. */
export interface Subject {
  readonly kind: LifecycleKind;
  readonly id: string;
  /** Null for a kind that has no names. */
  readonly name: string | null;
  /** Null for a cluster itself. */
  readonly clusterId: string | null;
  readonly state: string;
  readonly since: Date;
  readonly next: string | null;
  readonly nextAt: Date | null;
}

/** Everything with a lifecycle that an id or a name means. */
export function findSubjects({ account, database }: AccountScope, idOrName: string): Promise<Subject[]> {
  const selects = Object.entries(lifecycleTables).map(
    ([kind, { table }]) => Prisma.sql`
      SELECT ${kind} AS kind, id, to_jsonb(rows) ->> 'name' AS name, to_jsonb(rows) ->> 'cluster_id' AS "clusterId",
        state::text AS state, state_since AS since, next_state::text AS next, next_state_at AS "nextAt"
      FROM ${Prisma.raw(table)} AS rows
      WHERE account_id = ${account.id} AND (id = ${idOrName} OR to_jsonb(rows) ->> 'name' = ${idOrName})`,
  );
  return database.$queryRaw<Subject[]>(Prisma.sql`${Prisma.join(selects, ' UNION ALL ')} ORDER BY id`);
}
