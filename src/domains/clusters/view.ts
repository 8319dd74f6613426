import type { AccountScope } from '../accounts/scope.js';
import { findSubdomains } from '../ingress/service.js';
import type { SubnetOnVlan } from '../networking/subnets/repository.js';
import { findClusterSubnets } from '../networking/subnets/service.js';
import type { VlanWithSubnetCount } from '../networking/vlans/repository.js';
import { findVlans } from '../networking/vlans/service.js';
import { isUp } from '../workers/rules.js';
import { countWorkers } from '../workers/service.js';
import type { ClusterWithDetails } from './repository.js';
import { type PublicClusterState, publicState } from './rules.js';

/** A cluster with all that its answers tell of other resources, read once for many clusters. */
export interface ClusterView extends ClusterWithDetails {
  readonly publicState: PublicClusterState;
  readonly workerCount: number;
  readonly workerZones: readonly string[];
  /** Empty until the subdomain is registered (R253). */
  readonly ingress: { readonly hostname: string; readonly secretName: string };
  /** Empty unless resources are shown (R66). */
  readonly portableSubnets: readonly SubnetOnVlan[];
  readonly workerVlans: readonly VlanWithSubnetCount[];
}

export async function viewClusters(
  scope: AccountScope,
  clusters: readonly ClusterWithDetails[],
  showResources: boolean,
): Promise<ClusterView[]> {
  const ids = clusters.map(({ id }) => id);
  const groups = await countWorkers(scope, ids);
  const subdomains = await findSubdomains(scope, ids);
  const subnets = showResources ? await findClusterSubnets(scope, ids) : [];
  const vlans = showResources ? await findVlans(scope, clusters.flatMap(vlanIdsOf)) : [];

  return clusters.map((cluster) => {
    const own = groups.filter(({ clusterId }) => clusterId === cluster.id);
    const total = sum(own);
    const up = sum(own.filter(({ state }) => isUp(state)));
    const subdomain = subdomains.find(({ clusterId, state }) => clusterId === cluster.id && state === 'registered');
    return {
      ...cluster,
      publicState: publicState(cluster, { total, up }),
      workerCount: total,
      workerZones: zonesOf(cluster),
      ingress: { hostname: subdomain?.id ?? '', secretName: subdomain?.secretName ?? '' },
      portableSubnets: subnets.filter(({ clusterId }) => clusterId === cluster.id),
      workerVlans: vlans.filter(({ id }) => vlanIdsOf(cluster).includes(id)),
    };
  });
}

const sum = (groups: readonly { readonly count: number }[]): number => groups.reduce((total, { count }) => total + count, 0);

const zonesOf = ({ pools }: ClusterWithDetails): string[] =>
  [...new Set(pools.flatMap(({ zones }) => zones.map(({ zone }) => zone)))].sort();

/** The VLANs that the workers of a cluster are on. */
export const vlanIdsOf = ({ pools }: ClusterWithDetails): string[] => [
  ...new Set(
    pools
      .flatMap(({ zones }) => zones.flatMap(({ privateVlanId, publicVlanId }) => [privateVlanId, publicVlanId]))
      .filter((id) => id !== null),
  ),
];
