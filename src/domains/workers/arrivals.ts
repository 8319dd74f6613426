import { scheduleStep } from '../../core/lifecycle.js';
import type { AccountTransaction } from '../accounts/scope.js';
import { markReady } from '../clusters/service.js';
import { returnWorkerAddresses } from '../networking/addresses/service.js';
import { beginZoneNetworks, findZoneNetworksAwaitingWorkers } from '../networking/zone-networks/service.js';
import { isStaying, workerLifecycle } from './lifecycle.js';
import * as repository from './repository.js';
import { healthOf, isComplete } from './rules.js';

/** R204: the master is deployed, so that the workers waiting for it are ordered. */
export async function beginProvisioning(scope: AccountTransaction, clusterIds: readonly string[]): Promise<void> {
  const step = scheduleStep(workerLifecycle, 'provision_pending', scope.now, scope.account.speed);
  await repository.updateWorkers(scope, { clusterId: { in: [...clusterIds] }, state: 'provision_pending', nextState: null }, step);
}

/** The worker runs the build it was made for and its pool's operating system, and says so from then on. */
export async function installVersion(scope: AccountTransaction, ids: readonly string[]): Promise<void> {
  for (const { targetVersion, poolId, pool } of await repository.findInstallations(scope, ids)) {
    const columns = { version: targetVersion, operatingSystem: pool.operatingSystem };
    await repository.updateWorkers(scope, { id: { in: [...ids] }, targetVersion, poolId }, columns);
  }
}

/** What a reboot did to the workers, or what was wrong with them, is over (R207), and whoever waited for them goes on. */
export async function becomeReady(scope: AccountTransaction, ids: readonly string[]): Promise<void> {
  await repository.updateWorkers(scope, { id: { in: [...ids] } }, { pendingOperation: '', errorMessage: '', errorMessageAt: null });
  await reportReadiness(scope, ids);
}

/** Workers are broken, and nobody waits for them any more. */
export async function breakDown(scope: AccountTransaction, ids: readonly string[]): Promise<void> {
  await repository.updateWorkers(scope, { id: { in: [...ids] } }, { pendingOperation: '' });
  await reportReadiness(scope, ids);
}

/** R36: the addresses of deleted workers are free again, and nobody waits for them any more. */
export async function leave(scope: AccountTransaction, ids: readonly string[]): Promise<void> {
  await returnWorkerAddresses(scope, ids);
  await reportReadiness(scope, ids);
}

/** A zone whose workers are all up gets its network (R53); a cluster whose workers are all up is ready (R121). */
async function reportReadiness(scope: AccountTransaction, ids: readonly string[]): Promise<void> {
  const workers = await repository.findPlainWorkers(scope, { id: { in: [...ids] } });
  const clusterIds = [...new Set(workers.map(({ clusterId }) => clusterId))];
  const staying = (await repository.countWorkers(scope, clusterIds)).filter(({ state }) => isStaying(state));
  const areComplete = (isMeant: (group: repository.WorkerCount) => boolean): boolean => isComplete(healthOf(staying.filter(isMeant)));

  const waiting = await findZoneNetworksAwaitingWorkers(scope, clusterIds);
  const begin = waiting.filter((network) => areComplete(({ clusterId, zone }) => clusterId === network.clusterId && zone === network.zone));
  await beginZoneNetworks(scope, begin.map(({ id }) => id));
  await markReady(scope, clusterIds.filter((id) => areComplete(({ clusterId }) => clusterId === id)));
}
