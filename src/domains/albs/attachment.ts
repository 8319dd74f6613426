import { arriveIn, waitIn } from '../../core/lifecycle.js';
import type { Alb, Worker } from '../../generated/prisma/client.js';
import type { AccountTransaction } from '../accounts/scope.js';
import { findClustersById } from '../clusters/service.js';
import { leaseAlbAddress, returnAlbAddress } from '../networking/addresses/service.js';
import { findVlansWithWorkers } from '../networking/vlans/service.js';
import { findWorkersById } from '../workers/service.js';
import { findLowestFree } from './addresses.js';
import { albLifecycle } from './lifecycle.js';
import * as repository from './repository.js';

/**
 * R240: the workers are deleted. Where no other of the cluster is left on a VLAN, its enabled ALBs there lose
 * their addresses, and wait without pods for workers to come back.
 */
export async function withdrawAlbs(scope: AccountTransaction, workerIds: readonly string[]): Promise<void> {
  const workers = await findWorkersOfLivingClusters(scope, workerIds);
  for (const clusterId of new Set(workers.map((worker) => worker.clusterId))) {
    const vlans = (await findVlansWithWorkers(scope, clusterId)).map(({ id }) => id);
    const albs = await repository.findAlbs(scope, { clusterId, enabled: true });
    for (const { id } of albs.filter(({ vlanId }) => !vlans.includes(vlanId))) {
      await returnAlbAddress(scope, id);
      await repository.updateAlb(scope, id, { lastAddress: null, ...waitIn('deploying', scope.now) });
    }
  }
}

/** The workers are ready: an enabled ALB that waits for one on its VLAN gets an address again, if one is free. */
export async function restoreAlbs(scope: AccountTransaction, workerIds: readonly string[]): Promise<void> {
  const workers = await findWorkersOfLivingClusters(scope, workerIds);
  const clusterId = { in: workers.map((worker) => worker.clusterId) };
  for (const alb of await repository.findAlbs(scope, { clusterId, enabled: true, lastAddress: null })) {
    const found = workers.some((worker) => isOnVlanOf(worker, alb)) ? await findLowestFree(scope, alb) : undefined;
    if (found === undefined) continue;
    await leaseAlbAddress(scope, found.subnet, alb.id, found.address);
    const columns = arriveIn(albLifecycle, 'deploying', scope.now, scope.account.speed);
    await repository.updateAlb(scope, alb.id, { lastAddress: found.address, ...columns });
  }
}

const isOnVlanOf = (worker: Worker, alb: Alb): boolean =>
  worker.clusterId === alb.clusterId && [worker.privateVlanId, worker.publicVlanId].includes(alb.vlanId);

/** Leaves out clusters that are being deleted, which give up everything together (R142). */
async function findWorkersOfLivingClusters(scope: AccountTransaction, workerIds: readonly string[]): Promise<Worker[]> {
  const workers = await findWorkersById(scope, workerIds);
  const clusters = await findClustersById(scope, workers.map(({ clusterId }) => clusterId));
  return workers.filter(({ clusterId }) => clusters.some(({ id, state }) => id === clusterId && state !== 'deleting'));
}
