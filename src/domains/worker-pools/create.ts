import { IksError, refuseRequest } from '../../errors/iks-error.js';
import type { Cluster } from '../../generated/prisma/client.js';
import type { AccountScope, AccountTransaction } from '../accounts/scope.js';
import { newestWorkerBuild } from '../catalog/versions.js';
import type { ClusterCall } from '../clusters/cluster-call.js';
import { openCluster } from '../clusters/service.js';
import { newWorkers, requireWorkerQuota } from '../workers/service.js';
import { chooseMachine, versionOf } from './machines.js';
import { requireStandard, userLabels } from './rules.js';
import type { CreateWorkerPoolRequest } from './request-schemas.js';
import * as repository from './repository.js';
import { findWorkerPools, newWorkerPool, viewWorkerPool, type WorkerPoolView } from './service.js';
import { planZone, prepareZone, type ZonePlan } from './zones/plan.js';

/**
 * Adds a worker pool to a cluster. It has no workers until it has zones, which the request may name (R184).
 * @throws IksError clusterNotFound, workerPoolNameTaken (R185), quotaExceeded (R196), and for every other rule
 *   that the request breaks; then nothing is written
 */
export async function createWorkerPool(scope: AccountTransaction, call: ClusterCall, request: CreateWorkerPoolRequest): Promise<WorkerPoolView> {
  const cluster = await openCluster(scope, call, 'change workers', 'To create a worker pool');
  requireStandard(cluster);
  const { name, sizePerZone, zones = [], entitlement = '' } = request;
  const [firstZone = cluster.zone, ...otherZones] = zones.map(({ id }) => id);
  const machine = chooseMachine(request, [firstZone, ...otherZones], versionOf(cluster.masterVersion));
  const labels = userLabels(request.labels ?? {}, undefined);
  await requireFreeName(scope, cluster.id, name);
  const plans = await planZones(scope, cluster, machine.flavor, zones);
  await requireWorkerQuota(scope, cluster.region, sizePerZone * zones.length);

  const prepared = [];
  for (const plan of plans) prepared.push(await prepareZone(scope, cluster, plan));
  const { pool, poolZones } = newWorkerPool(scope, cluster, { ...machine, name, sizePerZone, entitlement, labels }, prepared);
  const version = newestWorkerBuild(cluster.masterVersion);
  const workers = poolZones.flatMap((poolZone) => newWorkers(scope, { cluster, pool, poolZone, count: sizePerZone, version }));
  await repository.insertWorkerPool(scope, { worker_pools: [pool], worker_pool_zones: poolZones, workers });
  return viewWorkerPool(scope, cluster.id, pool.id);
}

async function requireFreeName(scope: AccountScope, clusterId: string, name: string): Promise<void> {
  const pools = await findWorkerPools(scope, clusterId);
  if (pools.some((pool) => pool.name === name)) throw IksError.of('workerPoolNameTaken', name);
}

async function planZones(
  scope: AccountScope,
  cluster: Cluster,
  flavor: string,
  zones: NonNullable<CreateWorkerPoolRequest['zones']>,
): Promise<ZonePlan[]> {
  const plans: ZonePlan[] = [];
  for (const [index, zone] of zones.entries()) {
    const field = `zones.${index}.id`;
    if (plans.some((plan) => plan.zone === zone.id)) refuseRequest(`${field} '${zone.id}' is named twice`);
    plans.push(await planZone(scope, cluster, { flavor, privateOnly: cluster.privateOnly }, zone, field));
  }
  return plans;
}
