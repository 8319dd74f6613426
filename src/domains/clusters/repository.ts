import { insertRows, type NewRows } from '../../database/new-rows.js';
import type { LifecycleColumns } from '../../core/lifecycle.js';
import { type Cluster, Prisma } from '../../generated/prisma/client.js';
import type { ClusterState } from '../../generated/prisma/enums.js';
import type { AccountScope, AccountTransaction } from '../accounts/scope.js';

const withDetails = {
  resourceGroup: true,
  pools: { select: { zones: { select: { zone: true } } } },
} as const satisfies Prisma.ClusterInclude;

export type ClusterWithDetails = Prisma.ClusterGetPayload<{ include: typeof withDetails }>;

const oldestFirst = [{ createdAt: 'asc' }, { id: 'asc' }] as const satisfies Prisma.ClusterOrderByWithRelationInput[];

type ClusterFilter = Pick<Prisma.ClusterWhereInput, 'id' | 'region' | 'zone' | 'resourceGroupId'>;

/** The oldest `most` of them: a statement takes parameters for some thousands of clusters, and not for any number. */
export const findClusters = ({ account, database }: AccountScope, where: ClusterFilter, most: number): Promise<ClusterWithDetails[]> =>
  database.cluster.findMany({ where: { ...where, accountId: account.id }, include: withDetails, orderBy: [...oldestFirst], take: most });

export async function findClusterIds({ account, database }: AccountScope, where: ClusterFilter): Promise<string[]> {
  const clusters = await database.cluster.findMany({ where: { ...where, accountId: account.id }, select: { id: true }, orderBy: [...oldestFirst] });
  return clusters.map(({ id }) => id);
}

export const findPlainClusters = ({ account, database }: AccountScope, ids: readonly string[]): Promise<Cluster[]> =>
  database.cluster.findMany({ where: { accountId: account.id, id: { in: [...ids] } }, orderBy: [...oldestFirst] });

export const findAllClusters = ({ account, database }: AccountScope): Promise<Cluster[]> =>
  database.cluster.findMany({ where: { accountId: account.id }, orderBy: [...oldestFirst] });

/** All clusters that a word may mean: the one with that id, and those of each region with that name. */
const meantBy = ({ account }: AccountScope, idOrName: string) =>
  ({ where: { accountId: account.id, OR: [{ id: idOrName }, { name: idOrName }] }, orderBy: [...oldestFirst] }) satisfies Prisma.ClusterFindManyArgs;

export const findByIdOrName = (scope: AccountScope, idOrName: string): Promise<Cluster[]> =>
  scope.database.cluster.findMany(meantBy(scope, idOrName));

export const findDetailedByIdOrName = (scope: AccountScope, idOrName: string): Promise<ClusterWithDetails[]> =>
  scope.database.cluster.findMany({ ...meantBy(scope, idOrName), include: withDetails });

export const findFreeClusters = ({ account, database }: AccountScope): Promise<Cluster[]> =>
  database.cluster.findMany({ where: { accountId: account.id, free: true }, orderBy: [...oldestFirst] });

/** Clusters that use a key management service. */
export const findClustersWithKms = ({ account, database }: AccountScope, where: Pick<ClusterFilter, 'resourceGroupId'>): Promise<Cluster[]> =>
  database.cluster.findMany({ where: { ...where, accountId: account.id, kmsInstanceId: { not: null } }, orderBy: [...oldestFirst] });

export async function countClustersInRegion({ account, ask }: AccountScope, region: string): Promise<number> {
  const [counted] = await ask<{ count: number }>(Prisma.sql`SELECT count(*) FROM clusters WHERE account_id = ${account.id} AND region = ${region}`);
  return counted?.count ?? 0;
}

export async function isNameTaken({ account, ask }: AccountScope, region: string, name: string): Promise<boolean> {
  const namesakes = await ask(Prisma.sql`SELECT FROM clusters WHERE account_id = ${account.id} AND name = ${name} AND region = ${region}`);
  return namesakes.length > 0;
}

/** With everything that comes into being with it. */
export const insertCluster = ({ account, database }: AccountTransaction, rows: NewRows): Promise<void> => insertRows(database, account.id, rows);

/** What of a cluster changes in its life. */
export type ClusterChange = Partial<LifecycleColumns<ClusterState>> &
  Partial<
    Pick<
      Cluster,
      | 'readyAt'
      | 'modifiedAt'
      | 'deleteResources'
      | 'masterVersion'
      | 'pendingVersion'
      | 'publicServiceEndpoint'
      | 'privateServiceEndpoint'
      | 'disableAutoUpdate'
      | 'albAutoUpdate'
      | 'imageSecurity'
      | 'pullSecret'
      | 'kmsInstanceId'
      | 'kmsRootKeyId'
      | 'kmsPrivateEndpoint'
    >
  >;

export async function updateClusters(
  { account, database }: AccountTransaction,
  where: Pick<Prisma.ClusterWhereInput, 'id' | 'readyAt'>,
  data: ClusterChange,
): Promise<void> {
  await database.cluster.updateMany({ where: { ...where, accountId: account.id }, data });
}

export async function deleteCluster({ account, database }: AccountTransaction, id: string): Promise<void> {
  await database.cluster.deleteMany({ where: { accountId: account.id, id } });
}
