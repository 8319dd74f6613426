import { allows, arriveIn } from '../../core/lifecycle.js';
import { refuseRequest } from '../../errors/iks-error.js';
import type { Cluster } from '../../generated/prisma/client.js';
import type { AccountScope, AccountTransaction } from '../accounts/scope.js';
import type { ClusterCall } from '../clusters/cluster-call.js';
import { clusterLifecycle } from '../clusters/lifecycle.js';
import { changeCluster, findCluster, openCluster } from '../clusters/service.js';
import { openForNetworkChange } from '../networking/network-change.js';
import { NEWEST_BUILD } from './builds.js';
import { albLifecycle } from './lifecycle.js';
import * as repository from './repository.js';
import { changeBuild } from './rules.js';
import { listAlbs } from './service.js';

/** Whether ALBs are updated by themselves, and whether all of them run the newest build (R242). */
export interface UpdatePolicy {
  readonly autoUpdate: boolean;
  readonly latestVersion: boolean;
}

/** @throws IksError clusterNotFound */
export async function getUpdatePolicy(scope: AccountScope, { cluster, region }: ClusterCall): Promise<UpdatePolicy> {
  const { id, albAutoUpdate } = await findCluster(scope, cluster, region);
  return { autoUpdate: albAutoUpdate, latestVersion: (await findOutdated(scope, id)).length === 0 };
}

/**
 * Switches auto update on or off (R242). Switching it on brings every enabled ALB to the newest build,
 * unless its master cannot be reached for that.
 * @throws IksError clusterNotFound, actionNotAllowed
 */
export async function changeUpdatePolicy(scope: AccountTransaction, call: ClusterCall, autoUpdate: boolean): Promise<void> {
  const cluster = await openCluster(scope, call, 'configure', 'Changing the update policy');
  await changeCluster(scope, cluster, { albAutoUpdate: autoUpdate });
  if (autoUpdate && allows(clusterLifecycle, cluster.state, 'change network')) await updateToNewest(scope, cluster);
}

/**
 * Brings every enabled ALB of the cluster to the newest build.
 * @throws IksError clusterNotFound, and as {@link openForNetworkChange}
 */
export async function updateAlbs(scope: AccountTransaction, call: ClusterCall): Promise<void> {
  await updateToNewest(scope, await openForNetworkChange(scope, call, 'Updating ALBs'));
}

/**
 * Takes back the last update of the enabled ALBs, one step (R242), and switches auto update off, which would
 * bring it again.
 * @throws IksError clusterNotFound, as {@link openForNetworkChange}, and invalidRequest when no ALB has a build to go
 *   back to
 */
export async function rollBackUpdate(scope: AccountTransaction, call: ClusterCall): Promise<void> {
  const cluster = await openForNetworkChange(scope, call, 'Rolling back ALBs');
  const updated = (await findChangeable(scope, cluster.id)).filter(({ previousBuild }) => previousBuild !== '');
  if (updated.length === 0) refuseRequest('no enabled ALB of the cluster has an earlier build to go back to');
  await changeCluster(scope, cluster, { albAutoUpdate: false });
  for (const alb of updated) await restart(scope, alb, { build: alb.previousBuild, previousBuild: '' });
}

async function updateToNewest(scope: AccountTransaction, { id }: Pick<Cluster, 'id'>): Promise<void> {
  for (const alb of await findOutdated(scope, id)) await restart(scope, alb, changeBuild(alb, NEWEST_BUILD));
}

/** Starts the pods of an ALB anew with another build. One that waits without an address has none, and goes on waiting (R240). */
function restart(scope: AccountTransaction, alb: repository.AlbWithLease, builds: ReturnType<typeof changeBuild>): Promise<void> {
  const columns = alb.lease === null ? {} : arriveIn(albLifecycle, 'deploying', scope.now, scope.account.speed);
  return repository.updateAlb(scope, alb.id, { ...builds, ...columns });
}

const findOutdated = async (scope: AccountScope, clusterId: string): Promise<repository.AlbWithLease[]> =>
  (await findChangeable(scope, clusterId)).filter(({ build }) => build !== NEWEST_BUILD);

/** The ALBs that can change to another build, which are those that are enabled. */
const findChangeable = async (scope: AccountScope, clusterId: string): Promise<repository.AlbWithLease[]> =>
  (await listAlbs(scope, clusterId)).filter(({ state }) => allows(albLifecycle, state, 'change build'));
