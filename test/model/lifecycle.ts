import { leaseAddresses, returnAddresses } from './network.js';
import { type ClusterState, healthOf, isStaying, type ModelCluster, type ModelWorker, type WorkerState, type World } from './world.js';

interface StepOf<State> {
  readonly to: State;
  readonly seconds: number;
}

/** R121, R122, R125, R132, R154. */
const clusterSteps: Readonly<Partial<Record<ClusterState, StepOf<ClusterState | 'deleted'>>>> = {
  requested: { to: 'deploying', seconds: 15 },
  deploying: { to: 'deployed', seconds: 285 },
  refreshing: { to: 'deployed', seconds: 180 },
  deleting: { to: 'deleted', seconds: 840 },
  aborted: { to: 'deleted', seconds: 420 },
};

/** R204, R208, R213. */
const workerSteps: Readonly<Partial<Record<WorkerState, StepOf<WorkerState>>>> = {
  provision_pending: { to: 'provisioning', seconds: 30 },
  provisioning: { to: 'provisioned', seconds: 360 },
  provisioned: { to: 'deploying', seconds: 30 },
  deploying: { to: 'deployed', seconds: 420 },
  deployed: { to: 'normal', seconds: 60 },
  reload_pending: { to: 'reloading', seconds: 30 },
  reloading: { to: 'deploying', seconds: 240 },
  deleting: { to: 'deleted', seconds: 300 },
};

/** Which state workers leave for another one while a fault is armed. */
const diversions: Readonly<Record<string, { readonly from: WorkerState; readonly into: WorkerState }>> = {
  'provisioning-fails': { from: 'provisioning', into: 'provision_failed' },
  'deployment-fails': { from: 'deploying', into: 'deploy_failed' },
  'reload-fails': { from: 'reloading', into: 'reloading_failed' },
};

/** Something comes into a state, and begins what leads out of it. */
export function enterCluster(world: World, cluster: ModelCluster, state: ClusterState): void {
  cluster.state = state;
  const step = clusterSteps[state];
  cluster.due = step === undefined ? undefined : world.now + step.seconds;
}

export function enterWorker(world: World, worker: ModelWorker, state: WorkerState): void {
  worker.state = state;
  const step = workerSteps[state];
  worker.due = step === undefined ? undefined : world.now + step.seconds;
}

interface Due {
  readonly at: number;
  /** How long the step took that is over: of two at one moment the shorter comes first. */
  readonly seconds: number;
  readonly take: () => void;
}

/** Time goes by, and all that falls due happens at its own moment. */
export function advance(world: World, seconds: number): void {
  const until = world.now + seconds;
  for (;;) {
    const [next] = findSteps(world)
      .filter(({ at }) => at <= until)
      .sort((a, b) => a.at - b.at || a.seconds - b.seconds);
    if (next === undefined) break;
    world.now = next.at;
    next.take();
  }
  world.now = until;
}

function findSteps(world: World): Due[] {
  return world.clusters.flatMap((cluster) => {
    const step = clusterSteps[cluster.state];
    const own: Due[] =
      step === undefined || cluster.due === undefined ? [] : [{ at: cluster.due, seconds: step.seconds, take: () => moveCluster(world, cluster, step.to) }];
    const workers = cluster.workers.flatMap((worker): Due[] => {
      const next = workerSteps[worker.state];
      if (next === undefined || worker.due === undefined) return [];
      return [{ at: worker.due, seconds: next.seconds, take: () => moveWorker(world, cluster, worker, next.to) }];
    });
    return [...own, ...workers];
  });
}

function moveCluster(world: World, cluster: ModelCluster, to: ClusterState | 'deleted'): void {
  if (to === 'deleted') {
    for (const worker of cluster.workers) returnAddresses(world, cluster, worker);
    world.clusters.splice(world.clusters.indexOf(cluster), 1);
    return;
  }
  enterCluster(world, cluster, to);
  if (to !== 'deployed') return;
  for (const worker of cluster.workers) {
    if (worker.state === 'provision_pending' && worker.due === undefined) enterWorker(world, worker, 'provision_pending');
  }
}

function moveWorker(world: World, cluster: ModelCluster, worker: ModelWorker, to: WorkerState): void {
  const diversion = diversions[world.fault?.type ?? ''];
  enterWorker(world, worker, diversion?.from === worker.state ? diversion.into : to);
  if (worker.state === 'provisioned') leaseAddresses(world, cluster, worker);
  if (worker.state === 'deployed') worker.installed = true;
  if (worker.state === 'deleted') returnAddresses(world, cluster, worker);
  const { up, coming } = healthOf(cluster);
  if (up > 0 && coming === 0 && worker.due === undefined) cluster.ready = true;
}

/** R142: whatever a worker is doing, it begins to leave. */
export function dismiss(world: World, workers: readonly ModelWorker[]): void {
  for (const worker of workers.filter(isStaying)) enterWorker(world, worker, 'deleting');
}
