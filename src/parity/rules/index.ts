import type { Rules } from '../rule.js';
import { clusterCreate, clusterStates } from './clusters.js';
import { loadBalancers, podNetwork } from './in-cluster.js';
import { albs, subdomains } from './ingress.js';
import { endpoints, versions } from './masters.js';
import { portableSubnets, primarySubnets, vlans } from './networks.js';
import { services } from './services.js';
import { workerPools, workers } from './workers.js';

/** All rules of the real service that are known, by section. Their numbers have gaps, and stay as they are. */
export const sections: Readonly<Record<string, Rules>> = {
  'Accounts, zones and VLANs': vlans,
  'Primary subnets': primarySubnets,
  'Portable and user-managed subnets': portableSubnets,
  'Creating clusters': clusterCreate,
  'States and end of clusters': clusterStates,
  'Service endpoints': endpoints,
  'Versions and updates': versions,
  'Worker pools': workerPools,
  Workers: workers,
  ALBs: albs,
  'Ingress subdomain': subdomains,
  'Load balancers and host names': loadBalancers,
  'Pod network': podNetwork,
  'Add-ons, webhooks, keys and the rest': services,
};
