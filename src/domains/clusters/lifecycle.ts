import type { Lifecycle } from '../../core/lifecycle.js';
import type { ClusterState } from '../../generated/prisma/enums.js';

/**
 * What a caller may do to a cluster: `operate master` stands for updates, refreshes, endpoint and key
 * changes, of which one runs at a time (R135); `change workers` for pools and workers; `restart workers by
 * force` for reboots and reloads that do not ask the master (R206); `change network` for subnets and ALBs;
 * `configure` for settings that need no master; `use API server` for kubeconfigs and what is installed into
 * the cluster.
 */
export type ClusterAction =
  | 'delete'
  | 'operate master'
  | 'change workers'
  | 'restart workers by force'
  | 'change network'
  | 'configure'
  | 'use API server';

/**
 * The inner states of a cluster, which are those of its master (R121, R122, R125, R135). Whether a deployed
 * cluster shows as pending, normal or warning follows from its workers: see `publicState`. A master becomes
 * unavailable by a fault alone, and by itself it comes back only when that is over.
 */
export const clusterLifecycle: Lifecycle<ClusterState, ClusterAction> = {
  requested: {
    rule: 'R121',
    means: 'is accepted, and the deployment of its master has not begun',
    step: { to: 'deploying', after: 'cluster requested' },
    next: ['deploying', 'aborted'],
    actions: ['delete', 'configure'],
  },
  deploying: {
    rule: 'R121',
    means: 'has a master that is being deployed',
    step: { to: 'deployed', after: 'cluster deploying' },
    next: ['deployed', 'unavailable', 'aborted'],
    actions: ['delete', 'configure'],
  },
  deployed: {
    rule: 'R121',
    means: 'has a master that answers',
    next: ['updating', 'refreshing', 'unavailable', 'deleting'],
    actions: ['delete', 'operate master', 'change workers', 'restart workers by force', 'change network', 'configure', 'use API server'],
  },
  updating: {
    rule: 'R135',
    means: 'has a master that is being updated and answers meanwhile',
    step: { to: 'deployed', after: 'cluster updating' },
    next: ['deployed', 'unavailable', 'deleting'],
    actions: ['delete', 'change workers', 'restart workers by force', 'change network', 'configure', 'use API server'],
  },
  refreshing: {
    rule: 'R135',
    means: 'has a master whose API server restarts',
    step: { to: 'deployed', after: 'cluster refreshing' },
    next: ['deployed', 'unavailable', 'deleting'],
    actions: ['delete', 'change workers', 'restart workers by force', 'change network', 'configure', 'use API server'],
  },
  unavailable: {
    rule: 'R123',
    means: 'has a master that cannot be reached',
    waitsFor: 'the fault that keeps its master away to be over',
    next: ['deployed', 'unavailable', 'deleting'],
    actions: ['delete', 'restart workers by force', 'configure'],
  },
  deleting: {
    rule: 'R125',
    means: 'is being deleted with all that belongs to it, which nothing can undo',
    step: { to: 'deleted', after: 'cluster deleting' },
    next: ['deleted'],
    actions: [],
  },
  aborted: {
    rule: 'R122',
    means: 'was deleted before its master was deployed',
    step: { to: 'deleted', after: 'cluster aborted' },
    next: ['deleted'],
    actions: [],
  },
  deleted: { rule: 'R125', means: 'is gone', next: [], actions: [] },
};

/** Whether the master is still on its way. */
export const isBeforeMaster = (state: ClusterState): boolean => state === 'requested' || state === 'deploying';

/** Whether the master was deployed, so that there are addresses to show, also while it cannot be reached. */
export const hasMaster = (state: ClusterState): boolean => !isBeforeMaster(state) && state !== 'aborted';
