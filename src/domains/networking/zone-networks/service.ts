import { arriveIn, waitIn } from '../../../core/lifecycle.js';
import type { Cluster, Vlan, ZoneNetwork } from '../../../generated/prisma/client.js';
import type { AccountScope, AccountTransaction } from '../../accounts/scope.js';
import { removeZoneAlbs } from '../../albs/service.js';
import { ensurePrimarySubnets, releaseClusterSubnets, type SubnetOrder } from '../subnets/service.js';
import type { VlanPlan } from '../vlans/rules.js';
import { realiseVlans, type WorkerVlans } from '../vlans/service.js';
import { zoneNetworkLifecycle } from './lifecycle.js';
import * as repository from './repository.js';

/** A cluster's network in a zone with the VLANs that the cluster's workers there are on. */
export interface ZoneVlans {
  readonly zoneNetwork: ZoneNetwork;
  readonly cluster: Pick<Cluster, 'id' | 'noSubnet'>;
  readonly vlans: readonly Vlan[];
  /** The cluster has left the zone that it was created in. */
  readonly leftFirstZone: boolean;
}

/** Makes what workers need in a zone before they come: the planned VLANs (R1) and primary subnets on them (R30). */
export async function prepareVlans(scope: AccountTransaction, zone: string, plan: VlanPlan): Promise<WorkerVlans> {
  const vlans = await realiseVlans(scope, zone, plan);
  await ensurePrimarySubnets(scope, [vlans.privateVlan, vlans.publicVlan].filter((vlan) => vlan !== undefined));
  return vlans;
}

/**
 * The cluster's network in a zone, shared by all its pools there: it begins once workers are ready in the zone,
 * or never with noSubnet (R55).
 */
export const ensureZoneNetwork = (scope: AccountTransaction, cluster: Pick<Cluster, 'id' | 'noSubnet'>, zone: string): Promise<void> =>
  repository.insertZoneNetwork(scope, newZoneNetwork(scope, cluster, zone));

/** As {@link ensureZoneNetwork}, for a cluster that is about to be written. */
export function newZoneNetwork({ now }: AccountTransaction, { id, noSubnet }: Pick<Cluster, 'id' | 'noSubnet'>, zone: string) {
  return { id: `${id}-${zone}`, clusterId: id, zone, ...waitIn(noSubnet ? 'without_subnets' : 'awaiting_workers', now) };
}

/** R240: the cluster leaves the zone, so that its ALBs there go, and with them their addresses and portable subnets. */
export async function removeZoneNetwork(scope: AccountTransaction, clusterId: string, zone: string): Promise<void> {
  await repository.deleteZoneNetwork(scope, clusterId, zone);
  await removeZoneAlbs(scope, clusterId, zone);
  await releaseClusterSubnets(scope, clusterId, zone);
}

export const findZoneNetworksAwaitingWorkers = (scope: AccountScope, clusterIds: readonly string[]): Promise<ZoneNetwork[]> =>
  repository.findAwaitingWorkers(scope, clusterIds);

/** R53: the workers of these zones are ready, so that portable subnets are ordered. */
export const beginZoneNetworks = (scope: AccountTransaction, ids: readonly string[]): Promise<void> =>
  repository.updateState(scope, ids, arriveIn(zoneNetworkLifecycle, 'ordering_subnets', scope.now, scope.account.speed));

/**
 * The VLANs of each zone network, the private one first: those that the cluster's oldest worker in the zone is on,
 * or will be on where none is left (R191). Leaves out clusters that are being deleted, for which nothing is ordered any more (R125).
 */
export async function findZoneVlans(scope: AccountScope, ids: readonly string[]): Promise<ZoneVlans[]> {
  const zoneNetworks = await repository.findWithPlaces(scope, ids);
  const alive = zoneNetworks.filter(({ cluster }) => cluster.state !== 'deleting');
  return alive.map(({ cluster, ...zoneNetwork }) => {
    const poolZones = cluster.pools.flatMap(({ zones }) => zones);
    const place = [...cluster.workers, ...poolZones].find(({ zone }) => zone === zoneNetwork.zone);
    const vlans = [place?.privateVlan, place?.publicVlan].filter((vlan) => vlan !== undefined && vlan !== null);
    return { zoneNetwork, cluster, vlans, leftFirstZone: poolZones.every(({ zone }) => zone !== cluster.zone) };
  });
}

/** Keeps in mind whether the VLAN could not give the portable subnet that was last ordered on it (R54). */
export async function noteOrder(
  scope: AccountTransaction,
  zoneNetwork: ZoneNetwork,
  vlanId: string,
  order?: SubnetOrder,
): Promise<ZoneNetwork> {
  const { id, fullVlanIds } = zoneNetwork;
  const isFull = order !== undefined && 'failure' in order && order.failure === 'VLAN at its limit';
  if (isFull === fullVlanIds.includes(vlanId)) return zoneNetwork;
  return repository.saveFullVlans(scope, id, isFull ? [...fullVlanIds, vlanId] : fullVlanIds.filter((one) => one !== vlanId));
}

/** Whether the zone's portable addresses are known, so that ALBs can take them (R53). */
export async function isMapFilled(scope: AccountScope, clusterId: string, zone: string): Promise<boolean> {
  const zoneNetwork = await repository.findZoneNetwork(scope, clusterId, zone);
  return zoneNetwork?.state === 'ready';
}

/** The VLANs on which clusters lack a portable subnet because the VLANs are full (R54). */
export async function findFullVlans(
  scope: AccountScope,
  clusterIds: readonly string[],
): Promise<{ readonly clusterId: string; readonly zone: string; readonly vlanId: string }[]> {
  const zoneNetworks = await repository.findWithFullVlans(scope, clusterIds);
  return zoneNetworks.flatMap(({ clusterId, zone, fullVlanIds }) => fullVlanIds.map((vlanId) => ({ clusterId, zone, vlanId })));
}
