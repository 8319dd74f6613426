import { arriveIn, waitIn } from '../../../core/lifecycle.js';
import type { Cluster, Vlan, ZoneNetwork } from '../../../generated/prisma/client.js';
import type { AccountScope, AccountTransaction } from '../../accounts/scope.js';
import { zoneNetworkLifecycle } from './lifecycle.js';
import * as repository from './repository.js';

/** A cluster's network in a zone with the VLANs that the cluster's workers there are on. */
export interface ZoneVlans {
  readonly id: string;
  readonly zone: string;
  readonly clusterId: string;
  readonly vlans: readonly Vlan[];
}

/** Prepares the cluster's network in a zone; it begins once workers are ready there, or never with noSubnet (R55). */
export async function createZoneNetwork(scope: AccountTransaction, cluster: Pick<Cluster, 'id' | 'noSubnet'>, zone: string): Promise<void> {
  const state = cluster.noSubnet ? 'without_subnets' : 'awaiting_workers';
  const id = `${cluster.id}-${zone}`;
  await repository.insertZoneNetwork(scope, { id, clusterId: cluster.id, zone, ...waitIn(state, scope.now) });
}

export const findZoneNetworksAwaitingWorkers = (scope: AccountScope, clusterIds: readonly string[]): Promise<ZoneNetwork[]> =>
  repository.findAwaitingWorkers(scope, clusterIds);

/** R53: the workers of these zones are ready, so that portable subnets are ordered. */
export const beginZoneNetworks = (scope: AccountTransaction, ids: readonly string[]): Promise<void> =>
  repository.updateState(scope, ids, arriveIn(zoneNetworkLifecycle, 'ordering_subnets', scope.now, scope.account.speed));

/** The VLANs of each zone network, the private one first: those of the cluster's oldest pool in the zone. */
export async function findZoneVlans(scope: AccountScope, ids: readonly string[]): Promise<ZoneVlans[]> {
  const zoneNetworks = await repository.findWithVlans(scope, ids);
  return zoneNetworks.map(({ id, zone, clusterId, cluster }) => {
    const poolZone = cluster.pools.flatMap(({ zones }) => zones).find((candidate) => candidate.zone === zone);
    const vlans = [poolZone?.privateVlan, poolZone?.publicVlan].filter((vlan) => vlan !== undefined && vlan !== null);
    return { id, zone, clusterId, vlans };
  });
}
