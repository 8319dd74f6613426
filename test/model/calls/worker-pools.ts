import fc from 'fast-check';
import { dismiss } from '../lifecycle.js';
import { prepareZone } from '../network.js';
import { isStaying, type ModelCluster, type ModelPool, type ModelWorker, sidesOf, type WorkerState, type World, ZONES } from '../world.js';
import type { Call, Plan, Plans } from './call.js';
import { clusterNames, openCluster, refusalIn } from './clusters.js';
import { exceedsQuota, orderWorkers } from './order.js';

/** The states of a cluster in which its pools and workers can change. */
export const CHANGEABLE = ['deployed', 'refreshing'] as const;

interface OpenPool {
  readonly cluster: ModelCluster;
  readonly pool: ModelPool;
}

const livingPools = ({ pools }: ModelCluster): readonly ModelPool[] => pools.filter(({ gone }) => !gone);

function openPool(world: World, clusterName: string, poolName: string): OpenPool | string {
  const cluster = world.clusters.find(({ name }) => name === clusterName);
  if (cluster === undefined) return '404 G0004';
  const pool = livingPools(cluster).find(({ name }) => name === poolName);
  if (pool === undefined) return '404 E0d40';
  return CHANGEABLE.some((state) => state === cluster.state) ? { cluster, pool } : refusalIn(cluster.state);
}

/** The staying workers of a pool in a zone. */
const workersIn = ({ workers }: ModelCluster, pool: ModelPool, zone: string): ModelWorker[] =>
  workers.filter((worker) => isStaying(worker) && worker.pool === pool.name && worker.zone === zone);

/** R195: which states go first. */
const FIRST_TO_GO: readonly WorkerState[] = [
  'provision_failed',
  'deploy_failed',
  'provision_pending',
  'provisioning',
  'deploying',
  'provisioned',
  'reloading_failed',
  'reload_pending',
  'reloading',
  'deployed',
  'normal',
];

/** R195: the worse state, then what runs no build yet, then the older one; the sort is stable. */
const byTurnToGo = (a: ModelWorker, b: ModelWorker): number =>
  FIRST_TO_GO.indexOf(a.state) - FIRST_TO_GO.indexOf(b.state) || Number(a.installed) - Number(b.installed);

/** R187, R188: each zone comes to have so many workers, unless the quota forbids. */
function scale(world: World, { cluster, pool }: OpenPool, size: number): boolean {
  const zones = pool.zones.map((zone) => ({ zone, own: workersIn(cluster, pool, zone) }));
  const missing = zones.map(({ zone, own }) => ({ zone, count: Math.max(0, size - own.length) }));
  if (exceedsQuota(world, missing.reduce((sum, { count }) => sum + count, 0))) return false;
  for (const { own } of zones) dismiss(world, own.sort(byTurnToGo).slice(0, Math.max(0, own.length - size)));
  for (const { zone, count } of missing) orderWorkers(world, cluster, pool, zone, count);
  return true;
}

interface PoolWish {
  readonly cluster: string;
  readonly pool: string;
  readonly size: number;
  readonly zone: string;
}

const changes: Readonly<Record<string, (wish: PoolWish) => Plan>> = {
  create: ({ cluster, pool, size, zone }) =>
    plan(`create the pool ${pool} of ${cluster} with ${size} in ${zone}`, 'createWorkerPool', 'POST', `${cluster}/workerpools`, {
      body: { name: pool, machineType: 'b3c.4x16', sizePerZone: size, zones: [{ id: zone }] },
      predict: (world) => {
        const found = openCluster(world, cluster, CHANGEABLE);
        if (typeof found === 'string') return found;
        if (livingPools(found).some(({ name }) => name === pool)) return '409 E0d39';
        if (exceedsQuota(world, size)) return '403 E60b6';
        prepareZone(world, zone, sidesOf(found));
        const created = { name: pool, size, zones: [zone], gone: false };
        found.pools.push(created);
        orderWorkers(world, found, created, zone, size);
        return '201';
      },
    }),
  resize: ({ cluster, pool, size }) =>
    plan(`resize ${cluster}/${pool} to ${size}`, 'patchWorkerPool', 'PATCH', `${cluster}/workerpools/${pool}`, {
      body: { state: 'resizing', sizePerZone: size },
      predict: (world) => {
        const found = openPool(world, cluster, pool);
        if (typeof found === 'string') return found;
        if (!scale(world, found, size)) return '403 E60b6';
        found.pool.size = size;
        return '202';
      },
    }),
  rebalance: ({ cluster, pool }) =>
    plan(`rebalance ${cluster}/${pool}`, 'patchWorkerPool', 'PATCH', `${cluster}/workerpools/${pool}`, {
      body: { state: 'rebalancing' },
      predict: (world) => {
        const found = openPool(world, cluster, pool);
        if (typeof found === 'string') return found;
        return scale(world, found, found.pool.size) ? '202' : '403 E60b6';
      },
    }),
  remove: ({ cluster, pool }) =>
    plan(`delete the pool ${cluster}/${pool}`, 'removeWorkerPool', 'DELETE', `${cluster}/workerpools/${pool}`, {
      predict: (world) => {
        const found = openPool(world, cluster, pool);
        if (typeof found === 'string') return found;
        if (livingPools(found.cluster).length === 1) return '400 E0021';
        for (const zone of found.pool.zones) dismiss(world, workersIn(found.cluster, found.pool, zone));
        found.pool.gone = true;
        return '204';
      },
    }),
  'add zone': ({ cluster, pool, zone }) =>
    plan(`add ${zone} to ${cluster}/${pool}`, 'addWorkerPoolZone', 'POST', `${cluster}/workerpools/${pool}/zones`, {
      body: { id: zone },
      predict: (world) => {
        const found = openPool(world, cluster, pool);
        if (typeof found === 'string') return found;
        if (found.pool.zones.includes(zone)) return '400 E0021';
        if (exceedsQuota(world, found.pool.size)) return '403 E60b6';
        prepareZone(world, zone, sidesOf(found.cluster));
        found.pool.zones.push(zone);
        orderWorkers(world, found.cluster, found.pool, zone, found.pool.size);
        return '201';
      },
    }),
  'remove zone': ({ cluster, pool, zone }) =>
    plan(`take ${zone} from ${cluster}/${pool}`, 'removeWorkerPoolZone', 'DELETE', `${cluster}/workerpools/${pool}/zones/${zone}`, {
      predict: (world) => {
        const found = openPool(world, cluster, pool);
        if (typeof found === 'string') return found;
        if (!found.pool.zones.includes(zone)) return '404 E0012';
        dismiss(world, workersIn(found.cluster, found.pool, zone));
        found.pool.zones.splice(found.pool.zones.indexOf(zone), 1);
        return '202';
      },
    }),
};

function plan(
  name: string,
  operationId: string,
  method: 'POST' | 'PATCH' | 'DELETE',
  path: string,
  { body, predict }: { readonly body?: unknown; readonly predict: Call['predict'] },
): Plan {
  return { name, resolve: () => ({ operationId, requests: [{ method, path: `/v1/clusters/${path}`, body }], predict }) };
}

const wishes = fc.record({
  cluster: clusterNames,
  pool: fc.constantFrom('default', 'default', 'batch'),
  size: fc.integer({ min: 0, max: 6 }),
  zone: fc.constantFrom(...ZONES),
});

export const workerPoolPlans: Plans = fc
  .tuple(fc.constantFrom('create', 'create', 'resize', 'resize', 'rebalance', 'remove', 'add zone', 'remove zone'), wishes)
  .map(([change, wish]) => changes[change]?.(wish) ?? unknown(change));

function unknown(change: string): never {
  throw new Error(`There is no change called ${change}.`);
}
