import { waitIn } from '../../core/lifecycle.js';
import type { Worker } from '../../generated/prisma/client.js';
import type { NetworkSide } from '../../generated/prisma/enums.js';
import type { AccountTransaction } from '../accounts/scope.js';
import { findClustersById } from '../clusters/service.js';
import { returnAlbAddress } from '../networking/addresses/service.js';
import type { SubnetOnVlan } from '../networking/subnets/repository.js';
import { findPortableSubnets } from '../networking/subnets/service.js';
import { findVlansWithWorkers } from '../networking/vlans/service.js';
import { findZoneVlans, type ZoneVlans } from '../networking/zone-networks/service.js';
import { findWorkersById } from '../workers/service.js';
import { findLowestFree } from './addresses.js';
import { NEWEST_BUILD } from './builds.js';
import * as repository from './repository.js';
import { restoreWaitingAlbs } from './restore.js';
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

/**
 * R240: the workers are deleted. Where no other of the cluster is left on a VLAN, its enabled ALBs there lose
 * their addresses, and wait without pods for workers to come back.
 */
export async function withdrawAlbs(scope: AccountTransaction, workerIds: readonly string[]): Promise<void> {
  const workers = await findWorkersOfLivingClusters(scope, workerIds);
  for (const clusterId of new Set(workers.map((worker) => worker.clusterId))) {
    const vlans = (await findVlansWithWorkers(scope, clusterId)).map(({ id }) => id);
    const albs = await repository.findAlbs(scope, { clusterId, enabled: true });
    for (const { id } of albs.filter(({ vlanId }) => !vlans.includes(vlanId))) {
      await returnAlbAddress(scope, id);
      await repository.updateAlb(scope, id, { lastAddress: null, ...waitIn('deploying', scope.now) });
    }
  }
}

/** The workers are ready: enabled ALBs that wait for one on their VLANs come back. */
export async function restoreAlbs(scope: AccountTransaction, workerIds: readonly string[]): Promise<void> {
  const workers = await findWorkersOfLivingClusters(scope, workerIds);
  for (const clusterId of new Set(workers.map((worker) => worker.clusterId))) {
    const own = workers.filter((worker) => worker.clusterId === clusterId);
    const vlanIds = own.flatMap(({ privateVlanId, publicVlanId }) => (publicVlanId === null ? [privateVlanId] : [privateVlanId, publicVlanId]));
    await restoreWaitingAlbs(scope, clusterId, vlanIds);
  }
}

/** Leaves out clusters that are being deleted, which give up everything together (R142). */
async function findWorkersOfLivingClusters(scope: AccountTransaction, workerIds: readonly string[]): Promise<Worker[]> {
  const workers = await findWorkersById(scope, workerIds);
  const clusters = await findClustersById(scope, workers.map(({ clusterId }) => clusterId));
  return workers.filter(({ clusterId }) => clusters.some(({ id, state }) => id === clusterId && state !== 'deleting'));
}
