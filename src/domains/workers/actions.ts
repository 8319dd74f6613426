import { IksError } from '../../errors/iks-error.js';
import type { Cluster, Worker } from '../../generated/prisma/client.js';
import { requireAllowed } from '../../lifecycle/require-allowed.js';
import { requireAction } from '../clusters/actions.js';
import { type WorkerAction, workerLifecycle } from './lifecycle.js';

/**
 * Refuses what the lifecycle tables do not allow in the states of a worker and its cluster. `force` lets a reboot or
 * reload go on without the master (R206).
 * @throws IksError masterNotDeployed, workerNotFound once the worker is deleted, actionNotAllowed
 */
export function requireWorkerAction(cluster: Pick<Cluster, 'state'>, { state }: Pick<Worker, 'state'>, action: WorkerAction, force = false): void {
  const isForced = force && (action === 'reboot' || action === 'reload');
  requireAction(cluster, isForced ? 'restart workers by force' : 'change workers', `To ${action} a worker`);
  if (state === 'deleted') throw IksError.of('workerNotFound');
  requireAllowed(workerLifecycle, state, action, `To ${action} a worker`);
}
