import { IksError, refuseRequest } from '../../../errors/iks-error.js';
import type { AccountTransaction } from '../../accounts/scope.js';
import type { ClusterCall } from '../../clusters/cluster-call.js';
import { findLeases } from '../addresses/service.js';
import { findAttachedVlans } from '../vlans/service.js';
import { openForNetworkChange } from '../network-change.js';
import { extendZoneNetwork } from '../zone-networks/extend.js';
import * as repository from './repository.js';
import { PORTABLE_PREFIXES, pickAttachedVlan } from './rules.js';
import { findPortableSubnet, orderPortableSubnet } from './service.js';

/**
 * Binds a portable subnet of the account to a cluster (R56); a zone that had no ALB for it gets one (R57).
 * One that the cluster has already stays as it is.
 * @throws IksError clusterNotFound, subnetNotFound, heldByAnother when another cluster has it (R52), and
 *   invalidRequest when no worker of the cluster is on its VLAN
 */
export async function addSubnet(scope: AccountTransaction, call: ClusterCall, subnetId: string): Promise<void> {
  const cluster = await openForNetworkChange(scope, call, 'Adding a subnet');
  const subnet = await findPortableSubnet(scope, subnetId);
  if (subnet.clusterId === cluster.id) return;
  if (subnet.clusterId !== null) throw IksError.of('heldByAnother', `The subnet ${subnetId}`, `the cluster ${subnet.clusterId}`);
  const vlan = pickAttachedVlan(subnet.vlanId, await findAttachedVlans(scope, cluster.id));
  await repository.updateSubnet(scope, subnetId, { clusterId: cluster.id });
  await extendZoneNetwork(scope, cluster, vlan);
}

/**
 * Orders a portable subnet of 8 addresses, or as many as told, for a cluster on one of its VLANs (R58). On a
 * VLAN that is at its limit none comes, which the cluster tells and not this call (R54).
 * @throws IksError clusterNotFound, and invalidRequest when no worker of the cluster is on the VLAN or the
 *   account's addresses are used up
 */
export async function createSubnet(
  scope: AccountTransaction,
  call: ClusterCall,
  vlanId: string,
  size: keyof typeof PORTABLE_PREFIXES = '8',
): Promise<void> {
  const cluster = await openForNetworkChange(scope, call, 'Creating a subnet');
  const vlan = pickAttachedVlan(vlanId, await findAttachedVlans(scope, cluster.id));
  const order = await orderPortableSubnet(scope, vlan, cluster.id, PORTABLE_PREFIXES[size]);
  if ('failure' in order && order.failure === 'address pool used up') {
    refuseRequest(`size ${size} has no room left among the account's ${vlan.side} addresses`);
  }
  await extendZoneNetwork(scope, cluster, vlan, order);
}

/**
 * Takes a portable subnet away from a cluster; it stays in the account, for any cluster to be added to (R59).
 * @throws IksError clusterNotFound, subnetNotFound when it is not the cluster's, and heldByAnother while one
 *   of its addresses is in use
 */
export async function detachSubnet(scope: AccountTransaction, call: ClusterCall, subnetId: string): Promise<void> {
  const cluster = await openForNetworkChange(scope, call, 'Detaching a subnet');
  const { clusterId } = await findPortableSubnet(scope, subnetId);
  if (clusterId !== cluster.id) throw IksError.of('subnetNotFound');
  const [lease] = await findLeases(scope, subnetId);
  if (lease !== undefined) {
    throw IksError.of('heldByAnother', `The address ${lease.address} of the subnet ${subnetId}`, lease.holder);
  }
  await repository.updateSubnet(scope, subnetId, { clusterId: null, orderedForCluster: false });
}
