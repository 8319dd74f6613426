import { allows } from '../../core/lifecycle.js';
import type { AccountScope } from '../../domains/accounts/scope.js';
import { addonLifecycle, type AddonAction } from '../../domains/addons/lifecycle.js';
import { requireAddonAction, requireAddonHost } from '../../domains/addons/actions.js';
import { listAddons } from '../../domains/addons/service.js';
import { requireAlbAction } from '../../domains/albs/actions.js';
import { NEWEST_BUILD } from '../../domains/albs/builds.js';
import { type AlbAction, albLifecycle } from '../../domains/albs/lifecycle.js';
import { findAlb } from '../../domains/albs/service.js';
import { requireAction } from '../../domains/clusters/actions.js';
import { type ClusterAction, clusterLifecycle } from '../../domains/clusters/lifecycle.js';
import { findCluster } from '../../domains/clusters/service.js';
import { requireNetworkChange } from '../../domains/networking/actions.js';
import { requireWorkerAction } from '../../domains/workers/actions.js';
import type { WorkerAction } from '../../domains/workers/lifecycle.js';
import { findWorker } from '../../domains/workers/service.js';
import { IksError } from '../../errors/iks-error.js';
import type { Cluster } from '../../generated/prisma/client.js';
import type { LifecycleKind } from '../../lifecycle/registry.js';
import type { OperationId } from '../../operations/catalogue.js';
import { addonOperations, albOperations, clusterOperations, workerOperations } from './operations.js';
import type { Subject } from './repository.js';

/** What would become of an action if it were taken now. Whether what a request names is fitting and free is not asked. */
export interface Verdict {
  readonly action: string;
  readonly operations: readonly OperationId[];
  readonly outcome: 'done' | 'no effect' | IksError;
}

/** Says by throwing that an action is refused, as the API does by the same functions, and else whether it has an effect. */
type Trial = () => boolean;

const WHAT: Readonly<Record<ClusterAction, string>> = {
  delete: 'A delete',
  'operate master': 'An operation of the master',
  'change workers': 'A change of workers',
  'restart workers by force': 'A forced reboot or reload',
  'change network': 'A change of the network',
  configure: 'A change of settings',
  'use API server': 'The use of the API server',
};

type Judge = (scope: AccountScope, subject: Subject, cluster: Cluster) => Promise<Verdict[]>;

/** What each action would lead to, of each kind of resource that callers can act on. */
const judges: Readonly<Partial<Record<LifecycleKind, Judge>>> = {
  cluster: (_scope, _subject, cluster) => Promise.resolve(judgeAll(clusterOperations, (action) => () => tryOnCluster(cluster, action))),
  worker: async (scope, { id }, cluster) => {
    const worker = await findWorker(scope, id, cluster.id);
    return judgeAll<WorkerAction>(workerOperations, (action) => () => {
      requireWorkerAction(cluster, worker, action);
      return true;
    });
  },
  ALB: async (scope, { id }, cluster) => {
    const { state, enabled, build } = await findAlb(scope, id);
    const hasEffect: Readonly<Record<AlbAction, boolean>> = {
      enable: !enabled,
      disable: enabled,
      'change build': allows(albLifecycle, state, 'change build') && build !== NEWEST_BUILD,
    };
    return judgeAll(albOperations, (action) => () => {
      requireAlbAction(cluster, { state }, action);
      return hasEffect[action];
    });
  },
  'add-on': async (scope, { id }, cluster) => {
    const addon = (await listAddons(scope, [cluster.id])).find((one) => one.id === id);
    if (addon === undefined) return [];
    return judgeAll<AddonAction>(addonOperations, (action) => () => {
      requireAddonHost(cluster);
      requireAddonAction(addon, action);
      return action !== 'enable' || !allows(addonLifecycle, addon.state, 'enable');
    });
  },
};

/** What each action on a resource would answer now; nothing is done. */
export async function judge(scope: AccountScope, subject: Subject): Promise<readonly Verdict[]> {
  const judgeKind = judges[subject.kind];
  return judgeKind === undefined ? [] : judgeKind(scope, subject, await findCluster(scope, subject.clusterId ?? subject.id, undefined));
}

function judgeAll<Action extends string>(
  operations: Readonly<Record<Action, readonly OperationId[]>>,
  trialOf: (action: Action) => Trial,
): Verdict[] {
  return (Object.keys(operations) as Action[]).map((action) => ({ action, operations: operations[action], outcome: tryOut(trialOf(action)) }));
}

function tryOut(trial: Trial): Verdict['outcome'] {
  try {
    return trial() ? 'done' : 'no effect';
  } catch (error) {
    if (error instanceof IksError) return error;
    throw error;
  }
}

/** A delete is never refused: a second one changes nothing (R125). */
function tryOnCluster(cluster: Cluster, action: ClusterAction): boolean {
  if (action === 'delete') return allows(clusterLifecycle, cluster.state, 'delete');
  if (action === 'change network') requireNetworkChange(cluster, WHAT[action]);
  else requireAction(cluster, action, WHAT[action]);
  return true;
}
