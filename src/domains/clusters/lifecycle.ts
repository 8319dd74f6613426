import type { Lifecycle } from '../../core/lifecycle.js';
import type { ClusterState } from '../../generated/prisma/enums.js';

export type ClusterAction = 'delete';

/**
 * The inner states of a cluster, which are those of its master (R121, R122, R125). Whether a deployed
 * cluster shows as pending, normal, warning or critical follows from its workers: see `publicState`.
 */
export const clusterLifecycle: Lifecycle<ClusterState, ClusterAction> = {
  requested: {
    step: { to: 'deploying', after: 'cluster requested' },
    next: ['deploying', 'aborted'],
    actions: ['delete'],
  },
  deploying: {
    step: { to: 'deployed', after: 'cluster deploying' },
    next: ['deployed', 'aborted'],
    actions: ['delete'],
  },
  deployed: { next: ['deleting'], actions: ['delete'] },
  deleting: { step: { to: 'deleted', after: 'cluster deleting' }, next: ['deleted'], actions: [] },
  aborted: { step: { to: 'deleted', after: 'cluster aborted' }, next: ['deleted'], actions: [] },
  deleted: { next: [], actions: [] },
};
