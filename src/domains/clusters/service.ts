import { chunksOf } from '../../core/chunks-of.js';
import { allows, arriveIn } from '../../core/lifecycle.js';
import { IksError } from '../../errors/iks-error.js';
import type { Cluster } from '../../generated/prisma/client.js';
import { cancelStepsIn } from '../../lifecycle/repository.js';
import type { AccountScope, AccountTransaction } from '../accounts/scope.js';
import { modernRegion, zonesMatching } from '../catalog/zones.js';
import { findResourceGroup } from '../resource-groups/service.js';
import { deleteWorkers } from '../workers/service.js';
import { requireAction } from './actions.js';
import type { ClusterCall } from './cluster-call.js';
import { type ClusterAction, clusterLifecycle, hasMaster } from './lifecycle.js';
import * as repository from './repository.js';
import { type ClusterView, viewClusters } from './view.js';

/** So many clusters of a long list are read at once, with all that belongs to them. */
const READ_AT_ONCE = 1_000;

/** Which clusters a list covers: all of the account unless something is named. */
export interface ClusterFilter {
  readonly location?: string | undefined;
  readonly showResources?: boolean | undefined;
  readonly resourceGroup?: string | undefined;
}

/**
 * The cluster that an id or a name means (R95). A name that several regions have means the one of `region`,
 * an old word or a new one (R23), or else the oldest (R81).
 * @throws IksError clusterNotFound, the same for an id of another account as for one that nobody has
 */
export const findCluster = async (scope: AccountScope, idOrName: string, region: string | undefined): Promise<Cluster> =>
  meantAmong(await repository.findByIdOrName(scope, idOrName), idOrName, region);

/** @param candidates all that the word may mean, oldest first */
function meantAmong<Candidate extends Cluster>(candidates: readonly Candidate[], idOrName: string, region: string | undefined): Candidate {
  const byId = candidates.find(({ id }) => id === idOrName);
  const wanted = region === undefined ? undefined : modernRegion(region);
  const cluster = byId ?? candidates.find((candidate) => candidate.region === wanted) ?? candidates[0];
  if (cluster === undefined) throw IksError.of('clusterNotFound');
  return cluster;
}

/**
 * The cluster that a call wants to do something with. `what` begins the sentence of a refusal.
 * @throws IksError clusterNotFound, and as {@link requireAction}
 */
export async function openCluster(scope: AccountScope, call: ClusterCall, action: ClusterAction, what: string): Promise<Cluster> {
  const cluster = await findCluster(scope, call.cluster, call.region);
  requireAction(cluster, action, what);
  return cluster;
}

/** @throws IksError clusterNotFound */
export async function getCluster(scope: AccountScope, call: ClusterCall, showResources = false): Promise<ClusterView> {
  const cluster = meantAmong(await repository.findDetailedByIdOrName(scope, call.cluster), call.cluster, call.region);
  const [view] = await viewClusters(scope, [cluster], showResources);
  if (view === undefined) throw IksError.of('clusterNotFound');
  return view;
}

/** The account's clusters, oldest first. `location` is a metro, a zone or a region. */
export async function listClusters(scope: AccountScope, filter: ClusterFilter): Promise<ClusterView[]> {
  const { location, resourceGroup, showResources = false } = filter;
  const meant = {
    ...(location !== undefined && { zone: { in: [...zonesMatching(location)] } }),
    ...(resourceGroup !== undefined && (await inResourceGroup(scope, resourceGroup))),
  };
  const clusters = await repository.findClusters(scope, meant, READ_AT_ONCE);
  const views = await viewClusters(scope, clusters, showResources);
  if (clusters.length < READ_AT_ONCE) return views;
  // Not merely those behind the first thousand: some of these may be gone by now.
  const read = new Set(clusters.map(({ id }) => id));
  const others = (await repository.findClusterIds(scope, meant)).filter((id) => !read.has(id));
  for (const ids of chunksOf(others, READ_AT_ONCE)) {
    const more = await repository.findClusters(scope, { id: { in: ids } }, READ_AT_ONCE);
    for (const view of await viewClusters(scope, more, showResources)) views.push(view);
  }
  return views;
}

/** Clusters that use a key management service, of all resource groups or of one, named by id or name. */
export const findClustersWithKms = async (scope: AccountScope, group: string | undefined): Promise<Cluster[]> =>
  repository.findClustersWithKms(scope, group === undefined ? {} : await inResourceGroup(scope, group));

/** A group that there is not has no clusters. */
async function inResourceGroup(scope: AccountScope, idOrName: string): Promise<{ resourceGroupId: string }> {
  const group = await findResourceGroup(scope, idOrName);
  return { resourceGroupId: group?.id ?? idOrName };
}

/**
 * Begins to delete a cluster (R140); one whose master is not deployed yet is aborted (R122). A second
 * request while the first runs changes nothing (R125).
 * @throws IksError clusterNotFound
 */
export async function removeCluster(scope: AccountTransaction, call: ClusterCall, deleteResources: boolean): Promise<void> {
  const cluster = await findCluster(scope, call.cluster, call.region);
  if (!allows(clusterLifecycle, cluster.state, 'delete')) return;
  const next = hasMaster(cluster.state) ? 'deleting' : 'aborted';
  const columns = arriveIn(clusterLifecycle, next, scope.now, scope.account.speed);
  await changeCluster(scope, cluster, { ...columns, deleteResources, pendingVersion: null });
  await takeDown(scope, cluster, 'Cluster deletion was requested');
}

/** Calls off what is under way in a cluster that is being deleted, and deletes its workers (R142). */
export async function takeDown(scope: AccountTransaction, { id }: Pick<Cluster, 'id'>, reason: string): Promise<void> {
  await cancelStepsIn(scope, id);
  await deleteWorkers(scope, { clusterId: id }, reason);
}

/** Writes what a use case has decided about a cluster. */
export const changeCluster = (
  scope: AccountTransaction,
  { id }: Pick<Cluster, 'id'>,
  change: Omit<repository.ClusterChange, 'modifiedAt'>,
): Promise<void> => repository.updateClusters(scope, { id }, { ...change, modifiedAt: scope.now });

/** The account's clusters themselves, oldest first, without what {@link listClusters} reads beside them. */
export const findAllClusters = repository.findAllClusters;
export const findClustersById = repository.findPlainClusters;
export const countClustersInRegion = repository.countClustersInRegion;

/** R121: all workers of these clusters are up for the first time. */
export const markReady = (scope: AccountTransaction, ids: readonly string[]): Promise<void> =>
  repository.updateClusters(scope, { id: { in: [...ids] }, readyAt: null }, { readyAt: scope.now, modifiedAt: scope.now });
