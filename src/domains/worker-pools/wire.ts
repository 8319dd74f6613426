import type { z } from 'zod';
import { isBalanced, type Labels, machineTypeOf, POOL_ID_LABEL, type Taints } from './rules.js';
import type { WorkerPool, WorkerPoolV2 } from './schemas.js';
import type { WorkerPoolView } from './service.js';

/** A map inside the cluster decides it, which no call of this API changes. */
const AUTOSCALED = false;

/** R182, R183. A pool is active from the start; clients store what they see at once. */
export function toWorkerPool(pool: WorkerPoolView): z.input<typeof WorkerPool> {
  return {
    id: pool.id,
    name: pool.name,
    machineType: machineTypeOf(pool),
    sizePerZone: pool.sizePerZone,
    isolation: pool.isolation,
    labels: labelsOf(pool),
    region: pool.cluster.region,
    state: 'active',
    reasonForDelete: '',
    isBalanced: balanced(pool),
    autoscaleEnabled: AUTOSCALED,
    operatingSystem: pool.operatingSystem,
    entitlement: pool.entitlement,
    zones: zonesOf(pool),
  };
}

export function toWorkerPoolV2(pool: WorkerPoolView): z.input<typeof WorkerPoolV2> {
  return {
    id: pool.id,
    poolName: pool.name,
    flavor: machineTypeOf(pool),
    provider: 'classic',
    isolation: pool.isolation,
    workerCount: pool.sizePerZone,
    isBalanced: balanced(pool),
    autoscaleEnabled: AUTOSCALED,
    labels: labelsOf(pool),
    hostLabels: {},
    taints: pool.taints as Taints,
    operatingSystem: pool.operatingSystem,
    openshiftLicense: pool.entitlement,
    reservationID: '',
    reservationName: '',
    lifecycle: { actualState: 'active', desiredState: 'active' },
    zones: zonesOf(pool),
  };
}

const labelsOf = (pool: WorkerPoolView): Labels => ({ ...(pool.labels as Labels), [POOL_ID_LABEL]: pool.id });

const balanced = (pool: WorkerPoolView): boolean =>
  isBalanced(
    pool.sizePerZone,
    pool.zones.map(({ zone }) => pool.workerCounts.get(zone) ?? 0),
  );

const zonesOf = (pool: WorkerPoolView): z.input<typeof WorkerPool>['zones'] =>
  pool.zones.map(({ zone, privateVlanId, publicVlanId }) => ({
    id: zone,
    privateVlan: privateVlanId,
    publicVlan: publicVlanId ?? '',
    privateVLAN: privateVlanId,
    publicVLAN: publicVlanId ?? '',
    workerCount: pool.workerCounts.get(zone) ?? 0,
    autobalanceEnabled: true,
    messages: [],
  }));
