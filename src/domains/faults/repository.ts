import type { Prisma } from '../../generated/prisma/client.js';
import type { AccountScope, AccountTransaction } from '../accounts/scope.js';
import type { KnownFault } from './rules.js';

const oldestFirst = [{ createdAt: 'asc' }, { id: 'asc' }] as const satisfies Prisma.FaultOrderByWithRelationInput[];

export const findFaults = async ({ account, database }: AccountScope, id?: string): Promise<KnownFault[]> =>
  (await database.fault.findMany({
    where: { accountId: account.id, ...(id !== undefined && { id }) },
    orderBy: [...oldestFirst],
  })) as unknown as KnownFault[];

export async function insertFault(
  { account, database }: AccountTransaction,
  fault: Omit<KnownFault, 'accountId' | 'matched' | 'struck' | 'struckIds'>,
): Promise<void> {
  const { occasion, ...columns } = fault;
  await database.fault.create({ data: { ...columns, ...(occasion !== null && { occasion }), accountId: account.id } });
}

export async function deleteFault({ account, database }: AccountTransaction, id: string): Promise<void> {
  await database.fault.deleteMany({ where: { accountId: account.id, id } });
}

/** The number of this match, which no other match of the fault gets; undefined when the fault is gone. */
export async function countMatch({ account, database }: AccountScope, id: string): Promise<number | undefined> {
  const [row] = await database.$queryRaw<{ matched: number }[]>`
    UPDATE faults SET matched = matched + 1 WHERE account_id = ${account.id} AND id = ${id} RETURNING matched`;
  return row?.matched;
}

/** Remembers that the fault struck, and which resource that was, where it was one. */
export async function countStrike({ account, database }: AccountScope, id: string, resourceId: string | undefined): Promise<void> {
  await database.$executeRaw`
    UPDATE faults SET struck = struck + 1,
      struck_ids = CASE WHEN ${resourceId ?? null}::text IS NULL THEN struck_ids
        ELSE array_append(array_remove(struck_ids, ${resourceId ?? null}::text), ${resourceId ?? null}::text) END
    WHERE account_id = ${account.id} AND id = ${id}`;
}

const withPlace = {
  pool: { select: { id: true, name: true } },
  cluster: { select: { id: true, name: true } },
  privateVlan: { select: { router: true } },
} as const satisfies Prisma.WorkerInclude;

export type PlacedWorker = Prisma.WorkerGetPayload<{ include: typeof withPlace }>;

export const findWorkers = ({ account, database }: AccountScope, ids: readonly string[]): Promise<PlacedWorker[]> =>
  database.worker.findMany({ where: { accountId: account.id, id: { in: [...ids] } }, include: withPlace, orderBy: { id: 'asc' } });

export const findClusters = ({ account, database }: AccountScope, ids: readonly string[]): Promise<{ id: string; name: string; zone: string }[]> =>
  database.cluster.findMany({
    where: { accountId: account.id, id: { in: [...ids] } },
    select: { id: true, name: true, zone: true },
    orderBy: { id: 'asc' },
  });

/** A resource that a text in a request means. */
export interface NamedResource {
  readonly id: string;
  readonly name: string | null;
  readonly zone: string | null;
  readonly clusterId: string | null;
}

/**
 * Clusters that have one of the words as id or name, pools, workers and ALBs that have one as id, pools of these clusters
 * that have one as name, and the clusters that all these belong to.
 */
export function findNamedResources({ account, database }: AccountScope, words: readonly string[]): Promise<NamedResource[]> {
  const list = [...words];
  return database.$queryRaw<NamedResource[]>`
    WITH named AS (
      SELECT id FROM clusters WHERE account_id = ${account.id} AND (id = ANY (${list}) OR name = ANY (${list}))),
    parts AS (
      SELECT id, NULL AS name, zone, cluster_id FROM workers WHERE account_id = ${account.id} AND id = ANY (${list})
      UNION ALL SELECT id, NULL, zone, cluster_id FROM albs WHERE account_id = ${account.id} AND id = ANY (${list})
      UNION ALL SELECT id, name, NULL, cluster_id FROM worker_pools
        WHERE account_id = ${account.id} AND (id = ANY (${list}) OR (name = ANY (${list}) AND cluster_id IN (SELECT id FROM named))))
    SELECT id, name, zone, cluster_id AS "clusterId" FROM parts
    UNION ALL SELECT id, name, zone, NULL FROM clusters
      WHERE account_id = ${account.id} AND (id IN (SELECT id FROM named) OR id IN (SELECT cluster_id FROM parts))`;
}
