import type { Lifecycle } from '../../core/lifecycle.js';
import type { ClusterState } from '../../generated/prisma/enums.js';

/**
 * What a caller may do to a cluster: `operate master` stands for updates, refreshes, endpoint and key
 * changes, of which one runs at a time (R135); `change workers` for pools and workers; `change network` for
 * subnets and ALBs; `configure` for settings that need no master; `use API server` for kubeconfigs and
 * what is installed into the cluster.
 */
export type ClusterAction = 'delete' | 'operate master' | 'change workers' | 'change network' | 'configure' | 'use API server';

/**
 * The inner states of a cluster, which are those of its master (R121, R122, R125, R135). Whether a deployed
 * cluster shows as pending, normal or warning follows from its workers: see `publicState`.
 */
export const clusterLifecycle: Lifecycle<ClusterState, ClusterAction> = {
  requested: {
    step: { to: 'deploying', after: 'cluster requested' },
    next: ['deploying', 'aborted'],
    actions: ['delete', 'configure'],
  },
  deploying: {
    step: { to: 'deployed', after: 'cluster deploying' },
    next: ['deployed', 'aborted'],
    actions: ['delete', 'configure'],
  },
  deployed: {
    next: ['updating', 'refreshing', 'deleting'],
    actions: ['delete', 'operate master', 'change workers', 'change network', 'configure', 'use API server'],
  },
  updating: {
    step: { to: 'deployed', after: 'cluster updating' },
    next: ['deployed', 'deleting'],
    actions: ['delete', 'change workers', 'change network', 'configure', 'use API server'],
  },
  refreshing: {
    step: { to: 'deployed', after: 'cluster refreshing' },
    next: ['deployed', 'deleting'],
    actions: ['delete', 'change workers', 'change network', 'configure', 'use API server'],
  },
  deleting: { step: { to: 'deleted', after: 'cluster deleting' }, next: ['deleted'], actions: [] },
  aborted: { step: { to: 'deleted', after: 'cluster aborted' }, next: ['deleted'], actions: [] },
  deleted: { next: [], actions: [] },
};

/** Whether the master answers: there are addresses and versions to show, and workers can join. */
export const hasMaster = (state: ClusterState): boolean => !['requested', 'deploying', 'aborted'].includes(state);

/** Whether the master is still on its way. */
export const isBeforeMaster = (state: ClusterState): boolean => ['requested', 'deploying'].includes(state);
