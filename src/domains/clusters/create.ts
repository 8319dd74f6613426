import { arriveIn } from '../../core/lifecycle.js';
import { IksError, refuseRequest } from '../../errors/iks-error.js';
import type { Prisma, ResourceGroup } from '../../generated/prisma/client.js';
import type { AccountScope, AccountTransaction } from '../accounts/scope.js';
import { resolveVersion, supportedVersions, type Version } from '../catalog/versions.js';
import { classicZoneIds, findClassicZone, type Zone } from '../catalog/zones.js';
import { ensureRegionKey } from '../credentials/service.js';
import type { VlanPlan } from '../networking/vlans/rules.js';
import { planWorkerVlans } from '../networking/vlans/service.js';
import { ensureZoneNetwork, prepareVlans } from '../networking/zone-networks/service.js';
import { requireResourceGroup } from '../resource-groups/service.js';
import { chooseMachine } from '../worker-pools/machines.js';
import { addWorkerPool, type NewWorkerPool } from '../worker-pools/service.js';
import { createWorkers, requireWorkerQuota } from '../workers/service.js';
import { clusterLifecycle } from './lifecycle.js';
import * as repository from './repository.js';
import { chooseEndpoints, chooseSubnets, DEFAULT_POOL_NAME, requireOptionalPublicEndpoint, requireServiceEndpoints } from './rules.js';
import { pickFreeZone, planFreePool, PROVIDER_VLANS, requireFreeCluster } from './free.js';
import { type CreateClusterRequest, isStandard, type StandardClusterRequest } from './schemas.js';

/** A request that has passed every check: what will be written, and nothing is written yet. */
interface ClusterPlan extends WorkerPlan {
  readonly version: Version;
  readonly resourceGroup: ResourceGroup;
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
  const vlans = isStandard(request) ? await planWorkerVlans(scope, zone.id, request) : PROVIDER_VLANS;
  if (version.type === 'openshift' && vlans.public === undefined) {
    refuseRequest('publicVlan is required for an OpenShift cluster: it cannot be private-only');
  }
  const resourceGroup = await requireResourceGroup(scope, headers.resourceGroup);
  if ((await repository.findByName(scope, zone.region, request.name)) !== null) {
    throw IksError.of('clusterNameTaken', request.name, zone.region);
  }
  await checkQuotas(scope, zone.region, pool.sizePerZone);
  return { free: !isStandard(request), zone, version, pool, vlans, resourceGroup, subnets, endpoints };
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

/** R105, R196. */
async function checkQuotas(scope: AccountScope, region: string, workers: number): Promise<void> {
  const { clusterQuota } = scope.account;
  const clustersUsed = await repository.countClustersInRegion(scope, region);
  if (clustersUsed + 1 > clusterQuota) throw IksError.of('quotaExceeded', 'clusters', clusterQuota, clustersUsed, 1);
  await requireWorkerQuota(scope, region, workers);
}

async function writeCluster(scope: AccountTransaction, request: CreateClusterRequest, plan: ClusterPlan, id?: string): Promise<{ id: string }> {
  const { zone, version, vlans: vlanPlan } = plan;
  const vlans = await prepareVlans(scope, zone.id, vlanPlan);
  const cluster = await repository.insertCluster(scope, {
    ...identify(scope, request, plan),
    ...(id !== undefined && { id }),
    ...arriveIn(clusterLifecycle, 'requested', scope.now, scope.account.speed),
    privateOnly: vlans.publicVlan === undefined,
  });
  const pool = await addWorkerPool(scope, cluster, plan.pool, [{ zone: zone.id, ...vlans }]);
  await ensureZoneNetwork(scope, cluster, zone.id);
  for (const poolZone of pool.zones) {
    await createWorkers(scope, { cluster, pool, poolZone, count: pool.sizePerZone, version: version.worker });
  }
  await ensureRegionKey(scope, cluster);
  return { id: cluster.id };
}

type NewCluster = Omit<Prisma.ClusterUncheckedCreateInput, 'accountId' | 'state' | 'stateSince' | 'nextState' | 'nextStateAt' | 'privateOnly'>;

function identify({ ids, now, caller }: AccountTransaction, request: CreateClusterRequest, plan: ClusterPlan): NewCluster {
  const { zone, version, resourceGroup, subnets, endpoints, free } = plan;
  return {
    id: ids.clusterId(),
    name: request.name,
    region: zone.region,
    zone: zone.id,
    resourceGroupId: resourceGroup.id,
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
