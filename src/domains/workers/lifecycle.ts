import type { Lifecycle } from '../../core/lifecycle.js';
import type { WorkerState } from '../../generated/prisma/enums.js';

export type WorkerAction = 'reboot' | 'reload' | 'update' | 'replace' | 'remove';

/**
 * R203, R204, R208. A worker stays in provision_pending until its cluster's master is deployed. A reload goes
 * through the deployment again; a reboot leaves the state alone (R207); a worker that is deleting accepts
 * nothing (R213).
 */
export const workerLifecycle: Lifecycle<WorkerState, WorkerAction> = {
  provision_pending: {
    step: { to: 'provisioning', after: 'worker provision_pending' },
    next: ['provisioning', 'deleting'],
    actions: ['remove'],
  },
  provisioning: {
    step: { to: 'provisioned', after: 'worker provisioning' },
    next: ['provisioned', 'deleting'],
    actions: ['remove'],
  },
  provisioned: {
    step: { to: 'deploying', after: 'worker provisioned' },
    next: ['deploying', 'deleting'],
    actions: ['remove'],
  },
  deploying: {
    step: { to: 'deployed', after: 'worker deploying' },
    next: ['deployed', 'deleting'],
    actions: ['replace', 'remove'],
  },
  deployed: {
    step: { to: 'normal', after: 'worker deployed' },
    next: ['normal', 'deleting'],
    actions: ['replace', 'remove'],
  },
  normal: {
    next: ['normal', 'reload_pending', 'deleting'],
    actions: ['reboot', 'reload', 'update', 'replace', 'remove'],
  },
  reload_pending: {
    step: { to: 'reloading', after: 'worker reload_pending' },
    next: ['reloading', 'deleting'],
    actions: ['replace', 'remove'],
  },
  reloading: {
    step: { to: 'deploying', after: 'worker reloading' },
    next: ['deploying', 'deleting'],
    actions: ['replace', 'remove'],
  },
  deleting: { step: { to: 'deleted', after: 'worker deleting' }, next: ['deleted'], actions: [] },
  deleted: { next: [], actions: [] },
};

/** The states of workers that count no more in pools and for a cluster's health. */
export const LEAVING: readonly WorkerState[] = ['deleting', 'deleted'];

/** Whether a worker in the state is there to stay. */
export const isStaying = (state: WorkerState): boolean => !LEAVING.includes(state);
