import { arriveIn } from '../../core/lifecycle.js';
import type { Cluster } from '../../generated/prisma/client.js';
import type { AccountTransaction } from '../accounts/scope.js';
import { hostRegionOf } from '../catalog/zones.js';
import { subdomainLifecycle } from './lifecycle.js';
import * as repository from './repository.js';
import { distinctNamePart, namePart, subdomainNames } from './rules.js';

export const findSubdomains = repository.findSubdomains;

/** Begins to register the cluster's Ingress subdomain, unless it has one (R253). */
export async function registerSubdomain(scope: AccountTransaction, cluster: Pick<Cluster, 'id' | 'name' | 'zone'>): Promise<void> {
  const [existing] = await repository.findSubdomains(scope, [cluster.id]);
  if (existing !== undefined) return;
  const { hostname, secretName } = await chooseNames(scope, cluster);
  await repository.insertSubdomain(scope, {
    id: hostname,
    clusterId: cluster.id,
    secretName,
    ...arriveIn(subdomainLifecycle, 'registering', scope.now, scope.account.speed),
  });
}

async function chooseNames(
  scope: AccountTransaction,
  { name, zone }: Pick<Cluster, 'name' | 'zone'>,
): Promise<{ hostname: string; secretName: string }> {
  const hostRegion = hostRegionOf(zone);
  const plain = subdomainNames(namePart(name), scope.account.id, hostRegion);
  if ((await repository.findSubdomain(scope, plain.hostname)) === null) return plain;
  return subdomainNames(distinctNamePart(name, scope.ids.hex(6)), scope.account.id, hostRegion);
}
