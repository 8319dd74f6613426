import type { Prisma, Subnet } from '../../../generated/prisma/client.js';
import type { AccountScope, AccountTransaction } from '../../accounts/scope.js';

export type SubnetOnVlan = Prisma.SubnetGetPayload<{ include: { vlan: true } }>;

const inOrder = [{ createdAt: 'asc' }, { id: 'asc' }] as const satisfies Prisma.SubnetOrderByWithRelationInput[];

/** Every block that the account has, on any VLAN. */
export async function findCidrs({ account, database }: AccountScope): Promise<string[]> {
  const subnets = await database.subnet.findMany({ where: { accountId: account.id }, select: { cidr: true } });
  return subnets.map(({ cidr }) => cidr);
}

export const countSubnetsOnVlan = ({ account, database }: AccountScope, vlanId: string): Promise<number> =>
  database.subnet.count({ where: { accountId: account.id, vlanId } });

export const findPrimarySubnets = ({ account, database }: AccountScope, vlanId: string): Promise<Subnet[]> =>
  database.subnet.findMany({ where: { accountId: account.id, vlanId, kind: 'primary' }, orderBy: [...inOrder] });

export const findSubnets = ({ account, database }: AccountScope, zones: readonly string[] | undefined): Promise<SubnetOnVlan[]> =>
  database.subnet.findMany({
    where: { accountId: account.id, ...(zones !== undefined && { vlan: { zone: { in: [...zones] } } }) },
    include: { vlan: true },
    orderBy: [...inOrder],
  });

export const findClusterSubnets = ({ account, database }: AccountScope, clusterIds: readonly string[]): Promise<SubnetOnVlan[]> =>
  database.subnet.findMany({
    where: { accountId: account.id, clusterId: { in: [...clusterIds] } },
    include: { vlan: true },
    orderBy: [...inOrder],
  });

export const insertSubnet = (
  { account, database }: AccountTransaction,
  subnet: Omit<Prisma.SubnetUncheckedCreateInput, 'accountId'>,
): Promise<Subnet> => database.subnet.create({ data: { ...subnet, accountId: account.id } });

/** R68: what was ordered for the cluster goes, what was added to it stays in the account. */
export async function releaseClusterSubnets({ account, database }: AccountTransaction, clusterId: string): Promise<void> {
  const ofCluster = { accountId: account.id, clusterId };
  await database.subnet.deleteMany({ where: { ...ofCluster, orderedForCluster: true } });
  await database.subnet.updateMany({ where: ofCluster, data: { clusterId: null } });
}
