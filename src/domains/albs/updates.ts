import { allows, arriveIn } from '../../core/lifecycle.js';
import { refuseRequest } from '../../errors/iks-error.js';
import type { Cluster } from '../../generated/prisma/client.js';
import type { AccountScope, AccountTransaction } from '../accounts/scope.js';
import { requireAction } from '../clusters/actions.js';
import type { ClusterCall } from '../clusters/cluster-call.js';
import { changeCluster, findCluster } from '../clusters/service.js';
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
 * Switches auto update on or off (R242). Switching it on brings every enabled ALB to the newest build.
 * @throws IksError clusterNotFound
 */
export async function changeUpdatePolicy(scope: AccountTransaction, call: ClusterCall, autoUpdate: boolean): Promise<void> {
  const cluster = await findCluster(scope, call.cluster, call.region);
  requireAction(cluster, 'configure', 'Changing the update policy');
  await changeCluster(scope, cluster, { albAutoUpdate: autoUpdate });
  if (autoUpdate) await updateToNewest(scope, cluster);
}

/**
 * Brings every enabled ALB of the cluster to the newest build.
 * @throws IksError clusterNotFound
 */
export async function updateAlbs(scope: AccountTransaction, call: ClusterCall): Promise<void> {
  await updateToNewest(scope, await openForNetworkChange(scope, call, 'Updating ALBs'));
}

/**
 * Takes back the last update of the enabled ALBs, one step (R242), and switches auto update off, which would
 * bring it again.
 * @throws IksError clusterNotFound, and invalidRequest when no ALB has a build to go back to
 */
export async function rollBackUpdate(scope: AccountTransaction, call: ClusterCall): Promise<void> {
  const cluster = await openForNetworkChange(scope, call, 'Rolling back ALBs');
  const updated = (await findRunning(scope, cluster.id)).filter(({ previousBuild }) => previousBuild !== '');
  if (updated.length === 0) refuseRequest('no enabled ALB of the cluster has an earlier build to go back to');
  await changeCluster(scope, cluster, { albAutoUpdate: false });
  for (const { id, previousBuild } of updated) await restart(scope, id, { build: previousBuild, previousBuild: '' });
}

async function updateToNewest(scope: AccountTransaction, { id }: Pick<Cluster, 'id'>): Promise<void> {
  for (const alb of await findOutdated(scope, id)) await restart(scope, alb.id, changeBuild(alb, NEWEST_BUILD));
}

const restart = (scope: AccountTransaction, albId: string, builds: ReturnType<typeof changeBuild>): Promise<void> =>
  repository.updateAlb(scope, albId, { ...builds, ...arriveIn(albLifecycle, 'deploying', scope.now, scope.account.speed) });

const findOutdated = async (scope: AccountScope, clusterId: string): Promise<repository.AlbWithLease[]> =>
  (await findRunning(scope, clusterId)).filter(({ build }) => build !== NEWEST_BUILD);

const findRunning = async (scope: AccountScope, clusterId: string): Promise<repository.AlbWithLease[]> =>
  (await listAlbs(scope, clusterId)).filter(({ state }) => allows(albLifecycle, state, 'change build'));
