import type { LifecycleColumns } from '../../core/lifecycle.js';
import { insertRows, type NewRows } from '../../database/new-rows.js';
import { Prisma, type Worker } from '../../generated/prisma/client.js';
import type { WorkerState } from '../../generated/prisma/enums.js';
import type { AccountScope, AccountTransaction } from '../accounts/scope.js';

const withDetails = { pool: true, leases: true, cluster: { select: { masterVersion: true } } } as const satisfies Prisma.WorkerInclude;

export type WorkerWithDetails = Prisma.WorkerGetPayload<{ include: typeof withDetails }>;

/** How many workers of a pool of a cluster are in a zone and a state. */
export interface WorkerCount {
  readonly clusterId: string;
  readonly zone: string;
  readonly poolId: string;
  readonly state: WorkerState;
  readonly count: number;
}

type WorkerFilter = Pick<Prisma.WorkerWhereInput, 'id' | 'clusterId' | 'poolId' | 'zone' | 'state' | 'nextState' | 'version' | 'targetVersion'>;

/** The columns that change while a worker lives. */
export type WorkerChange = Partial<LifecycleColumns<WorkerState>> &
  Partial<Pick<Worker, 'version' | 'targetVersion' | 'operatingSystem' | 'pendingOperation' | 'errorMessage' | 'errorMessageAt' | 'reasonForDelete'>>;

export const findWorkers = ({ account, database }: AccountScope, where: WorkerFilter): Promise<WorkerWithDetails[]> =>
  database.worker.findMany({
    where: { ...where, accountId: account.id },
    include: withDetails,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });

/** What the workers are to be given, each build for each pool once: of many workers these are few. */
export const findInstallations = ({ account, database }: AccountScope, ids: readonly string[]) =>
  database.worker.findMany({
    where: { accountId: account.id, id: { in: [...ids] } },
    distinct: ['targetVersion', 'poolId'],
    select: { targetVersion: true, poolId: true, pool: { select: { operatingSystem: true } } },
  });

/** The builds that workers run, each once. */
export async function findVersions({ account, database }: AccountScope, where: WorkerFilter): Promise<string[]> {
  const workers = await database.worker.findMany({ where: { ...where, accountId: account.id }, distinct: ['version'], select: { version: true }, orderBy: { id: 'asc' } });
  return workers.map(({ version }) => version);
}

export const findPlainWorkers = ({ account, database }: AccountScope, where: WorkerFilter): Promise<Worker[]> =>
  database.worker.findMany({ where: { ...where, accountId: account.id }, orderBy: { id: 'asc' } });

/** Deleted workers do not count. */
export async function countWorkers({ account, database }: AccountScope, clusterIds: readonly string[]): Promise<WorkerCount[]> {
  const groups = await database.worker.groupBy({
    by: ['clusterId', 'zone', 'poolId', 'state'],
    where: { accountId: account.id, clusterId: { in: [...clusterIds] }, state: { not: 'deleted' } },
    _count: true,
  });
  return groups.map(({ _count, ...group }) => ({ ...group, count: _count }));
}

/** Deleted workers do not count. */
export async function countWorkersInZones({ account, ask }: AccountScope, zones: readonly string[]): Promise<number> {
  const [counted] = await ask<{ count: number }>(
    Prisma.sql`SELECT count(*) FROM workers WHERE account_id = ${account.id} AND state <> 'deleted' AND zone = ANY (${[...zones]})`,
  );
  return counted?.count ?? 0;
}

export const insertWorkers = ({ account, database }: AccountTransaction, workers: NonNullable<NewRows['workers']>): Promise<void> =>
  insertRows(database, account.id, { workers });

export async function updateWorkers(
  { account, database }: AccountTransaction,
  where: WorkerFilter,
  data: WorkerChange,
): Promise<void> {
  await database.worker.updateMany({ where: { ...where, accountId: account.id }, data });
}
