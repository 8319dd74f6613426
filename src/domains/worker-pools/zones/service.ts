import { IksError, refuseRequest } from '../../../errors/iks-error.js';
import type { WorkerPoolZone } from '../../../generated/prisma/client.js';
import type { AccountTransaction } from '../../accounts/scope.js';
import { newestWorkerBuild } from '../../catalog/versions.js';
import { planWorkerVlans, vlanIdsOf } from '../../networking/vlans/service.js';
import { prepareVlans, removeZoneNetwork } from '../../networking/zone-networks/service.js';
import { createWorkers, deleteWorkers, requireWorkerQuota } from '../../workers/service.js';
import type { PoolCall } from '../pool-call.js';
import { requireStandard } from '../rules.js';
import { findWorkerPools, type OpenPool, openPool } from '../service.js';
import { planZone, prepareZone, requirePublicVlan, type ZoneRequest } from './plan.js';
import * as repository from './repository.js';

/**
 * Adds a zone to a pool. Its workers there are ordered at once (R188); once they are up the cluster gets
 * portable subnets and a pair of ALBs in the zone, unless it has them for another pool (R239).
 * @throws IksError as {@link openPool} and `planZone`, quotaExceeded
 */
export async function addZone(scope: AccountTransaction, call: PoolCall, request: ZoneRequest): Promise<void> {
  const { cluster, pool } = await openPool(scope, call, 'To add a zone to a worker pool');
  requireStandard(cluster);
  if (pool.zones.some(({ zone }) => zone === request.id)) refuseRequest(`id '${request.id}' is a zone of the worker pool already`);
  const privateOnly = isPrivateOnly(pool.zones) ?? cluster.privateOnly;
  const plan = await planZone(scope, cluster, { flavor: pool.flavor, privateOnly }, request, 'id');
  await requireWorkerQuota(scope, cluster.region, pool.sizePerZone);

  const { zone, ...vlans } = await prepareZone(scope, cluster, plan);
  const poolZone = await repository.insertZone(scope, { poolId: pool.id, zone, ...vlanIdsOf(vlans) });
  const version = newestWorkerBuild(cluster.masterVersion);
  await createWorkers(scope, { cluster, pool, poolZone, count: pool.sizePerZone, version });
}

/**
 * Changes the VLANs for the workers that will come to a zone of a pool; those that are there stay where they
 * are (R191). A zone with a public VLAN cannot become private-only (R11).
 * @throws IksError as {@link openPool}, zoneNotFound, missingFields, and invalidRequest by R5, R6 and R8
 */
export async function changeZoneVlans(scope: AccountTransaction, call: PoolCall, request: ZoneRequest): Promise<void> {
  const { cluster, pool } = await openPool(scope, call, 'To change the VLANs of a worker pool');
  requireStandard(cluster);
  const { poolId, zone, publicVlanId } = requireZone(pool, request.id);
  if (request.privateVlan === undefined) throw IksError.of('missingFields', 'privateVlan');
  if (request.publicVlan === undefined && publicVlanId !== null) {
    refuseRequest('publicVlan is required: a zone with a public VLAN cannot become private-only; make a private-only worker pool for that');
  }
  const plan = await planWorkerVlans(scope, zone, { publicVlan: request.publicVlan, privateVlan: request.privateVlan });
  requirePublicVlan(cluster, plan);
  const vlans = await prepareVlans(scope, zone, plan);
  await repository.updateZone(scope, { poolId, zone, ...vlanIdsOf(vlans) });
}

/**
 * Takes a zone out of a pool: its workers of the pool are deleted (R188).
 * @throws IksError as {@link openPool}, zoneNotFound
 */
export async function removeZone(scope: AccountTransaction, call: PoolCall, zone: string): Promise<void> {
  const { cluster, pool } = await openPool(scope, call, 'To remove a zone from a worker pool');
  requireStandard(cluster);
  requireZone(pool, zone);
  await deleteWorkers(scope, { poolId: pool.id, zone }, 'The zone was removed from the worker pool');
  await repository.deleteZones(scope, pool.id, zone);
  await leaveUnusedZones(scope, cluster.id, [zone]);
}

/** Takes all zones out of a pool that is going away. */
export async function removeAllZones(scope: AccountTransaction, { cluster, pool }: OpenPool): Promise<void> {
  await repository.deleteZones(scope, pool.id);
  await leaveUnusedZones(scope, cluster.id, pool.zones.map(({ zone }) => zone));
}

/** R240: where no pool of the cluster is any more, its ALBs and portable subnets go. */
async function leaveUnusedZones(scope: AccountTransaction, clusterId: string, zones: readonly string[]): Promise<void> {
  const pools = await findWorkerPools(scope, clusterId);
  const used = new Set(pools.flatMap((pool) => pool.zones.map(({ zone }) => zone)));
  for (const zone of zones.filter((candidate) => !used.has(candidate))) await removeZoneNetwork(scope, clusterId, zone);
}

function requireZone(pool: OpenPool['pool'], id: string): WorkerPoolZone {
  const found = pool.zones.find(({ zone }) => zone === id);
  if (found === undefined) throw IksError.of('zoneNotFound', id);
  return found;
}

/** Whether all workers of the pool are on private VLANs alone; undefined for a pool without zones. */
const isPrivateOnly = (zones: readonly WorkerPoolZone[]): boolean | undefined =>
  zones.length === 0 ? undefined : zones.every(({ publicVlanId }) => publicVlanId === null);
