import { Prisma, type Vlan } from '../../../generated/prisma/client.js';
import type { AccountScope, AccountTransaction } from '../../accounts/scope.js';

/** The subnets that the infrastructure knows: those that users bring along are not among them. */
const withSubnetCount = {
  _count: { select: { subnets: { where: { kind: { not: 'user_managed' } } } } },
} as const satisfies Prisma.VlanInclude;

export type VlanWithSubnetCount = Prisma.VlanGetPayload<{ include: typeof withSubnetCount }>;

/** The account's own VLANs: what free clusters are on is the provider's (R101). */
export const findVlansInZone = ({ account, database }: AccountScope, zone: string): Promise<VlanWithSubnetCount[]> =>
  database.vlan.findMany({
    where: { accountId: account.id, zone, providerOwned: false },
    include: withSubnetCount,
    orderBy: { id: 'asc' },
  });

export const findVlans = ({ account, database }: AccountScope, ids: readonly string[]): Promise<VlanWithSubnetCount[]> =>
  database.vlan.findMany({
    where: { accountId: account.id, id: { in: [...ids] } },
    include: withSubnetCount,
    orderBy: { id: 'asc' },
  });

/** How many subnets the VLAN of these zones has that has the most, those of users not counted. */
export async function countSubnetsOfFullestVlan({ account, database }: AccountScope, zones: readonly string[]): Promise<number> {
  const vlans = await database.vlan.findMany({
    where: { accountId: account.id, zone: { in: [...zones] }, providerOwned: false },
    select: withSubnetCount,
  });
  return Math.max(0, ...vlans.map(({ _count }) => _count.subnets));
}

/** A VLAN that workers of a cluster are on, or that one of its pools makes them on. */
export interface Attachment {
  readonly clusterId: string;
  readonly vlanId: string;
}

/** Deleted workers attach a cluster to nothing, unless they are asked for too. */
export function findAttachments(
  { account, database }: AccountScope,
  clusterIds: readonly string[],
  workers: 'living' | 'all' = 'living',
): Promise<Attachment[]> {
  const ofClusters = Prisma.sql`account_id = ${account.id} AND cluster_id = ANY(${[...clusterIds]})`;
  return database.$queryRaw<Attachment[]>(Prisma.sql`
    SELECT DISTINCT cluster_id AS "clusterId", vlan_id AS "vlanId"
    FROM (
      SELECT cluster_id, unnest(ARRAY[private_vlan_id, public_vlan_id]) AS vlan_id
      FROM workers WHERE ${ofClusters} AND (state <> 'deleted' OR ${workers === 'all'})
      UNION ALL
      SELECT cluster_id, unnest(ARRAY[private_vlan_id, public_vlan_id])
      FROM worker_pools JOIN worker_pool_zones AS zones USING (account_id)
      WHERE ${ofClusters} AND zones.pool_id = worker_pools.id AND deleted_at IS NULL
    ) AS attachments
    WHERE vlan_id IS NOT NULL`);
}

/** The VLANs on which a cluster has workers that are not deleted. */
export const findVlansWithWorkers = ({ account, database }: AccountScope, clusterId: string): Promise<Vlan[]> => {
  const workers = { some: { clusterId, state: { not: 'deleted' } } } as const;
  return database.vlan.findMany({
    where: { accountId: account.id, OR: [{ privateWorkers: workers }, { publicWorkers: workers }] },
    orderBy: { id: 'asc' },
  });
};

export const insertVlan = (
  { account, database }: AccountTransaction,
  vlan: Omit<Prisma.VlanUncheckedCreateInput, 'accountId'>,
): Promise<Vlan> => database.vlan.create({ data: { ...vlan, accountId: account.id } });

/** Of the given VLANs, removes those that no pool and no cluster's subnet uses any more, with their subnets. */
export async function deleteUnusedVlans({ account, database }: AccountTransaction, ids: readonly string[]): Promise<void> {
  await database.vlan.deleteMany({
    where: {
      accountId: account.id,
      id: { in: [...ids] },
      privatePoolZones: { none: {} },
      publicPoolZones: { none: {} },
      privateWorkers: { none: {} },
      publicWorkers: { none: {} },
      albs: { none: {} },
      subnets: { none: { kind: 'portable' } },
    },
  });
}
