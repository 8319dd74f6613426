import type { IdSource } from '../../core/ids.js';
import { IksError, refuseRequest } from '../../errors/iks-error.js';
import type { AccountScope, AccountTransaction } from '../accounts/scope.js';
import { defaultOperatingSystem, type Version } from '../catalog/versions.js';
import { findFlavor } from '../catalog/flavors.js';
import { freeZonesIn, requireClassicRegion, type Zone } from '../catalog/zones.js';
import type { VlanPlan } from '../networking/vlans/rules.js';
import type { NewWorkerPool } from '../worker-pools/service.js';
import * as repository from './repository.js';
import { DEFAULT_POOL_NAME } from './rules.js';

const FREE_FLAVOR = 'free';

/** The pair of VLANs that a free cluster gets: the provider's, not the account's (R101). */
export const PROVIDER_VLANS: VlanPlan = { private: { makeBehind: undefined }, public: { makeBehind: undefined }, providerOwned: true };

/**
 * R101: the account may have free clusters, and has none now.
 * @throws IksError missingFields where only standard clusters can be made, invalidRequest
 */
export async function requireFreeCluster(scope: AccountScope): Promise<void> {
  if (!scope.account.freeClusters) throw IksError.of('missingFields', 'dataCenter, machineType');
  const [existing] = await repository.findFreeClusters(scope);
  if (existing === undefined) return;
  refuseRequest(`the account has the free cluster '${existing.name}', and one at a time is all it may have; name dataCenter and machineType for a standard one`);
}

/**
 * The zone that the service picks for a free cluster (R101), in the region of the header X-Region where that
 * names one.
 * @throws IksError invalidRequest when the region has no free clusters, or there is no such region
 */
export function pickFreeZone({ ids }: Pick<AccountTransaction, 'ids'>, region: string | undefined): Zone {
  const zones = freeZonesIn(region === undefined ? undefined : requireClassicRegion(region));
  const zone = pick(ids, zones);
  if (zone === undefined) refuseRequest(`the header X-Region names ${region ?? ''}, where no free clusters are offered`);
  return zone;
}

/** One shared machine of 2 cores and 4 GB (R101). */
export function planFreePool(version: Version): NewWorkerPool {
  const flavor = findFlavor(FREE_FLAVOR)?.flavor;
  const operatingSystem = flavor && defaultOperatingSystem(version, flavor);
  if (operatingSystem === undefined || version.type !== 'kubernetes') {
    refuseRequest('masterVersion of a free cluster must be a version of Kubernetes');
  }
  return {
    name: DEFAULT_POOL_NAME,
    flavor: FREE_FLAVOR,
    encrypted: false,
    isolation: 'public',
    sizePerZone: 1,
    operatingSystem,
    entitlement: '',
  };
}

const pick = <Item>(ids: IdSource, items: readonly Item[]): Item | undefined =>
  items.length === 0 ? undefined : items[ids.between(0, items.length - 1)];
