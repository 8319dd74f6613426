import type { Cluster } from '../../generated/prisma/client.js';
import type { NetworkSide } from '../../generated/prisma/enums.js';
import { hostRegionOf } from '../catalog/zones.js';
import { hasMaster } from './lifecycle.js';

/** What the addresses of a master follow from. */
export type Addressed = Pick<Cluster, 'state' | 'zone' | 'masterNumber' | 'masterPort' | 'publicServiceEndpoint' | 'privateServiceEndpoint'>;

const infixes: Readonly<Record<NetworkSide, string>> = { public: '', private: '.private' };

/** Whether a master can be reached by that side of its network (R150). */
export const hasEndpoint = (cluster: Addressed, side: NetworkSide): boolean =>
  side === 'public' ? cluster.publicServiceEndpoint : cluster.privateServiceEndpoint;

/** Where a service endpoint of a master is (R150, R151); empty while it is off, or the master is not deployed. */
export const endpointUrl = (cluster: Addressed, side: NetworkSide): string =>
  hasEndpoint(cluster, side) && hasMaster(cluster.state)
    ? `https://c${cluster.masterNumber}${infixes[side]}.${hostRegionOf(cluster.zone)}.containers.cloud.ibm.com:${cluster.masterPort}`
    : '';

/** R139: the public endpoint when that is on, else the private one. */
export const serverUrl = (cluster: Addressed): string => endpointUrl(cluster, cluster.publicServiceEndpoint ? 'public' : 'private');
