import { scheduleStep } from '../../core/lifecycle.js';
import type { Worker } from '../../generated/prisma/client.js';
import type { AccountTransaction } from '../accounts/scope.js';
import { markReady } from '../clusters/service.js';
import { leaseWorkerAddresses, returnWorkerAddresses } from '../networking/addresses/service.js';
import { findVlans } from '../networking/vlans/service.js';
import { beginZoneNetworks, findZoneNetworksAwaitingWorkers } from '../networking/zone-networks/service.js';
import { workerLifecycle } from './lifecycle.js';
import * as repository from './repository.js';
import { isUp } from './rules.js';

/** R204: the master is deployed, so that the workers waiting for it are ordered. */
export async function beginProvisioning(scope: AccountTransaction, clusterIds: readonly string[]): Promise<void> {
  const step = scheduleStep(workerLifecycle, 'provision_pending', scope.now, scope.account.speed);
  await repository.updateWorkers(scope, { clusterId: { in: [...clusterIds] }, state: 'provision_pending' }, step);
}

/** R33: a machine that has been delivered gets an address on each of its VLANs. */
export async function leaseAddresses(scope: AccountTransaction, ids: readonly string[]): Promise<void> {
  const workers = await repository.findPlainWorkers(scope, { id: { in: [...ids] } });
  const vlanIds = workers.flatMap(({ privateVlanId, publicVlanId }) => [privateVlanId, publicVlanId]);
  for (const vlan of await findVlans(scope, vlanIds.filter((id) => id !== null))) {
    const onVlan = workers.filter((worker) => vlanIdsOf(worker).includes(vlan.id));
    await leaseWorkerAddresses(scope, vlan, onVlan.map(({ id }) => id));
  }
}

/** The worker runs the build it was made for, and says so from then on. */
export async function installVersion(scope: AccountTransaction, ids: readonly string[]): Promise<void> {
  const workers = await repository.findPlainWorkers(scope, { id: { in: [...ids] } });
  for (const version of new Set(workers.map(({ targetVersion }) => targetVersion))) {
    const sharing = workers.filter(({ targetVersion }) => targetVersion === version).map(({ id }) => id);
    await repository.updateWorkers(scope, { id: { in: sharing } }, { version });
  }
}

/** A zone whose workers are all up gets its network (R53); a cluster whose workers are all up is ready (R121). */
export async function reportReadiness(scope: AccountTransaction, ids: readonly string[]): Promise<void> {
  const workers = await repository.findPlainWorkers(scope, { id: { in: [...ids] } });
  const clusterIds = [...new Set(workers.map(({ clusterId }) => clusterId))];
  const notUp = (await repository.countWorkers(scope, clusterIds)).filter(({ state }) => !isUp(state));
  const waiting = await findZoneNetworksAwaitingWorkers(scope, clusterIds);
  const begin = waiting.filter(
    ({ clusterId, zone }) => !notUp.some((group) => group.clusterId === clusterId && group.zone === zone),
  );
  await beginZoneNetworks(scope, begin.map(({ id }) => id));
  await markReady(scope, clusterIds.filter((clusterId) => !notUp.some((group) => group.clusterId === clusterId)));
}

/** R36: the addresses of deleted workers are free again. */
export const returnAddresses = (scope: AccountTransaction, ids: readonly string[]): Promise<void> =>
  returnWorkerAddresses(scope, ids);

const vlanIdsOf = ({ privateVlanId, publicVlanId }: Worker): (string | null)[] => [privateVlanId, publicVlanId];
