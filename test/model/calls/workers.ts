import fc from 'fast-check';
import { dismiss, enterWorker } from '../lifecycle.js';
import { leaseAddresses } from '../network.js';
import { isStaying, type ModelCluster, type ModelWorker, type WorkerState, type World } from '../world.js';
import { type Call, pick, type Plans } from './call.js';
import { refusalIn } from './clusters.js';
import { orderWorkers } from './order.js';
import { CHANGEABLE } from './worker-pools.js';

const RELOADABLE: readonly WorkerState[] = ['normal', 'deploy_failed', 'reloading_failed'];
const NOT_REPLACEABLE: readonly WorkerState[] = ['provision_pending', 'provisioning', 'provisioned'];

interface OpenWorker {
  readonly cluster: ModelCluster;
  readonly worker: ModelWorker;
}

function openWorker({ clusters }: World, clusterName: string, id: string): OpenWorker | string {
  const cluster = clusters.find(({ name }) => name === clusterName);
  if (cluster === undefined) return '404 G0004';
  const worker = cluster.workers.find((one) => one.id === id);
  if (worker === undefined) return '404 E0011';
  if (!CHANGEABLE.some((state) => state === cluster.state)) return refusalIn(cluster.state);
  return worker.state === 'deleted' ? '404 E0011' : { cluster, worker };
}

interface Change {
  readonly operationId: string;
  readonly request: (cluster: string, worker: string) => Call['requests'][number];
  /** What comes of it, or the refusal. */
  readonly apply: (world: World, open: OpenWorker) => string;
}

const changes: Readonly<Record<string, Change>> = {
  remove: {
    operationId: 'removeClusterWorker',
    request: (cluster, worker) => ({ method: 'DELETE', path: `/v1/clusters/${cluster}/workers/${worker}` }),
    apply: (world, { worker }) => {
      if (!isStaying(worker)) return '400 E0023';
      dismiss(world, [worker]);
      return '204';
    },
  },
  /** R37, R210: the new one has its addresses before the old one gives back its own. */
  replace: {
    operationId: 'replaceWorker',
    request: (cluster, workerID) => ({ method: 'POST', path: '/v2/replaceWorker', body: { cluster, workerID } }),
    apply: (world, { cluster, worker }) => {
      if (!isStaying(worker) || NOT_REPLACEABLE.includes(worker.state)) return '400 E0023';
      for (const successor of orderWorkers(world, cluster, { name: worker.pool }, worker.zone, 1)) leaseAddresses(world, cluster, successor);
      dismiss(world, [worker]);
      return '204';
    },
  },
  /** R37, R208: it keeps its id and its addresses. */
  reload: {
    operationId: 'updateClusterWorker',
    request: (cluster, worker) => ({ method: 'PUT', path: `/v1/clusters/${cluster}/workers/${worker}`, body: { action: 'reload' } }),
    apply: (world, { worker }) => {
      if (!RELOADABLE.includes(worker.state)) return '400 E0023';
      enterWorker(world, worker, 'reload_pending');
      return '204';
    },
  },
};

export const workerPlans: Plans = fc
  .record({ change: fc.constantFrom(...Object.keys(changes)), chance: fc.nat({ max: 999 }) })
  .map(({ change: name, chance }) => ({
    name: `${name} worker ${chance}`,
    resolve: ({ clusters }) => {
      const change = changes[name];
      const target = pick(clusters.flatMap((cluster) => cluster.workers.map((worker) => ({ cluster: cluster.name, worker: worker.id }))), chance);
      if (target === undefined || change === undefined) return undefined;
      return {
        operationId: change.operationId,
        requests: [change.request(target.cluster, target.worker)],
        predict: (world) => {
          const open = openWorker(world, target.cluster, target.worker);
          return typeof open === 'string' ? open : change.apply(world, open);
        },
      };
    },
  }));
