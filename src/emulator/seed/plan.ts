import { durations, INSTANT } from '../../core/durations.js';
import type { Lifecycle } from '../../core/lifecycle.js';
import { clusterLifecycle } from '../../domains/clusters/lifecycle.js';
import { workerLifecycle } from '../../domains/workers/lifecycle.js';
import type { Path } from '../../operations/yaml-source.js';
import type { ClusterSeed } from './cluster-schemas.js';
import { SeedProblem } from './problem.js';

/** What a cluster goes through until now, in the time of its account. */
export interface ClusterPlan {
  readonly seed: ClusterSeed;
  readonly path: Path;
  readonly createdAt: Date;
  /** When its master is deployed, so that pools and add-ons can come. */
  readonly furnishedAt: Date;
  readonly removedAt: Date | undefined;
}

interface AccountTime {
  readonly now: Date;
  /** What real durations are divided by; 0 means instant. */
  readonly speed: number;
}

/** In the real service all is there an hour after the create: pools and add-ons that come in its course too. */
const UNTIL_ALL_IS_THERE = 3_600_000;

/** How long the steps from one state to another take in the real service, in milliseconds. */
function millisecondsBetween(lifecycle: Lifecycle<string, string>, from: string, to: string): number {
  const step = from === to ? undefined : lifecycle[from]?.step;
  return step === undefined ? 0 : durations[step.after].seconds * 1000 + millisecondsBetween(lifecycle, step.to, to);
}

const requested = millisecondsBetween(clusterLifecycle, 'requested', 'deploying');
const master = millisecondsBetween(clusterLifecycle, 'requested', 'deployed');
const workers = millisecondsBetween(workerLifecycle, 'provision_pending', 'normal');
const deleting = millisecondsBetween(clusterLifecycle, 'deleting', 'deleted');

/** The age, in the real service, at which a cluster is in the middle of a state. */
const usualAges: Readonly<Record<NonNullable<ClusterSeed['state']>, number>> = {
  requested: requested / 2,
  deploying: (requested + master) / 2,
  pending: master + workers / 2,
  normal: UNTIL_ALL_IS_THERE,
  warning: UNTIL_ALL_IS_THERE,
  critical: UNTIL_ALL_IS_THERE,
  deleting: UNTIL_ALL_IS_THERE + deleting / 2,
};

/**
 * Says when a cluster is created and what happens to it when, so that it is now as the seed wants it.
 * @throws SeedProblem where its age leaves no time for what it has
 */
export function planCluster(seed: ClusterSeed, path: Path, { now, speed }: AccountTime): ClusterPlan {
  const atSpeed = (milliseconds: number): number => (speed === INSTANT ? 0 : Math.round(milliseconds / speed));
  const { state, age = atSpeed(usualAges[state ?? 'normal']) } = seed;
  const createdAt = new Date(now.getTime() - age);
  if (!(createdAt.getTime() >= 0)) throw new SeedProblem(path, 'would have been created before 1970: its account is too slow, or it is too old');
  const furnishedAt = new Date(createdAt.getTime() + atSpeed(master));
  const needsMaster = (['pools', 'addons'] as const).find((field) => seed[field] !== undefined);
  if (furnishedAt > now && needsMaster !== undefined) {
    throw new SeedProblem([...path, needsMaster], 'need a master, which is not deployed yet at the age of the cluster');
  }
  return { seed, path, createdAt, furnishedAt, removedAt: state === 'deleting' ? new Date(now.getTime() - atSpeed(deleting / 2)) : undefined };
}
