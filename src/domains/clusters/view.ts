import type { ClusterAddon } from '../../generated/prisma/client.js';
import type { AccountScope } from '../accounts/scope.js';
import { listAddons } from '../addons/service.js';
import { ingressHealth } from '../ingress/rules.js';
import { findSubdomains } from '../ingress/service.js';
import type { SubnetOnVlan } from '../networking/subnets/repository.js';
import { findClusterSubnets } from '../networking/subnets/service.js';
import type { VlanWithSubnetCount } from '../networking/vlans/repository.js';
import { findAttachments, findVlans } from '../networking/vlans/service.js';
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
  const groups = await countWorkers(scope, ids);
  const subdomains = await findSubdomains(scope, ids);
  const addons = await listAddons(scope, ids);
  const fullVlans = await findFullVlans(scope, ids);
  const subnets = showResources ? await findClusterSubnets(scope, ids) : [];
  const attachments = showResources ? await findAttachments(scope, ids) : [];
  const vlans = attachments.length === 0 ? [] : await findVlans(scope, attachments.map(({ vlanId }) => vlanId));

  return clusters.map((cluster) => {
    const own = groups.filter(({ clusterId, state }) => clusterId === cluster.id && isStaying(state));
    const health = healthOf(own);
    const subdomain = subdomains.find(({ clusterId, state }) => clusterId === cluster.id && state === 'registered');
    return {
      ...cluster,
      publicState: publicState(cluster, health),
      workerCount: health.total,
      workerZones: zonesOf(cluster),
      ingress: {
        hostname: subdomain?.id ?? '',
        secretName: subdomain?.secretName ?? '',
        ...ingressHealth(subdomain !== undefined, fullVlans.filter(({ clusterId }) => clusterId === cluster.id), scope.account.subnetsPerVlanQuota),
      },
      addons: addons.filter(({ clusterId }) => clusterId === cluster.id),
      portableSubnets: subnets.filter(({ clusterId }) => clusterId === cluster.id),
      workerVlans: vlans.filter(({ id }) => attachments.some(({ clusterId, vlanId }) => clusterId === cluster.id && vlanId === id)),
    };
  });
}

const zonesOf = ({ pools }: ClusterWithDetails): string[] =>
  [...new Set(pools.flatMap(({ zones }) => zones.map(({ zone }) => zone)))].sort();
