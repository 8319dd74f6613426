import { arriveIn } from '../../core/lifecycle.js';
import { IksError, refuseRequest } from '../../errors/iks-error.js';
import { mayBeUsedUp } from '../accounts/quotas.js';
import type { AccountTransaction } from '../accounts/scope.js';
import { resolveVersion, supportedVersions, type Version } from '../catalog/versions.js';
import { classicZoneIds, findClassicZone, type Zone } from '../catalog/zones.js';
import { findGroupsWithKey, newRegionKey } from '../credentials/service.js';
import type { VlanPlan } from '../networking/vlans/rules.js';
import { planWorkerVlans } from '../networking/vlans/service.js';
import { newZoneNetwork, prepareVlans } from '../networking/zone-networks/service.js';
import { requireResourceGroup } from '../resource-groups/service.js';
import { chooseMachine } from '../worker-pools/machines.js';
import { newWorkerPool, type NewWorkerPool } from '../worker-pools/service.js';
import { newWorkers, requireWorkerQuota } from '../workers/service.js';
import { clusterLifecycle } from './lifecycle.js';
import * as repository from './repository.js';
import { chooseEndpoints, chooseSubnets, DEFAULT_POOL_NAME, requireOptionalPublicEndpoint, requireServiceEndpoints } from './rules.js';
import { pickFreeZone, planFreePool, PROVIDER_VLANS, requireFreeCluster } from './free.js';
import { type CreateClusterRequest, isStandard, type StandardClusterRequest } from './schemas.js';

/** A request that has passed every check: what will be written, and nothing is written yet. */
interface ClusterPlan extends WorkerPlan {
  readonly version: Version;
  readonly resourceGroupId: string;
  /** The cluster is the first of its region and resource group. */
  readonly isFirst: boolean;
  readonly subnets: ReturnType<typeof chooseSubnets>;
  readonly endpoints: ReturnType<typeof chooseEndpoints>;
}

/** Where the workers will be, and what they are. */
interface WorkerPlan {
  readonly zone: Zone;
  readonly pool: NewWorkerPool;
  readonly vlans: VlanPlan;
  readonly free: boolean;
}

/** What the headers of a create say. */
interface CreateHeaders {
  readonly resourceGroup: string | undefined;
  /** Heeded for free clusters, whose zone the service picks. */
  readonly region: string | undefined;
}

/**
 * Creates a classic cluster: its VLANs where the zone has none (R1), its default pool with all workers
 * (R128, R180), its master, whose deployment begins (R121), and the API key of its region and resource group
 * where there is none (R104). A request without zone and flavor is one for a
 * free cluster (R91, R101).
 * @param id what no cluster of the account has; drawn from the account's seed when absent
 * @throws IksError for every rule that the request breaks; then nothing is written
 */
export async function createCluster(
  scope: AccountTransaction,
  request: CreateClusterRequest,
  headers: CreateHeaders,
  id?: string,
): Promise<{ id: string }> {
  const plan = await planCluster(scope, request, headers);
  return writeCluster(scope, request, plan, id);
}

async function planCluster(scope: AccountTransaction, request: CreateClusterRequest, headers: CreateHeaders): Promise<ClusterPlan> {
  const zone = isStandard(request) ? requireZone(request.dataCenter) : await placeFreeCluster(scope, headers.region);
  const version = resolveVersion(request.masterVersion);
  if (version === undefined) {
    refuseRequest(`masterVersion '${request.masterVersion ?? ''}' is not supported; it must be one of: ${supportedVersions().join(', ')}`);
  }
  const pool = isStandard(request) ? planPool(request, zone, version) : planFreePool(version);
  const subnets = chooseSubnets(request.podSubnet, request.serviceSubnet);
  const endpoints = chooseEndpoints(request.publicServiceEndpoint, request.privateSeviceEndpoint ?? request.privateServiceEndpoint);
  if (endpoints.privateServiceEndpoint) requireServiceEndpoints(scope.account);
  if (!endpoints.publicServiceEndpoint) requireOptionalPublicEndpoint(scope.account);
  if (request.gatewayEnabled === true) refuseRequest('gatewayEnabled must be false: gateway clusters are not built in this emulator');
  const { region } = zone;
  const [vlans, { id: resourceGroupId }, groupsWithKey, isNameTaken] = await Promise.all([
    isStandard(request) ? planWorkerVlans(scope, zone.id, request) : PROVIDER_VLANS,
    requireResourceGroup(scope, headers.resourceGroup),
    findGroupsWithKey(scope, region),
    repository.isNameTaken(scope, region, request.name),
  ]);
  if (version.type === 'openshift' && vlans.public === undefined) {
    refuseRequest('publicVlan is required for an OpenShift cluster: it cannot be private-only');
  }
  if (isNameTaken) throw IksError.of('clusterNameTaken', request.name, region);
  await requireClusterQuota(scope, region);
  await requireWorkerQuota(scope, region, pool.sizePerZone);
  const isFirst = !groupsWithKey.includes(resourceGroupId);
  return { free: !isStandard(request), zone, version, pool, vlans, resourceGroupId, isFirst, subnets, endpoints };
}

function requireZone(id: string): Zone {
  const zone = findClassicZone(id);
  if (zone === undefined) refuseRequest(`dataCenter '${id}' is not a classic zone; it must be one of: ${classicZoneIds().join(', ')}`);
  return zone;
}

async function placeFreeCluster(scope: AccountTransaction, region: string | undefined): Promise<Zone> {
  await requireFreeCluster(scope);
  return pickFreeZone(scope, region);
}

const planPool = (request: StandardClusterRequest, zone: Zone, version: Version): NewWorkerPool => ({
  ...chooseMachine(request, [zone.id], version),
  name: request.defaultWorkerPoolName ?? DEFAULT_POOL_NAME,
  sizePerZone: request.workerNum ?? 1,
  entitlement: request.defaultWorkerPoolEntitlement ?? '',
});

/** R105. */
async function requireClusterQuota(scope: AccountTransaction, region: string): Promise<void> {
  const { clusterQuota } = scope.account;
  if (!mayBeUsedUp(scope, clusterQuota, 1)) return;
  const used = await repository.countClustersInRegion(scope, region);
  if (used + 1 > clusterQuota) throw IksError.of('quotaExceeded', 'clusters', clusterQuota, used, 1);
}

async function writeCluster(scope: AccountTransaction, request: CreateClusterRequest, plan: ClusterPlan, id?: string): Promise<{ id: string }> {
  const { zone, version, vlans: vlanPlan } = plan;
  const vlans = await prepareVlans(scope, zone.id, vlanPlan);
  const cluster = {
    ...identify(scope, request, plan),
    ...(id !== undefined && { id }),
    ...arriveIn(clusterLifecycle, 'requested', scope.now, scope.account.speed),
    privateOnly: vlans.publicVlan === undefined,
  };
  const { pool, poolZones } = newWorkerPool(scope, cluster, plan.pool, [{ zone: zone.id, ...vlans }]);
  const workers = poolZones.flatMap((poolZone) => newWorkers(scope, { cluster, pool, poolZone, count: pool.sizePerZone, version: version.worker }));
  await repository.insertCluster(scope, {
    clusters: [cluster],
    worker_pools: [pool],
    worker_pool_zones: poolZones,
    workers,
    zone_networks: [newZoneNetwork(scope, cluster, zone.id)],
    region_api_keys: plan.isFirst ? [newRegionKey(scope, cluster)] : [],
  });
  return { id: cluster.id };
}

function identify({ ids, now, caller }: AccountTransaction, request: CreateClusterRequest, plan: ClusterPlan) {
  const { zone, version, resourceGroupId, subnets, endpoints, free } = plan;
  return {
    id: ids.clusterId(),
    name: request.name,
    region: zone.region,
    zone: zone.id,
    resourceGroupId,
    type: version.type,
    createdAt: now,
    modifiedAt: now,
    masterVersion: version.master,
    ...subnets,
    ...endpoints,
    free,
    noSubnet: free || (request.noSubnet ?? false),
    masterNumber: ids.between(1, 9),
    // R151: one port for both endpoints, from the range of node ports.
    masterPort: ids.between(30_000, 32_767),
    etcdPort: ids.between(30_000, 32_767),
    disableAutoUpdate: request.disableAutoUpdate ?? false,
    entitlement: plan.pool.entitlement,
    ownerEmail: caller.user.email,
  };
}
