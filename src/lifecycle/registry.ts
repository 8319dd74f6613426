import type { Lifecycle } from '../core/lifecycle.js';
import { addonLifecycle } from '../domains/addons/lifecycle.js';
import { albLifecycle } from '../domains/albs/lifecycle.js';
import { clusterLifecycle } from '../domains/clusters/lifecycle.js';
import { subdomainLifecycle } from '../domains/ingress/lifecycle.js';
import { zoneNetworkLifecycle } from '../domains/networking/zone-networks/lifecycle.js';
import { workerLifecycle } from '../domains/workers/lifecycle.js';

interface LifecycleTable {
  readonly table: string;
  /** The Postgres enum of the table's state columns. */
  readonly stateType: string;
  readonly lifecycle: Lifecycle<string, string>;
}

/**
 * Every resource with a lifecycle and where its rows are. The order decides which of several transitions
 * that are due at the same moment, after steps of the same length, comes first.
 */
export const lifecycleTables = {
  cluster: { table: 'clusters', stateType: 'cluster_state', lifecycle: clusterLifecycle },
  worker: { table: 'workers', stateType: 'worker_state', lifecycle: workerLifecycle },
  'zone network': { table: 'zone_networks', stateType: 'zone_network_state', lifecycle: zoneNetworkLifecycle },
  ALB: { table: 'albs', stateType: 'alb_state', lifecycle: albLifecycle },
  'add-on': { table: 'cluster_addons', stateType: 'addon_state', lifecycle: addonLifecycle },
  subdomain: { table: 'subdomains', stateType: 'subdomain_state', lifecycle: subdomainLifecycle },
} as const satisfies Record<string, LifecycleTable>;

export type LifecycleKind = keyof typeof lifecycleTables;
