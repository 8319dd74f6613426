import type { Lifecycle } from '../../core/lifecycle.js';
import type { WorkerState } from '../../generated/prisma/enums.js';

export type WorkerAction = 'reboot' | 'reload' | 'update' | 'replace' | 'remove';

/**
 * R203, R204, R208. A worker stays in provision_pending until its cluster's master is deployed. A reload goes
 * through the deployment again; a reboot leaves the state alone (R207), except that it may bring a critical worker
 * back; a worker that is deleting accepts nothing (R213). What was never delivered cannot be installed anew. The
 * broken states come of faults alone.
 */
export const workerLifecycle: Lifecycle<WorkerState, WorkerAction> = {
  provision_pending: {
    rule: 'R204',
    means: 'waits for its machine to be ordered',
    waitsFor: 'the master of its cluster to be deployed (R204)',
    step: { to: 'provisioning', after: 'worker provision_pending' },
    next: ['provisioning', 'deleting'],
    actions: ['remove'],
  },
  provisioning: {
    rule: 'R204',
    means: 'waits for its machine, which is ordered',
    step: { to: 'provisioned', after: 'worker provisioning' },
    next: ['provisioned', 'provision_failed', 'deleting'],
    actions: ['remove'],
  },
  provisioned: {
    rule: 'R204',
    means: 'has its machine and its addresses',
    step: { to: 'deploying', after: 'worker provisioned' },
    next: ['deploying', 'deleting'],
    actions: ['remove'],
  },
  deploying: {
    rule: 'R204',
    means: 'is being given the container runtime and the Kubernetes components',
    step: { to: 'deployed', after: 'worker deploying' },
    next: ['deployed', 'deploy_failed', 'deleting'],
    actions: ['replace', 'remove'],
  },
  deployed: {
    rule: 'R204',
    means: 'is set up, and its node is not ready yet',
    step: { to: 'normal', after: 'worker deployed' },
    next: ['normal', 'critical', 'deleting'],
    actions: ['replace', 'remove'],
  },
  normal: {
    rule: 'R204',
    means: 'is up, or restarts after a reboot (R207)',
    next: ['normal', 'critical', 'reload_pending', 'deleting'],
    actions: ['reboot', 'reload', 'update', 'replace', 'remove'],
  },
  reload_pending: {
    rule: 'R208',
    means: 'is about to be installed anew',
    step: { to: 'reloading', after: 'worker reload_pending' },
    next: ['reloading', 'deleting'],
    actions: ['replace', 'remove'],
  },
  reloading: {
    rule: 'R208',
    means: 'has its disk written anew',
    step: { to: 'deploying', after: 'worker reloading' },
    next: ['deploying', 'reloading_failed', 'deleting'],
    actions: ['replace', 'remove'],
  },
  critical: {
    rule: 'R203',
    means: 'does not answer',
    waitsFor: 'somebody to reboot, reload, update, replace or remove it',
    next: ['normal', 'critical', 'reload_pending', 'deleting'],
    actions: ['reboot', 'reload', 'update', 'replace', 'remove'],
  },
  provision_failed: {
    rule: 'R203',
    means: 'has no machine, since the order of it failed (R217)',
    waitsFor: 'somebody to replace or remove it',
    next: ['deleting'],
    actions: ['replace', 'remove'],
  },
  deploy_failed: {
    rule: 'R203',
    means: 'has a machine on which nothing could be set up',
    waitsFor: 'somebody to reload, update, replace or remove it',
    next: ['reload_pending', 'deleting'],
    actions: ['reload', 'update', 'replace', 'remove'],
  },
  reloading_failed: {
    rule: 'R203',
    means: 'could not be installed anew',
    waitsFor: 'somebody to reload, update, replace or remove it',
    next: ['reload_pending', 'deleting'],
    actions: ['reload', 'update', 'replace', 'remove'],
  },
  deleting: {
    rule: 'R213',
    means: 'is drained and its machine is cancelled',
    step: { to: 'deleted', after: 'worker deleting' },
    next: ['deleted'],
    actions: [],
  },
  deleted: { rule: 'R212', means: 'is gone, and is listed on demand only', next: [], actions: [] },
};

/** The states of workers that count no more in pools and for a cluster's health. */
export const LEAVING: readonly WorkerState[] = ['deleting', 'deleted'];

/** Whether a worker in the state is there to stay. */
export const isStaying = (state: WorkerState): boolean => !LEAVING.includes(state);

/** The states that a worker leaves only when somebody does something about it. */
export const BROKEN: readonly WorkerState[] = ['critical', 'provision_failed', 'deploy_failed', 'reloading_failed'];
