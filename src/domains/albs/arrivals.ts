import type { AccountTransaction } from '../accounts/scope.js';
import { findClusterSubnets } from '../networking/subnets/service.js';
import { findZoneVlans } from '../networking/zone-networks/service.js';
import { createDefaultAlb, nextAlbNumber } from './service.js';

/** R230: a pair of ALBs for each zone, one for each side that has a portable subnet there. */
export async function createDefaultAlbs(scope: AccountTransaction, zoneNetworkIds: readonly string[]): Promise<void> {
  for (const { clusterId, zone, vlans } of await findZoneVlans(scope, zoneNetworkIds)) {
    const number = await nextAlbNumber(scope, clusterId);
    const subnets = await findClusterSubnets(scope, [clusterId]);
    for (const vlan of vlans) {
      const subnet = subnets.find(({ vlanId }) => vlanId === vlan.id);
      if (subnet !== undefined) await createDefaultAlb(scope, number, { clusterId, zone, vlan, subnet });
    }
  }
}
