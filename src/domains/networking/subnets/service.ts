import { firstFreeBlock, parseBlock, printBlock } from '../../../core/addresses.js';
import type { Subnet, Vlan } from '../../../generated/prisma/client.js';
import type { SubnetKind } from '../../../generated/prisma/enums.js';
import type { AccountScope, AccountTransaction } from '../../accounts/scope.js';
import { zonesMatching } from '../../catalog/zones.js';
import * as repository from './repository.js';
import { ADDRESS_POOLS, MAX_SUBNETS_PER_VLAN, ORDERED_PREFIXES } from './rules.js';

export const findPrimarySubnets = repository.findPrimarySubnets;
export const findClusterSubnets = repository.findClusterSubnets;
export const releaseClusterSubnets = repository.releaseClusterSubnets;

/**
 * The account's primary and portable subnets (R64), of all zones or of those that `location` (a metro) or
 * `datacenters` (zones, comma separated) names.
 */
export function listSubnets(
  scope: AccountScope,
  filter: { readonly location?: string | undefined; readonly datacenters?: string | undefined },
): Promise<repository.SubnetOnVlan[]> {
  const { location, datacenters } = filter;
  return repository.findSubnets(scope, datacenters?.split(',') ?? (location === undefined ? undefined : zonesMatching(location)));
}

/** R30: a VLAN that workers are to come to has a primary subnet. */
export async function ensurePrimarySubnet(scope: AccountTransaction, vlan: Vlan): Promise<void> {
  const [existing] = await repository.findPrimarySubnets(scope, vlan.id);
  if (existing === undefined) await orderSubnet(scope, vlan, 'primary');
}

/**
 * Orders one portable subnet on the VLAN and binds it to the cluster (R50, R52). Nothing comes, and the
 * cluster goes on without, when the VLAN is at its limit (R54) or the address pool is used up.
 */
export async function orderPortableSubnet(scope: AccountTransaction, vlan: Vlan, clusterId: string): Promise<Subnet | undefined> {
  if ((await repository.countSubnetsOnVlan(scope, vlan.id)) >= MAX_SUBNETS_PER_VLAN) return undefined;
  return orderSubnet(scope, vlan, 'portable', clusterId);
}

/** Orders a further primary subnet of the usual size (R35); undefined when the address pool is used up. */
export const orderPrimarySubnet = (scope: AccountTransaction, vlan: Vlan): Promise<Subnet | undefined> =>
  orderSubnet(scope, vlan, 'primary');

async function orderSubnet(
  scope: AccountTransaction,
  vlan: Vlan,
  kind: SubnetKind,
  clusterId: string | null = null,
): Promise<Subnet | undefined> {
  const taken = (await repository.findCidrs(scope)).map(parseBlock);
  const block = firstFreeBlock(ADDRESS_POOLS[vlan.side], ORDERED_PREFIXES[kind][vlan.side], taken);
  if (block === undefined) return undefined;
  return repository.insertSubnet(scope, {
    id: scope.ids.infrastructureId(),
    vlanId: vlan.id,
    kind,
    cidr: printBlock(block),
    clusterId,
    orderedForCluster: clusterId !== null,
    createdAt: scope.now,
  });
}
