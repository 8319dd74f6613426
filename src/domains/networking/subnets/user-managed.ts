import { printBlock } from '../../../core/addresses.js';
import { IksError } from '../../../errors/iks-error.js';
import type { AccountTransaction } from '../../accounts/scope.js';
import type { ClusterCall } from '../../clusters/cluster-call.js';
import { returnSubnetAddresses } from '../addresses/service.js';
import { openForNetworkChange } from '../network-change.js';
import { findAttachedVlans } from '../vlans/service.js';
import * as repository from './repository.js';
import { checkUserBlock, pickAttachedVlan } from './rules.js';

/**
 * Makes a block of the user's own known to a cluster on one of its private VLANs (R61).
 * @throws IksError clusterNotFound, invalidRequest, and heldByAnother when a subnet of the account overlaps it
 */
export async function addUserSubnet(
  scope: AccountTransaction,
  call: ClusterCall,
  { cidr, vlanId }: { readonly cidr: string; readonly vlanId: string },
): Promise<void> {
  const cluster = await openForNetworkChange(scope, call, 'Adding a subnet');
  const attached = await findAttachedVlans(scope, cluster.id);
  const vlan = pickAttachedVlan(vlanId, attached.filter(({ side }) => side === 'private'));
  const block = checkUserBlock(cidr, await repository.findCidrs(scope));
  await repository.insertSubnet(scope, {
    id: scope.ids.infrastructureId(),
    vlanId: vlan.id,
    kind: 'user_managed',
    cidr: printBlock(block),
    clusterId: cluster.id,
    createdAt: scope.now,
  });
}

/**
 * Removes a user-managed subnet, named by its id or its block. What uses its addresses goes on with them (R63).
 * @throws IksError clusterNotFound, subnetNotFound
 */
export async function removeUserSubnet(
  scope: AccountTransaction,
  call: ClusterCall,
  named: { readonly subnetId: string; readonly vlanId: string },
): Promise<void> {
  const cluster = await openForNetworkChange(scope, call, 'Removing a subnet');
  const bound = await repository.findBoundSubnets(scope, [cluster.id]);
  const subnet = bound.find(
    ({ id, kind, cidr, vlanId }) => kind === 'user_managed' && [id, cidr].includes(named.subnetId) && vlanId === named.vlanId,
  );
  if (subnet === undefined) throw IksError.of('subnetNotFound');
  await returnSubnetAddresses(scope, subnet.id);
  await repository.deleteSubnet(scope, subnet.id);
}
