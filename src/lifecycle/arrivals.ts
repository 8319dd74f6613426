import type { AccountTransaction } from '../domains/accounts/scope.js';
import { removeAddons } from '../domains/addons/arrivals.js';
import { registerSubdomains } from '../domains/ingress/arrivals.js';
import { createDefaultAlbs, restoreAlbs, withdrawAlbs } from '../domains/albs/arrivals.js';
import { beginExpiredDeletes, removeClusters, scheduleExpiry } from '../domains/clusters/arrivals.js';
import { finishMasterUpdates } from '../domains/masters/arrivals.js';
import { orderPortableSubnets } from '../domains/networking/zone-networks/arrivals.js';
import { giveAddresses } from '../domains/workers/addresses.js';
import { becomeReady, beginProvisioning, breakDown, installVersion, leave } from '../domains/workers/arrivals.js';
import { applyAuditWebhooks } from '../domains/webhooks/arrivals.js';
import type { AddonState, AlbState, ClusterState, SubdomainState, WorkerState, ZoneNetworkState } from '../generated/prisma/enums.js';
import type { LifecycleKind } from './registry.js';

/** What happens when resources of a kind arrive in a state; `scope.now` is the moment of the arrival. */
export type Arrival = (scope: AccountTransaction, ids: readonly string[]) => Promise<void>;

/** So many of a group arrive together: a statement that names each of them takes no more than some thousands. */
export const ARRIVE_AT_ONCE = 1_000;

/** Several effects of one arrival, one after the other. */
const inTurn =
  (...effects: readonly Arrival[]): Arrival =>
  async (scope, ids) => {
    for (const effect of effects) await effect(scope, ids);
  };

interface StatesOf extends Record<LifecycleKind, string> {
  cluster: ClusterState;
  worker: WorkerState;
  'zone network': ZoneNetworkState;
  ALB: AlbState;
  'add-on': AddonState;
  subdomain: SubdomainState;
}

/**
 * What each arrival sets off: how a create runs from the first request to the registered subdomain (R121,
 * R204, R53), and how everything is given back at the end (R142). Causes come before effects at every speed,
 * since an effect is only scheduled by the arrival before it.
 */
export const arrivals: { readonly [Kind in LifecycleKind]: Partial<Record<StatesOf[Kind], Arrival>> } = {
  cluster: {
    deployed: inTurn(finishMasterUpdates, applyAuditWebhooks, scheduleExpiry, beginProvisioning),
    deleting: beginExpiredDeletes,
    deleted: removeClusters,
  },
  worker: {
    provisioned: giveAddresses,
    deployed: installVersion,
    normal: inTurn(becomeReady, restoreAlbs),
    critical: breakDown,
    provision_failed: breakDown,
    deploy_failed: breakDown,
    reloading_failed: breakDown,
    deleted: inTurn(leave, withdrawAlbs),
  },
  'zone network': { filling_map: orderPortableSubnets, ready: createDefaultAlbs },
  ALB: { healthy: registerSubdomains },
  'add-on': { disabled: removeAddons },
  subdomain: {},
};
