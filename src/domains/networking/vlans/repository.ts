import { Prisma, type Vlan } from '../../../generated/prisma/client.js';
import type { AccountScope, AccountTransaction } from '../../accounts/scope.js';

/** With how many subnets it has, those left out that users bring along: the infrastructure does not know them. */
export type VlanWithSubnetCount = Vlan & { readonly subnetCount: number };

/** The account's own VLANs: what free clusters are on is the provider's (R101). */
export const findOwnVlans = ({ account, database }: AccountScope, zones: readonly string[]): Promise<Vlan[]> =>
  database.vlan.findMany({ where: { accountId: account.id, zone: { in: [...zones] }, providerOwned: false }, orderBy: { id: 'asc' } });

/** A VLAN that workers may come to be on. */
export type WorkerVlan = Pick<Vlan, 'id' | 'side' | 'router'> & { readonly hasPrimarySubnet: boolean };

/** As {@link findOwnVlans}, in one zone. */
export const findWorkerVlans = ({ account, ask }: AccountScope, zone: string): Promise<WorkerVlan[]> =>
  ask<WorkerVlan>(Prisma.sql`
    SELECT id, side, router, EXISTS (
        SELECT FROM subnets WHERE subnets.account_id = vlans.account_id AND vlan_id = vlans.id AND kind = 'primary') AS "hasPrimarySubnet"
    FROM vlans WHERE account_id = ${account.id} AND zone = ${zone} AND NOT provider_owned ORDER BY id`);

export const findVlans = ({ account, database }: AccountScope, ids: readonly string[]): Promise<Vlan[]> =>
  database.vlan.findMany({ where: { accountId: account.id, id: { in: [...ids] } }, orderBy: { id: 'asc' } });

/** Counted apart from the VLANs: as a part of their query, Postgres would count the subnets of all accounts. */
export async function addSubnetCounts({ account, database }: AccountScope, vlans: readonly Vlan[]): Promise<VlanWithSubnetCount[]> {
  const groups = await database.subnet.groupBy({
    by: ['vlanId'],
    where: { accountId: account.id, vlanId: { in: vlans.map(({ id }) => id) }, kind: { not: 'user_managed' } },
    _count: true,
  });
  const counts = new Map(groups.map(({ vlanId, _count }) => [vlanId, _count]));
  return vlans.map((vlan) => ({ ...vlan, subnetCount: counts.get(vlan.id) ?? 0 }));
}

/** How many subnets the VLAN of these zones has that has the most, those of users not counted. */
export async function countSubnetsOfFullestVlan(scope: AccountScope, zones: readonly string[]): Promise<number> {
  const counted = await addSubnetCounts(scope, await findOwnVlans(scope, zones));
  return Math.max(0, ...counted.map(({ subnetCount }) => subnetCount));
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

/** The VLANs on which a cluster has workers that are not deleted, or such as serve. */
export const findVlansWithWorkers = (
  { account, database }: AccountScope,
  clusterId: string,
  which: 'living' | 'serving' = 'living',
): Promise<Vlan[]> => {
  const state = which === 'living' ? ({ not: 'deleted' } as const) : ('normal' as const);
  const workers = { some: { clusterId, state } };
  return database.vlan.findMany({
    where: { accountId: account.id, OR: [{ privateWorkers: workers }, { publicWorkers: workers }] },
    orderBy: { id: 'asc' },
  });
};

export const insertVlan = (
  { account, database }: AccountTransaction,
  vlan: Omit<Prisma.VlanUncheckedCreateInput, 'accountId'>,
): Promise<Vlan> => database.vlan.create({ data: { ...vlan, accountId: account.id } });

/** Removes those of the VLANs that have no pool, no worker of any state, no ALB and no portable subnet, with all other subnets. */
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
