import type { Prisma, Subnet } from '../../../generated/prisma/client.js';
import type { AccountScope, AccountTransaction } from '../../accounts/scope.js';

export type SubnetOnVlan = Prisma.SubnetGetPayload<{ include: { vlan: true } }>;

const inOrder = [{ createdAt: 'asc' }, { id: 'asc' }] as const satisfies Prisma.SubnetOrderByWithRelationInput[];

/** Every block that the account has, on any VLAN. */
export async function findCidrs({ account, database }: AccountScope): Promise<string[]> {
  const subnets = await database.subnet.findMany({ where: { accountId: account.id }, select: { cidr: true } });
  return subnets.map(({ cidr }) => cidr);
}

/** Subnets that users bring along are not the infrastructure's and do not count. */
export const countSubnetsOnVlan = ({ account, database }: AccountScope, vlanId: string): Promise<number> =>
  database.subnet.count({ where: { accountId: account.id, vlanId, kind: { not: 'user_managed' } } });

export const findSubnet = ({ account, database }: AccountScope, id: string): Promise<SubnetOnVlan | null> =>
  database.subnet.findUnique({ where: { accountId_id: { accountId: account.id, id } }, include: { vlan: true } });

export const findPrimarySubnets = ({ account, database }: AccountScope, vlanIds: readonly string[]): Promise<Subnet[]> =>
  database.subnet.findMany({ where: { accountId: account.id, vlanId: { in: [...vlanIds] }, kind: 'primary' }, orderBy: [...inOrder] });

/** The account's own subnets: those on the provider's VLANs, where free clusters are, are not (R101). */
export const findSubnets = ({ account, database }: AccountScope, zones: readonly string[] | undefined): Promise<SubnetOnVlan[]> =>
  database.subnet.findMany({
    where: {
      accountId: account.id,
      kind: { not: 'user_managed' },
      vlan: { providerOwned: false, ...(zones !== undefined && { zone: { in: [...zones] } }) },
    },
    include: { vlan: true },
    orderBy: [...inOrder],
  });

/** The subnets that are bound to any of the clusters, whether these have workers on their VLANs or not. */
export const findBoundSubnets = ({ account, database }: AccountScope, clusterIds: readonly string[]): Promise<SubnetOnVlan[]> =>
  database.subnet.findMany({
    where: { accountId: account.id, clusterId: { in: [...clusterIds] } },
    include: { vlan: true },
    orderBy: [...inOrder],
  });

export const insertSubnet = (
  { account, database }: AccountTransaction,
  subnet: Omit<Prisma.SubnetUncheckedCreateInput, 'accountId'>,
): Promise<Subnet> => database.subnet.create({ data: { ...subnet, accountId: account.id } });

export async function updateSubnet(
  { account, database }: AccountTransaction,
  id: string,
  data: Pick<Prisma.SubnetUncheckedUpdateInput, 'clusterId' | 'orderedForCluster'>,
): Promise<void> {
  await database.subnet.update({ where: { accountId_id: { accountId: account.id, id } }, data });
}

export async function deleteSubnet({ account, database }: AccountTransaction, id: string): Promise<void> {
  await database.subnet.delete({ where: { accountId_id: { accountId: account.id, id } } });
}

/**
 * R68: of the subnets that are bound to the cluster, in all its zones or in one, those that were ordered for it
 * and those that the user manages go; what was added to it stays in the account.
 */
export async function releaseClusterSubnets(
  { account, database }: AccountTransaction,
  clusterId: string,
  zone?: string,
): Promise<void> {
  const ofCluster = { accountId: account.id, clusterId, ...(zone !== undefined && { vlan: { zone } }) };
  await database.subnet.deleteMany({ where: { ...ofCluster, OR: [{ orderedForCluster: true }, { kind: 'user_managed' }] } });
  await database.subnet.updateMany({ where: ofCluster, data: { clusterId: null } });
}
