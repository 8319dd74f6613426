import { groupBy } from '../../core/group-by.js';
import type { ClusterAddon } from '../../generated/prisma/client.js';
import type { AccountScope } from '../accounts/scope.js';
import { listAddons } from '../addons/service.js';
import { ingressHealth } from '../ingress/rules.js';
import { findSubdomains } from '../ingress/service.js';
import type { SubnetOnVlan } from '../networking/subnets/repository.js';
import { findClusterSubnets } from '../networking/subnets/service.js';
import type { VlanWithSubnetCount } from '../networking/vlans/repository.js';
import { addSubnetCounts, findAttachments, findVlans } from '../networking/vlans/service.js';
import { findFullVlans } from '../networking/zone-networks/service.js';
import { isStaying } from '../workers/lifecycle.js';
import { healthOf } from '../workers/rules.js';
import { countWorkers } from '../workers/service.js';
import type { ClusterWithDetails } from './repository.js';
import { type PublicClusterState, publicState } from './rules.js';

/** A cluster with all that its answers tell of other resources, read once for many clusters. */
export interface ClusterView extends ClusterWithDetails {
  readonly publicState: PublicClusterState;
  readonly workerCount: number;
  readonly workerZones: readonly string[];
  /** Empty until the subdomain is registered (R253), but for what hinders it (R54). */
  readonly ingress: { readonly hostname: string; readonly secretName: string; readonly status: string; readonly message: string };
  /** Empty unless resources are shown (R66), as are the VLANs that workers are on or that pools make them on. */
  readonly portableSubnets: readonly SubnetOnVlan[];
  readonly workerVlans: readonly VlanWithSubnetCount[];
  readonly addons: readonly ClusterAddon[];
}

export async function viewClusters(
  scope: AccountScope,
  clusters: readonly ClusterWithDetails[],
  showResources: boolean,
): Promise<ClusterView[]> {
  const ids = clusters.map(({ id }) => id);
  const workersOf = byCluster((await countWorkers(scope, ids)).filter(({ state }) => isStaying(state)));
  const subdomainsOf = byCluster((await findSubdomains(scope, ids)).filter(({ state }) => state === 'registered'));
  const addonsOf = byCluster(await listAddons(scope, ids));
  const fullVlansOf = byCluster(await findFullVlans(scope, ids));
  const subnetsOf = byCluster(showResources ? await findClusterSubnets(scope, ids) : []);
  const vlansOf = showResources ? await findWorkerVlans(scope, ids) : () => [];

  return clusters.map((cluster) => {
    const health = healthOf(workersOf(cluster.id));
    const [subdomain] = subdomainsOf(cluster.id);
    return {
      ...cluster,
      publicState: publicState(cluster, health),
      workerCount: health.total,
      workerZones: zonesOf(cluster),
      ingress: {
        hostname: subdomain?.id ?? '',
        secretName: subdomain?.secretName ?? '',
        ...ingressHealth(subdomain !== undefined, fullVlansOf(cluster.id), scope.account.subnetsPerVlanQuota),
      },
      addons: addonsOf(cluster.id),
      portableSubnets: subnetsOf(cluster.id),
      workerVlans: vlansOf(cluster.id),
    };
  });
}

const byCluster = <Item extends { readonly clusterId: string | null }>(items: readonly Item[]): ((id: string) => readonly Item[]) =>
  groupBy(items, ({ clusterId }) => clusterId ?? '');

/** The VLANs that each cluster's workers are on, or that its pools make them on, by id. */
async function findWorkerVlans(scope: AccountScope, ids: readonly string[]): Promise<(id: string) => readonly VlanWithSubnetCount[]> {
  const attachmentsOf = byCluster(await findAttachments(scope, ids));
  const vlanIds = new Set(ids.flatMap(attachmentsOf).map(({ vlanId }) => vlanId));
  const vlans = await addSubnetCounts(scope, await findVlans(scope, [...vlanIds]));
  return (id) => {
    const own = new Set(attachmentsOf(id).map(({ vlanId }) => vlanId));
    return vlans.filter((vlan) => own.has(vlan.id));
  };
}

const zonesOf = ({ pools }: ClusterWithDetails): string[] =>
  [...new Set(pools.flatMap(({ zones }) => zones.map(({ zone }) => zone)))].sort();
