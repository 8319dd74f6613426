import { enterWorker } from '../lifecycle.js';
import { countWorkers, type ModelCluster, type ModelPool, type ModelWorker, QUOTAS, type World } from '../world.js';

/** R204: workers are ordered at once, or wait for the master to be deployed. */
export function orderWorkers(world: World, cluster: ModelCluster, { name }: Pick<ModelPool, 'name'>, zone: string, count: number): ModelWorker[] {
  const waits = cluster.state === 'requested' || cluster.state === 'deploying';
  const workers = Array.from({ length: count }, (): ModelWorker => {
    const worker: ModelWorker = { pool: name, zone, id: '', state: 'provision_pending', due: undefined, installed: false, leased: false };
    if (!waits) enterWorker(world, worker, 'provision_pending');
    return worker;
  });
  cluster.workers.push(...workers);
  return workers;
}

/** R196. */
export const exceedsQuota = (world: World, wanted: number): boolean => wanted > 0 && countWorkers(world) + wanted > QUOTAS.workerQuota;
