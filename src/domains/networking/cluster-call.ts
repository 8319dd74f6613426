import type { Cluster } from '../../generated/prisma/client.js';
import type { AccountScope } from '../accounts/scope.js';
import { findCluster } from '../clusters/service.js';
import { requireNetworkChange } from './rules.js';

/** How a call names its cluster: by id or name, the name in a region where that is given (R81, R95). */
export interface ClusterCall {
  readonly cluster: string;
  readonly region: string | undefined;
}

/** The cluster in the path of a v1 call. */
export const clusterOf = (input: {
  readonly params: { readonly idOrName: string };
  readonly headers: { readonly 'x-region': string | undefined };
}): ClusterCall => ({ cluster: input.params.idOrName, region: input.headers['x-region'] });

/**
 * The cluster whose subnets or ALBs a call is about to change. `what` begins the sentence of a refusal.
 * @throws IksError clusterNotFound, or as {@link requireNetworkChange}
 */
export async function openForNetworkChange(scope: AccountScope, call: ClusterCall, what: string): Promise<Cluster> {
  const cluster = await findCluster(scope, call.cluster, call.region);
  requireNetworkChange(cluster, what);
  return cluster;
}
