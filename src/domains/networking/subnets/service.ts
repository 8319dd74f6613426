import { firstFreeBlock, parseBlock, printBlock } from '../../../core/addresses.js';
import { IksError, refuseRequest } from '../../../errors/iks-error.js';
import type { Subnet, Vlan } from '../../../generated/prisma/client.js';
import type { AccountScope, AccountTransaction } from '../../accounts/scope.js';
import { zonesMatching } from '../../catalog/zones.js';
import { isSubnetLimitReached } from '../../faults/service.js';
import type { WorkerVlan } from '../vlans/repository.js';
import { findAttachments } from '../vlans/service.js';
import * as repository from './repository.js';
import { ADDRESS_POOLS, ORDERED_PREFIXES } from './rules.js';

/** The primary subnets of a VLAN, in the order in which they were ordered. */
export const findPrimarySubnets = (scope: AccountScope, vlanId: string): Promise<Subnet[]> =>
  repository.findPrimarySubnets(scope, [vlanId]);

export const releaseClusterSubnets = repository.releaseClusterSubnets;

/** What became of an order of a portable subnet. */
export type SubnetOrder = { readonly subnet: Subnet } | { readonly failure: 'VLAN at its limit' | 'address pool used up' };

/**
 * The account's primary and portable subnets (R64), of all zones or of those that `location` (a place of any size) or
 * `datacenters` (zones, comma separated) names.
 */
export function listSubnets(
  scope: AccountScope,
  filter: { readonly location?: string | undefined; readonly datacenters?: string | undefined },
): Promise<repository.SubnetOnVlan[]> {
  const { location, datacenters } = filter;
  return repository.findSubnets(scope, datacenters?.split(',').map((zone) => zone.trim()) ?? (location === undefined ? undefined : zonesMatching(location)));
}

/** The portable and user-managed subnets of clusters, as far as they are on VLANs of the clusters' workers (R60, R66). */
export async function findClusterSubnets(scope: AccountScope, clusterIds: readonly string[]): Promise<repository.SubnetOnVlan[]> {
  const subnets = await repository.findBoundSubnets(scope, clusterIds);
  const attached = new Set((await findAttachments(scope, clusterIds)).map(({ clusterId, vlanId }) => `${clusterId} ${vlanId}`));
  return subnets.filter(({ clusterId, vlanId }) => attached.has(`${clusterId ?? ''} ${vlanId}`));
}

export async function findPortableSubnets(scope: AccountScope, clusterId: string): Promise<repository.SubnetOnVlan[]> {
  return (await findClusterSubnets(scope, [clusterId])).filter(({ kind }) => kind === 'portable');
}

export async function findUserSubnets(scope: AccountScope, clusterId: string): Promise<repository.SubnetOnVlan[]> {
  return (await findClusterSubnets(scope, [clusterId])).filter(({ kind }) => kind === 'user_managed');
}

/**
 * A portable subnet of the account, bound or not.
 * @throws IksError subnetNotFound for an unknown id, invalidRequest for a subnet of another kind
 */
export async function findPortableSubnet(scope: AccountScope, id: string): Promise<repository.SubnetOnVlan> {
  const subnet = await repository.findSubnet(scope, id);
  if (subnet === null) throw IksError.of('subnetNotFound');
  if (subnet.kind === 'portable') return subnet;
  refuseRequest(`subnet ${id} is ${subnet.kind === 'primary' ? 'a primary' : 'a user-managed'} subnet; it must be a portable one`);
}

/** R30: VLANs that workers are to come to have a primary subnet each. */
export async function ensurePrimarySubnets(scope: AccountTransaction, vlans: readonly WorkerVlan[]): Promise<void> {
  for (const vlan of vlans) if (!vlan.hasPrimarySubnet) await orderPrimarySubnet(scope, vlan);
}

/** Orders a primary subnet of the usual size (R30, R35); undefined when the address pool is used up. */
export const orderPrimarySubnet = (scope: AccountTransaction, vlan: Pick<Vlan, 'id' | 'side'>): Promise<Subnet | undefined> =>
  cutSubnet(scope, vlan, ORDERED_PREFIXES.primary[vlan.side], { kind: 'primary' });

/**
 * Orders a portable subnet on the VLAN and binds it to the cluster, a /29 unless told (R50, R52). None comes
 * when the VLAN is at its limit (R54).
 */
export async function orderPortableSubnet(
  scope: AccountTransaction,
  vlan: Vlan,
  clusterId: string,
  prefix = ORDERED_PREFIXES.portable[vlan.side],
): Promise<SubnetOrder> {
  const count = await repository.countSubnetsOnVlan(scope, vlan.id);
  const isFull = count >= scope.account.subnetsPerVlanQuota || (await isSubnetLimitReached(scope, vlan, clusterId));
  if (isFull) return { failure: 'VLAN at its limit' };
  const subnet = await cutSubnet(scope, vlan, prefix, { kind: 'portable', clusterId, orderedForCluster: true });
  return subnet === undefined ? { failure: 'address pool used up' } : { subnet };
}

/** Takes the lowest block of the size that is free in the account (R39). */
async function cutSubnet(
  scope: AccountTransaction,
  vlan: Pick<Vlan, 'id' | 'side'>,
  prefix: number,
  use: Pick<Subnet, 'kind'> & Partial<Pick<Subnet, 'clusterId' | 'orderedForCluster'>>,
): Promise<Subnet | undefined> {
  const taken = (await repository.findCidrs(scope)).map(parseBlock);
  const block = firstFreeBlock(ADDRESS_POOLS[vlan.side], prefix, taken);
  if (block === undefined) return undefined;
  const id = scope.ids.infrastructureId();
  return repository.insertSubnet(scope, { ...use, id, vlanId: vlan.id, cidr: printBlock(block), createdAt: scope.now });
}
