import { allows } from '../../core/lifecycle.js';
import { IksError } from '../../errors/iks-error.js';
import type { Worker } from '../../generated/prisma/client.js';
import { type WorkerAction, workerLifecycle } from './lifecycle.js';

/**
 * Refuses what the lifecycle table does not allow in the worker's state.
 * @throws IksError workerNotFound once the worker is deleted, actionNotAllowed in every other state
 */
export function requireWorkerAction({ state }: Pick<Worker, 'state'>, action: WorkerAction): void {
  if (allows(workerLifecycle, state, action)) return;
  if (state === 'deleted') throw IksError.of('workerNotFound');
  const { actions } = workerLifecycle[state];
  throw IksError.of('actionNotAllowed', `To ${action} a worker`, state, actions.length === 0 ? 'nothing' : actions.join(', '));
}
