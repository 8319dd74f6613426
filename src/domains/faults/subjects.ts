import type { AccountScope } from '../accounts/scope.js';
import type { WorkerPlace } from '../workers/conditions.js';
import * as repository from './repository.js';
import type { Subject } from './rules.js';

/** A cluster or a worker that a fault may strike. */
export interface Target {
  readonly id: string;
  readonly subject: Subject;
  /** Of workers alone. */
  readonly place?: WorkerPlace;
}

/** Clusters or workers in the order of their ids, which is the order in which faults count them. */
export const findTargets = (scope: AccountScope, kind: 'cluster' | 'worker', ids: readonly string[]): Promise<Target[]> =>
  kind === 'cluster' ? findClusters(scope, ids) : findWorkers(scope, ids);

async function findClusters(scope: AccountScope, ids: readonly string[]): Promise<Target[]> {
  const clusters = await repository.findClusters(scope, ids);
  return clusters.map(({ id, name, zone }) => ({ id, subject: subjectOf([id, name], zone) }));
}

async function findWorkers(scope: AccountScope, ids: readonly string[]): Promise<Target[]> {
  const workers = await repository.findWorkers(scope, ids);
  return workers.map(({ id, zone, cluster, pool, privateVlanId, privateVlan }) => ({
    id,
    subject: subjectOf([id, pool.id, pool.name, cluster.id, cluster.name], zone),
    place: { workerId: id, zone, privateVlanId, router: `bcr${privateVlan.router}` },
  }));
}

const subjectOf = (names: readonly string[], zone: string): Subject => ({ names, zones: [zone] });
