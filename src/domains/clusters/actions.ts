import { allows } from '../../core/lifecycle.js';
import type { ErrorKey } from '../../errors/catalogue.js';
import { IksError } from '../../errors/iks-error.js';
import type { Cluster } from '../../generated/prisma/client.js';
import { requireAllowed } from '../../lifecycle/require-allowed.js';
import { type ClusterAction, clusterLifecycle, isBeforeMaster } from './lifecycle.js';

/** What operations document that look a cluster up and then ask {@link requireAction}. */
export const clusterRefusals = ['clusterNotFound', 'masterNotDeployed', 'actionNotAllowed'] as const satisfies ErrorKey[];

/**
 * Refuses what the lifecycle table does not allow in the cluster's state. `what` begins the sentence of the
 * refusal, such as `A master update`.
 * @throws IksError masterNotDeployed while the master is on its way, so that callers know to wait, and
 *   actionNotAllowed in every other state
 */
export function requireAction({ state }: Pick<Cluster, 'state'>, action: ClusterAction, what: string): void {
  if (isBeforeMaster(state) && !allows(clusterLifecycle, state, action)) throw IksError.of('masterNotDeployed');
  requireAllowed(clusterLifecycle, state, action, what);
}
