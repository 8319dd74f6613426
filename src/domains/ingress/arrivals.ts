import type { AccountTransaction } from '../accounts/scope.js';
import { findAlbsById } from '../albs/service.js';
import { findClustersById } from '../clusters/service.js';
import { registerSubdomain } from './service.js';

/**
 * R253: the first public ALB with an address has the cluster's subdomain registered; private ALBs are not in it.
 * A cluster that is being deleted gets none any more (R125).
 */
export async function registerSubdomains(scope: AccountTransaction, albIds: readonly string[]): Promise<void> {
  const albs = await findAlbsById(scope, albIds);
  const withAddress = albs.filter(({ side, lease }) => side === 'public' && lease !== null);
  const clusterIds = [...new Set(withAddress.map(({ clusterId }) => clusterId))];
  for (const cluster of await findClustersById(scope, clusterIds)) {
    if (cluster.state !== 'deleting') await registerSubdomain(scope, cluster);
  }
}
