import type { Lifecycle } from '../../core/lifecycle.js';
import type { WorkerState } from '../../generated/prisma/enums.js';

/** R203, R204. A worker stays in provision_pending until its cluster's master is deployed. */
export const workerLifecycle: Lifecycle<WorkerState> = {
  provision_pending: {
    step: { to: 'provisioning', after: 'worker provision_pending' },
    next: ['provisioning', 'deleting'],
    actions: [],
  },
  provisioning: {
    step: { to: 'provisioned', after: 'worker provisioning' },
    next: ['provisioned', 'deleting'],
    actions: [],
  },
  provisioned: {
    step: { to: 'deploying', after: 'worker provisioned' },
    next: ['deploying', 'deleting'],
    actions: [],
  },
  deploying: {
    step: { to: 'deployed', after: 'worker deploying' },
    next: ['deployed', 'deleting'],
    actions: [],
  },
  deployed: { step: { to: 'normal', after: 'worker deployed' }, next: ['normal', 'deleting'], actions: [] },
  normal: { next: ['deleting'], actions: [] },
  deleting: { step: { to: 'deleted', after: 'worker deleting' }, next: ['deleted'], actions: [] },
  deleted: { next: [], actions: [] },
};
