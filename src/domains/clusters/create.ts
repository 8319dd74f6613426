import { arriveIn } from '../../core/lifecycle.js';
import { IksError } from '../../errors/iks-error.js';
import type { Prisma, ResourceGroup } from '../../generated/prisma/client.js';
import type { AccountScope, AccountTransaction } from '../accounts/scope.js';
import { findFlavor, type Flavor, flavorNamesIn, isOfferedIn } from '../catalog/flavors.js';
import { defaultOperatingSystem, resolveVersion, supportedVersions, type Version } from '../catalog/versions.js';
import { classicZoneIds, findClassicZone, type Zone } from '../catalog/zones.js';
import { userOf } from '../identity/user.js';
import type { VlanPlan } from '../networking/vlans/rules.js';
import { planWorkerVlans, realiseVlans } from '../networking/vlans/service.js';
import { ensurePrimarySubnet } from '../networking/subnets/service.js';
import { createZoneNetwork } from '../networking/zone-networks/service.js';
import { createWorkerPool, type NewWorkerPool } from '../worker-pools/service.js';
import { countWorkersInRegion, createWorkers } from '../workers/service.js';
import { clusterLifecycle } from './lifecycle.js';
import * as repository from './repository.js';
import { chooseEndpoints, chooseIsolation, chooseSubnets, DEFAULT_POOL_NAME } from './rules.js';
import type { CreateClusterRequest } from './schemas.js';

/** A request that has passed every check: what will be written, and nothing is written yet. */
interface ClusterPlan {
  readonly zone: Zone;
  readonly version: Version;
  readonly pool: NewWorkerPool;
  readonly vlans: VlanPlan;
  readonly resourceGroup: ResourceGroup;
  readonly subnets: ReturnType<typeof chooseSubnets>;
}

/**
 * Creates a classic cluster: its VLANs where the zone has none (R1), its default pool with all workers
 * (R128, R180), and its master, whose deployment begins (R121).
 * @throws IksError for every rule that the request breaks; then nothing is written
 */
export async function createCluster(
  scope: AccountTransaction,
  request: CreateClusterRequest,
  resourceGroup: string | undefined,
): Promise<{ id: string }> {
  const plan = await planCluster(scope, request, resourceGroup);
  return writeCluster(scope, request, plan);
}

async function planCluster(scope: AccountScope, request: CreateClusterRequest, groupName: string | undefined): Promise<ClusterPlan> {
  const zone = findClassicZone(request.dataCenter);
  if (zone === undefined) refuse(`dataCenter '${request.dataCenter}' is not a classic zone; it must be one of: ${classicZoneIds().join(', ')}`);
  const version = resolveVersion(request.masterVersion);
  if (version === undefined) {
    refuse(`masterVersion '${request.masterVersion ?? ''}' is not supported; it must be one of: ${supportedVersions().join(', ')}`);
  }
  const pool = planPool(request, zone, version);
  const subnets = chooseSubnets(request.podSubnet, request.serviceSubnet);
  if (request.gatewayEnabled === true) refuse('gatewayEnabled must be false: gateway clusters are not built in this emulator');
  const vlans = await planWorkerVlans(scope, zone.id, request);
  if (version.type === 'openshift' && vlans.public === undefined) {
    refuse('publicVlan is required for an OpenShift cluster: it cannot be private-only');
  }
  const resourceGroup = await repository.findResourceGroup(scope, groupName);
  if (resourceGroup === null) refuse(`the header X-Auth-Resource-Group names '${groupName ?? ''}', which is no resource group of this account`);
  if ((await repository.findByName(scope, zone.region, request.name)) !== null) {
    throw IksError.of('clusterNameTaken', request.name, zone.region);
  }
  await checkQuotas(scope, zone.region, pool.sizePerZone);
  return { zone, version, pool, vlans, resourceGroup, subnets };
}

/** R88 to R92. */
function planPool(request: CreateClusterRequest, zone: Zone, version: Version): NewWorkerPool {
  const found = findFlavor(request.machineType);
  if (found?.flavor.deprecated === true) {
    throw IksError.of('deprecatedFlavor', request.machineType, found.flavor.replacedBy ?? '');
  }
  if (found === undefined || !isOfferedIn(found.flavor, zone.id)) {
    refuse(`machineType '${request.machineType}' is not offered in zone ${zone.id}; it must be one of: ${flavorNamesIn(zone.id).join(', ')}`);
  }
  const { flavor, encrypted } = found;
  return {
    name: request.defaultWorkerPoolName ?? DEFAULT_POOL_NAME,
    flavor: flavor.name,
    encrypted: encrypted || (request.diskEncryption ?? true),
    isolation: chooseIsolation(request.isolation, flavor),
    sizePerZone: request.workerNum ?? 1,
    operatingSystem: chooseOperatingSystem(request.operatingSystem, flavor, version),
    entitlement: request.defaultWorkerPoolEntitlement ?? '',
  };
}

function chooseOperatingSystem(wanted: string | undefined, flavor: Flavor, version: Version): string {
  const usual = defaultOperatingSystem(version, flavor);
  if (usual === undefined) refuse(`machineType '${flavor.name}' has no operating system that version ${version.majorMinor} runs on`);
  if (wanted === undefined) return usual;
  const possible = version.operatingSystems.filter((system) => flavor.operatingSystems.includes(system));
  if (!possible.includes(wanted)) refuse(`operatingSystem must be one of: ${possible.join(', ')}`);
  return wanted;
}

/** R105, R196. */
async function checkQuotas(scope: AccountScope, region: string, workers: number): Promise<void> {
  const { clusterQuota, workerQuota } = scope.account;
  const clustersUsed = await repository.countClustersInRegion(scope, region);
  if (clustersUsed + 1 > clusterQuota) throw IksError.of('quotaExceeded', 'clusters', clusterQuota, clustersUsed, 1);
  const workersUsed = await countWorkersInRegion(scope, region);
  if (workersUsed + workers > workerQuota) throw IksError.of('quotaExceeded', 'workers', workerQuota, workersUsed, workers);
}

async function writeCluster(scope: AccountTransaction, request: CreateClusterRequest, plan: ClusterPlan): Promise<{ id: string }> {
  const { zone, version, vlans: vlanPlan } = plan;
  const vlans = await realiseVlans(scope, zone.id, vlanPlan);
  await ensurePrimarySubnet(scope, vlans.privateVlan);
  if (vlans.publicVlan !== undefined) await ensurePrimarySubnet(scope, vlans.publicVlan);
  const cluster = await repository.insertCluster(scope, {
    ...identify(scope, request, plan),
    ...arriveIn(clusterLifecycle, 'requested', scope.now, scope.account.speed),
    privateOnly: vlans.publicVlan === undefined,
  });
  const pool = await createWorkerPool(scope, cluster, plan.pool, zone.id, vlans);
  await createZoneNetwork(scope, cluster, zone.id);
  for (const poolZone of pool.zones) {
    await createWorkers(scope, { cluster, pool, poolZone, count: pool.sizePerZone, version: version.worker });
  }
  return { id: cluster.id };
}

type NewCluster = Omit<Prisma.ClusterUncheckedCreateInput, 'accountId' | 'state' | 'stateSince' | 'nextState' | 'nextStateAt' | 'privateOnly'>;

function identify({ ids, now, account }: AccountTransaction, request: CreateClusterRequest, plan: ClusterPlan): NewCluster {
  const { zone, version, resourceGroup, subnets } = plan;
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
    ...chooseEndpoints(request.publicServiceEndpoint, request.privateSeviceEndpoint ?? request.privateServiceEndpoint),
    noSubnet: request.noSubnet ?? false,
    masterNumber: ids.between(1, 9),
    // R151: one port for both endpoints, from the range of node ports.
    masterPort: ids.between(30_000, 32_767),
    etcdPort: ids.between(30_000, 32_767),
    disableAutoUpdate: request.disableAutoUpdate ?? false,
    entitlement: request.defaultWorkerPoolEntitlement ?? '',
    ownerEmail: userOf(account.id).email,
  };
}

function refuse(problem: string): never {
  throw IksError.of('invalidRequest', problem);
}
