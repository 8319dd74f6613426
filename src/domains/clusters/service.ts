import { allows, arriveIn } from '../../core/lifecycle.js';
import { IksError } from '../../errors/iks-error.js';
import type { Cluster } from '../../generated/prisma/client.js';
import type { AccountScope, AccountTransaction } from '../accounts/scope.js';
import { zonesMatching } from '../catalog/zones.js';
import { deleteWorkersOf } from '../workers/service.js';
import { clusterLifecycle } from './lifecycle.js';
import * as repository from './repository.js';
import { type ClusterView, viewClusters } from './view.js';

/** Which clusters a list covers: all of the account unless something is named. */
export interface ClusterFilter {
  readonly location?: string | undefined;
  readonly showResources?: boolean | undefined;
  readonly resourceGroup?: string | undefined;
}

/**
 * The cluster that an id or a name means (R95). A name that several regions have means the one of `region`,
 * or else the oldest (R81).
 * @throws IksError clusterNotFound, the same for an id of another account as for one that nobody has
 */
export async function findCluster(scope: AccountScope, idOrName: string, region: string | undefined): Promise<Cluster> {
  const candidates = await repository.findByIdOrName(scope, idOrName);
  const byId = candidates.find(({ id }) => id === idOrName);
  const cluster = byId ?? candidates.find((candidate) => candidate.region === region) ?? candidates[0];
  if (cluster === undefined) throw IksError.of('clusterNotFound');
  return cluster;
}

/** @throws IksError clusterNotFound */
export async function getCluster(
  scope: AccountScope,
  idOrName: string,
  region: string | undefined,
  showResources = false,
): Promise<ClusterView> {
  const { id } = await findCluster(scope, idOrName, region);
  const [view] = await viewClusters(scope, await repository.findClusters(scope, { id }), showResources);
  if (view === undefined) throw IksError.of('clusterNotFound');
  return view;
}

/** The account's clusters, oldest first. `location` is a metro, a zone or a region. */
export async function listClusters(scope: AccountScope, filter: ClusterFilter): Promise<ClusterView[]> {
  const { location, resourceGroup, showResources = false } = filter;
  const clusters = await repository.findClusters(scope, {
    ...(location !== undefined && { zone: { in: [...zonesMatching(location)] } }),
    ...(resourceGroup !== undefined && { resourceGroup: { OR: [{ id: resourceGroup }, { name: resourceGroup }] } }),
  });
  return viewClusters(scope, clusters, showResources);
}

/**
 * Begins to delete a cluster (R140); one whose master is not deployed yet is aborted (R122). A second
 * request while the first runs changes nothing (R125).
 * @throws IksError clusterNotFound
 */
export async function removeCluster(
  scope: AccountTransaction,
  idOrName: string,
  region: string | undefined,
  deleteResources: boolean,
): Promise<void> {
  const { id, state } = await findCluster(scope, idOrName, region);
  if (!allows(clusterLifecycle, state, 'delete')) return;
  const next = state === 'deployed' ? 'deleting' : 'aborted';
  const columns = arriveIn(clusterLifecycle, next, scope.now, scope.account.speed);
  await repository.updateClusters(scope, { id }, { ...columns, deleteResources, modifiedAt: scope.now });
  await deleteWorkersOf(scope, id, 'Cluster deletion was requested');
}

export const findClustersById = repository.findPlainClusters;

/** R121: all workers of these clusters are up for the first time. */
export const markReady = (scope: AccountTransaction, ids: readonly string[]): Promise<void> =>
  repository.updateClusters(scope, { id: { in: [...ids] }, readyAt: null }, { readyAt: scope.now, modifiedAt: scope.now });
