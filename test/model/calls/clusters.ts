import fc from 'fast-check';
import { dismiss, enterCluster } from '../lifecycle.js';
import { prepareZone } from '../network.js';
import { type ClusterState, countWorkers, type ModelCluster, QUOTAS, sidesOf, type World, ZONES } from '../world.js';
import type { Call, Plan, Plans } from './call.js';
import { orderWorkers } from './order.js';

/** More than may be there at once, and one that most calls are about. */
export const clusterNames = fc.constantFrom('alpha', 'alpha', 'alpha', 'beta', 'beta', 'gamma');

interface NewCluster {
  readonly name: string;
  readonly zone: string;
  readonly workers: number;
  readonly privateOnly: boolean;
}

/** R67, R105, R196, R1: what a create answers, and what is there then. */
function create(world: World, { name, zone, workers, privateOnly }: NewCluster): string {
  if (world.clusters.some((one) => one.name === name)) return '409 E0007';
  if (world.clusters.length + 1 > QUOTAS.clusterQuota || countWorkers(world) + workers > QUOTAS.workerQuota) return '403 E60b6';
  const cluster: ModelCluster = { name, zone, privateOnly, id: '', state: 'requested', due: undefined, ready: false, pools: [], workers: [] };
  prepareZone(world, zone, sidesOf(cluster));
  enterCluster(world, cluster, 'requested');
  const pool = { name: 'default', size: workers, zones: [zone], gone: false };
  cluster.pools.push(pool);
  world.clusters.push(cluster);
  orderWorkers(world, cluster, pool, zone, workers);
  return '201';
}

/** R122, R125, R140, R142. */
function remove(world: World, name: string): string {
  const cluster = world.clusters.find((one) => one.name === name);
  if (cluster === undefined) return '404 G0004';
  if (cluster.state === 'deleting' || cluster.state === 'aborted') return '204';
  const isBeforeMaster = cluster.state === 'requested' || cluster.state === 'deploying';
  enterCluster(world, cluster, isBeforeMaster ? 'aborted' : 'deleting');
  dismiss(world, cluster.workers);
  return '204';
}

/** R135, R154: one operation of the master at a time. */
function refresh(world: World, name: string): string {
  const found = openCluster(world, name, ['deployed']);
  if (typeof found === 'string') return found;
  enterCluster(world, found, 'refreshing');
  return '204';
}

/** The cluster of the name if it is in one of the states, or the refusal. */
export function openCluster({ clusters }: World, name: string, states: readonly ClusterState[]): ModelCluster | string {
  const cluster = clusters.find((one) => one.name === name);
  if (cluster === undefined) return '404 G0004';
  return states.includes(cluster.state) ? cluster : refusalIn(cluster.state);
}

/** What is answered in a state in which something is not possible. */
export const refusalIn = (state: ClusterState): string => (state === 'requested' || state === 'deploying' ? '400 Ef9cc' : '400 E0023');

const fixed = (name: string, call: Call): Plan => ({ name, resolve: () => call });

const creates: Plans = fc
  .record({ name: clusterNames, zone: fc.constantFrom(...ZONES), workers: fc.integer({ min: 1, max: 7 }), privateOnly: fc.integer({ max: 4, min: 0 }).map((chance) => chance === 0) })
  .map((wish) =>
    fixed(`create ${wish.name} in ${wish.zone} with ${wish.workers}${wish.privateOnly ? ' (private only)' : ''}`, {
      operationId: 'createCluster',
      requests: [
        {
          method: 'POST',
          path: '/v1/clusters',
          body: { name: wish.name, dataCenter: wish.zone, machineType: 'b3c.4x16', workerNum: wish.workers, ...(wish.privateOnly && { privateOnly: true }) },
        },
      ],
      predict: (world) => create(world, wish),
    }),
  );

const removes: Plans = clusterNames.map((name) =>
  fixed(`delete ${name}`, {
    operationId: 'removeCluster',
    requests: [{ method: 'DELETE', path: `/v1/clusters/${name}` }],
    predict: (world) => remove(world, name),
  }),
);

const refreshes: Plans = clusterNames.map((name) =>
  fixed(`refresh the master of ${name}`, {
    operationId: 'handleMasterAPIServer',
    requests: [{ method: 'PUT', path: `/v1/clusters/${name}/masters`, body: { action: 'refresh' } }],
    predict: (world) => refresh(world, name),
  }),
);

const looks: Plans = clusterNames.map((name) =>
  fixed(`read ${name}`, {
    requests: [{ method: 'GET', path: `/v1/clusters/${name}?showResources=true` }],
    predict: ({ clusters }) => (clusters.some((one) => one.name === name) ? '200' : '404 G0004'),
  }),
);

export const clusterPlans: Plans = fc.oneof(
  { weight: 5, arbitrary: creates },
  { weight: 2, arbitrary: removes },
  { weight: 1, arbitrary: refreshes },
  { weight: 1, arbitrary: looks },
);
