import type { AccountTransaction } from '../../accounts/scope.js';
import { orderPortableSubnet } from '../subnets/service.js';
import { findZoneVlans, noteOrder } from './service.js';

/**
 * R50, R53: one portable subnet for each side that the cluster's workers in the zone are on; for a cluster
 * made with noSubnet none but what it was given (R55).
 */
export async function orderPortableSubnets(scope: AccountTransaction, ids: readonly string[]): Promise<void> {
  const zones = await findZoneVlans(scope, ids);
  for (const { zoneNetwork, cluster, vlans } of zones.filter((zone) => !zone.cluster.noSubnet)) {
    let current = zoneNetwork;
    for (const vlan of vlans) {
      current = await noteOrder(scope, current, vlan.id, await orderPortableSubnet(scope, vlan, cluster.id));
    }
  }
}
