import type { AccountTransaction } from '../domains/accounts/scope.js';
import { registerSubdomains } from '../domains/ingress/arrivals.js';
import { createDefaultAlbs } from '../domains/albs/arrivals.js';
import { removeClusters } from '../domains/clusters/arrivals.js';
import { orderPortableSubnets } from '../domains/networking/zone-networks/arrivals.js';
import { beginProvisioning, installVersion, leaseAddresses, reportReadiness, returnAddresses } from '../domains/workers/arrivals.js';
import type { AlbState, ClusterState, SubdomainState, WorkerState, ZoneNetworkState } from '../generated/prisma/enums.js';
import type { LifecycleKind } from './registry.js';

/** What happens when resources of a kind arrive in a state; `scope.now` is the moment of the arrival. */
export type Arrival = (scope: AccountTransaction, ids: readonly string[]) => Promise<void>;

interface StatesOf extends Record<LifecycleKind, string> {
  cluster: ClusterState;
  worker: WorkerState;
  'zone network': ZoneNetworkState;
  ALB: AlbState;
  subdomain: SubdomainState;
}

/**
 * What each arrival sets off: how a create runs from the first request to the registered subdomain (R121,
 * R204, R53), and how everything is given back at the end (R142). Causes come before effects at every speed,
 * since an effect is only scheduled by the arrival before it.
 */
export const arrivals: { readonly [Kind in LifecycleKind]: Partial<Record<StatesOf[Kind], Arrival>> } = {
  cluster: { deployed: beginProvisioning, deleted: removeClusters },
  worker: { provisioned: leaseAddresses, deployed: installVersion, normal: reportReadiness, deleted: returnAddresses },
  'zone network': { filling_map: orderPortableSubnets, ready: createDefaultAlbs },
  ALB: { healthy: registerSubdomains },
  subdomain: {},
};
