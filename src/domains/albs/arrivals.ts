import type { NetworkSide } from '../../generated/prisma/enums.js';
import type { AccountTransaction } from '../accounts/scope.js';
import type { SubnetOnVlan } from '../networking/subnets/repository.js';
import { findPortableSubnets } from '../networking/subnets/service.js';
import { findZoneVlans, type ZoneVlans } from '../networking/zone-networks/service.js';
import { findLowestFree } from './addresses.js';
import { NEWEST_BUILD } from './builds.js';
import { nextNumber } from './rules.js';
import { addAlb, albIdOf, listAlbs } from './service.js';

/**
 * R230: a pair of ALBs for each zone, one for each side that has a portable subnet there. A side that has its
 * ALB already is left alone, and one that comes later shares the number of the first (R231). A zone that came
 * after the cluster left its first one gets no public ALB by itself (R239).
 */
export async function createDefaultAlbs(scope: AccountTransaction, zoneNetworkIds: readonly string[]): Promise<void> {
  for (const zone of await findZoneVlans(scope, zoneNetworkIds)) {
    const albs = await listAlbs(scope, zone.cluster.id);
    const inZone = albs.filter((alb) => alb.zone === zone.zoneNetwork.zone);
    const number = inZone[0]?.number ?? nextNumber(albs);
    const subnets = await findPortableSubnets(scope, zone.cluster.id);
    for (const side of sidesOf(zone).filter((one) => !inZone.some((alb) => alb.side === one))) {
      const subnet = chooseSubnet(subnets, zone, side);
      if (subnet !== undefined) await createDefaultAlb(scope, subnet, zone, number);
    }
  }
}

const sidesOf = ({ leftFirstZone }: ZoneVlans): readonly NetworkSide[] => (leftFirstZone ? ['private'] : ['private', 'public']);

/** The zone's oldest portable subnet of a side, those on the VLANs of its pools first. */
function chooseSubnet(subnets: readonly SubnetOnVlan[], { zoneNetwork, vlans }: ZoneVlans, side: NetworkSide): SubnetOnVlan | undefined {
  const fitting = subnets.filter(({ vlan }) => vlan.zone === zoneNetwork.zone && vlan.side === side);
  return fitting.find(({ vlanId }) => vlans.some(({ id }) => id === vlanId)) ?? fitting[0];
}

/** The public one enabled with an address, the private one off (R230, R233). */
async function createDefaultAlb(scope: AccountTransaction, { vlan }: SubnetOnVlan, { cluster }: ZoneVlans, number: number): Promise<void> {
  const { side, zone } = vlan;
  const site = { id: albIdOf(side, cluster.id, number), clusterId: cluster.id, zone, vlanId: vlan.id };
  const address = side === 'public' ? await findLowestFree(scope, site) : undefined;
  const enabled = address !== undefined;
  await addAlb(scope, { ...site, side, number, build: enabled ? NEWEST_BUILD : '', enabled, address });
}
