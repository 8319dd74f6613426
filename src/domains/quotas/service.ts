import type { AccountScope } from '../accounts/scope.js';
import { classicRegions } from '../catalog/zones.js';
import { countClustersInRegion } from '../clusters/service.js';
import { countSubnetsOfFullestVlan } from '../networking/vlans/service.js';
import { countWorkersInRegion } from '../workers/service.js';

/** A limit of the account with what of it is in use in each region. */
export interface Quota {
  readonly type: 'cluster' | 'worker' | 'subnet';
  readonly limit: number;
  readonly regions: readonly { readonly id: string; readonly used: number }[];
}

/** The account's limits on clusters (R105) and workers (R196) of a region, and on subnets of a VLAN (R54). */
export async function listQuotas(scope: AccountScope): Promise<Quota[]> {
  const { clusterQuota, workerQuota, subnetsPerVlanQuota } = scope.account;
  return [
    { type: 'cluster', limit: clusterQuota, regions: await countEverywhere(scope, countClustersInRegion) },
    { type: 'worker', limit: workerQuota, regions: await countEverywhere(scope, countWorkersInRegion) },
    { type: 'subnet', limit: subnetsPerVlanQuota, regions: await countEverywhere(scope, countSubnetsOfFullestVlan) },
  ];
}

const countEverywhere = (scope: AccountScope, count: (scope: AccountScope, region: string) => Promise<number>): Promise<Quota['regions']> =>
  Promise.all(classicRegions().map(async (id) => ({ id, used: await count(scope, id) })));
