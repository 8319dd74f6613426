import type { LifecycleColumns } from '../../../core/lifecycle.js';
import type { Prisma, ZoneNetwork } from '../../../generated/prisma/client.js';
import type { ZoneNetworkState } from '../../../generated/prisma/enums.js';
import type { AccountScope, AccountTransaction } from '../../accounts/scope.js';
import { LEAVING } from '../../workers/lifecycle.js';

const vlans = { privateVlan: true, publicVlan: true } as const;
const oldestFirst = [{ createdAt: 'asc' }, { id: 'asc' }] as const satisfies Prisma.WorkerOrderByWithRelationInput[];

/** With the cluster's pools, and its workers that are there to stay, one for each place and VLANs, the oldest first. */
const withPlaces = {
  cluster: {
    include: {
      pools: { include: { zones: { include: vlans } }, orderBy: [...oldestFirst] },
      workers: {
        where: { state: { notIn: [...LEAVING] } },
        distinct: ['zone', 'privateVlanId', 'publicVlanId'],
        include: vlans,
        orderBy: [...oldestFirst],
      },
    },
  },
} satisfies Prisma.ZoneNetworkInclude;

export type ZoneNetworkWithPlaces = Prisma.ZoneNetworkGetPayload<{ include: typeof withPlaces }>;

/** Leaves one alone that is there already. */
export async function insertZoneNetwork(
  { account, database }: AccountTransaction,
  zoneNetwork: Omit<Prisma.ZoneNetworkCreateManyInput, 'accountId'>,
): Promise<void> {
  await database.zoneNetwork.createMany({ data: { ...zoneNetwork, accountId: account.id }, skipDuplicates: true });
}

export const findZoneNetwork = ({ account, database }: AccountScope, clusterId: string, zone: string): Promise<ZoneNetwork | null> =>
  database.zoneNetwork.findUnique({ where: { accountId_clusterId_zone: { accountId: account.id, clusterId, zone } } });

export async function deleteZoneNetwork({ account, database }: AccountTransaction, clusterId: string, zone: string): Promise<void> {
  await database.zoneNetwork.deleteMany({ where: { accountId: account.id, clusterId, zone } });
}

export const findWithPlaces = ({ account, database }: AccountScope, ids: readonly string[]): Promise<ZoneNetworkWithPlaces[]> =>
  database.zoneNetwork.findMany({
    where: { accountId: account.id, id: { in: [...ids] } },
    include: withPlaces,
    orderBy: { id: 'asc' },
  });

export const findAwaitingWorkers = ({ account, database }: AccountScope, clusterIds: readonly string[]): Promise<ZoneNetwork[]> =>
  database.zoneNetwork.findMany({
    where: { accountId: account.id, clusterId: { in: [...clusterIds] }, state: 'awaiting_workers' },
    orderBy: { id: 'asc' },
  });

export const findWithFullVlans = ({ account, database }: AccountScope, clusterIds: readonly string[]): Promise<ZoneNetwork[]> =>
  database.zoneNetwork.findMany({
    where: { accountId: account.id, clusterId: { in: [...clusterIds] }, fullVlanIds: { isEmpty: false } },
    orderBy: { id: 'asc' },
  });

export const saveFullVlans = (
  { account, database }: AccountTransaction,
  id: string,
  fullVlanIds: readonly string[],
): Promise<ZoneNetwork> =>
  database.zoneNetwork.update({ where: { accountId_id: { accountId: account.id, id } }, data: { fullVlanIds: [...fullVlanIds] } });

export async function updateState(
  { account, database }: AccountTransaction,
  ids: readonly string[],
  columns: LifecycleColumns<ZoneNetworkState>,
): Promise<void> {
  await database.zoneNetwork.updateMany({ where: { accountId: account.id, id: { in: [...ids] } }, data: columns });
}
