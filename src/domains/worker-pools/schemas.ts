import { z } from 'zod';
import { clusterField } from '../clusters/field-schemas.js';
import { poolField } from './field-schemas.js';

const poolId = 'c9t2m4ld0k7q1e5v8ub0-3fa91c7';
const labels = z.record(z.string(), z.string());

/** R182. Both spellings of the VLAN keys: each client knows one (A7). */
const PoolZone = z.object({
  id: z.string(),
  privateVlan: z.string(),
  publicVlan: z.string(),
  privateVLAN: z.string(),
  publicVLAN: z.string(),
  workerCount: z.int(),
  autobalanceEnabled: z.boolean(),
  messages: z.array(z.string()),
});

const zoneExample = {
  id: 'dal10',
  privateVlan: '1000003',
  publicVlan: '1000005',
  privateVLAN: '1000003',
  publicVLAN: '1000005',
  workerCount: 2,
  autobalanceEnabled: true,
  messages: [],
};

const labelsExample = { 'ibm-cloud.kubernetes.io/worker-pool-id': poolId };

export const WorkerPool = z
  .object({
    id: z.string(),
    name: z.string(),
    machineType: z.string(),
    sizePerZone: z.int(),
    isolation: z.string(),
    labels,
    region: z.string(),
    state: z.string(),
    reasonForDelete: z.string(),
    isBalanced: z.boolean(),
    autoscaleEnabled: z.boolean(),
    operatingSystem: z.string(),
    entitlement: z.string(),
    zones: z.array(PoolZone),
  })
  .meta({
    id: 'WorkerPoolResponse',
    examples: [
      {
        id: poolId,
        name: 'default',
        machineType: 'b3c.4x16.encrypted',
        sizePerZone: 2,
        isolation: 'public',
        labels: labelsExample,
        region: 'us-south',
        state: 'active',
        reasonForDelete: '',
        isBalanced: true,
        autoscaleEnabled: false,
        operatingSystem: 'UBUNTU_24_64',
        entitlement: '',
        zones: [zoneExample],
      },
    ],
  });

export const WorkerPoolV2 = z
  .object({
    id: z.string(),
    poolName: z.string(),
    flavor: z.string(),
    provider: z.string(),
    isolation: z.string(),
    workerCount: z.int().meta({ description: 'Workers for each zone.' }),
    isBalanced: z.boolean(),
    autoscaleEnabled: z.boolean(),
    labels,
    hostLabels: labels,
    taints: labels,
    operatingSystem: z.string(),
    openshiftLicense: z.string(),
    reservationID: z.string(),
    reservationName: z.string(),
    lifecycle: z.object({ actualState: z.string(), desiredState: z.string() }),
    zones: z.array(PoolZone),
  })
  .meta({
    id: 'GetWorkerPoolResponse',
    examples: [
      {
        id: poolId,
        poolName: 'default',
        flavor: 'b3c.4x16.encrypted',
        provider: 'classic',
        isolation: 'public',
        workerCount: 2,
        isBalanced: true,
        autoscaleEnabled: false,
        labels: labelsExample,
        hostLabels: {},
        taints: {},
        operatingSystem: 'UBUNTU_24_64',
        openshiftLicense: '',
        reservationID: '',
        reservationName: '',
        lifecycle: { actualState: 'active', desiredState: 'active' },
        zones: [zoneExample],
      },
    ],
  });

export const WorkerPoolParams = z.object({ idOrName: clusterField, poolidOrName: poolField });
export const WorkerPoolsV2Query = z.object({ cluster: clusterField });
export const WorkerPoolV2Query = z.object({ cluster: clusterField, workerpool: poolField });
