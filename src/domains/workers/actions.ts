import { IksError } from '../../errors/iks-error.js';
import type { Worker } from '../../generated/prisma/client.js';
import { requireAllowed } from '../../lifecycle/require-allowed.js';
import { type WorkerAction, workerLifecycle } from './lifecycle.js';

/**
 * Refuses what the lifecycle table does not allow in the worker's state.
 * @throws IksError workerNotFound once the worker is deleted, actionNotAllowed in every other state
 */
export function requireWorkerAction({ state }: Pick<Worker, 'state'>, action: WorkerAction): void {
  if (state === 'deleted') throw IksError.of('workerNotFound');
  requireAllowed(workerLifecycle, state, action, `To ${action} a worker`);
}
