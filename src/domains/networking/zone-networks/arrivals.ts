import type { AccountTransaction } from '../../accounts/scope.js';
import { orderPortableSubnet } from '../subnets/service.js';
import { findZoneVlans } from './service.js';

/** R50, R53: one portable subnet for each side that the cluster's workers in the zone are on. */
export async function orderPortableSubnets(scope: AccountTransaction, ids: readonly string[]): Promise<void> {
  for (const { clusterId, vlans } of await findZoneVlans(scope, ids)) {
    for (const vlan of vlans) await orderPortableSubnet(scope, vlan, clusterId);
  }
}
