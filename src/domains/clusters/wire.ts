import type { z } from 'zod';
import { formatDate } from '../../core/dates.js';
import type { Cluster as ClusterRow } from '../../generated/prisma/client.js';
import type { ClusterState } from '../../generated/prisma/enums.js';
import { endOfServiceOf, targetVersionOf } from '../catalog/versions.js';
import { findClassicZone, hostRegionOf } from '../catalog/zones.js';
import { toClusterVlans } from '../networking/subnets/wire.js';
import { toVlan } from '../networking/vlans/wire.js';
import type { PublicClusterState } from './rules.js';
import type { Cluster, ClusterBothWays, ClusterV2 } from './schemas.js';
import type { ClusterView } from './view.js';

const statuses: Readonly<Record<PublicClusterState, string>> = {
  requested: 'The cluster was requested',
  deploying: 'The master is being deployed',
  pending: 'The workers are being deployed',
  normal: 'All Workers Normal',
  warning: 'Some workers are not available',
  deleting: 'The cluster is being deleted',
  aborted: 'The deployment was aborted',
};

/** What each inner state shows of the master (R129, R130). Clients compare `Ready` alone. */
const masters: Readonly<Record<ClusterState, { status: string; state: string; health: string }>> = {
  requested: { status: 'Deploy requested', state: '', health: '' },
  deploying: { status: 'Deploy in progress', state: 'deploying', health: '' },
  deployed: { status: 'Ready', state: 'deployed', health: 'normal' },
  deleting: { status: 'Delete in progress', state: 'deleting', health: 'unavailable' },
  aborted: { status: 'Delete in progress', state: 'deleting', health: 'unavailable' },
  deleted: { status: 'Deleted', state: 'deleting', health: 'unavailable' },
};

/** R107, R137. */
export const toCluster = (cluster: ClusterView): z.input<typeof Cluster> => ({ ...commonOf(cluster), ...flatOf(cluster) });

/** R108. */
export const toClusterV2 = (cluster: ClusterView): z.input<typeof ClusterV2> => ({ ...commonOf(cluster), ...nestedOf(cluster) });

/** The v2 form, and with the flag `v1-compatible` the flat names of v1 beside it (A8). */
export const toClusterEitherWay = (cluster: ClusterView, v1Compatible: boolean): z.input<typeof ClusterBothWays> => ({
  ...toClusterV2(cluster),
  ...(v1Compatible && flatOf(cluster)),
});

/** Before its master answers, a cluster has no addresses and no place to show (young answers are empty there). */
const hasMaster = ({ state }: ClusterRow): boolean => state === 'deployed' || state === 'deleting';

function commonOf(cluster: ClusterView) {
  const zone = findClassicZone(cluster.zone);
  const location = zone?.multizone === true ? zone.metroName : cluster.zone;
  return {
    id: cluster.id,
    name: cluster.name,
    state: cluster.publicState,
    status: statuses[cluster.publicState],
    createdDate: formatDate(cluster.createdAt),
    location: hasMaster(cluster) ? location : '',
    region: cluster.region,
    resourceGroup: cluster.resourceGroup.id,
    resourceGroupName: cluster.resourceGroup.name,
    crn: `crn:v1:bluemix:public:containers-kubernetes:${cluster.region}:a/${cluster.accountId}:${cluster.id}::`,
    masterKubeVersion: cluster.masterVersion,
    targetVersion: targetVersionOf(cluster.masterVersion),
    versionEOS: endOfServiceOf(cluster.masterVersion),
    workerCount: cluster.workerCount,
    workerZones: [...cluster.workerZones],
    multiAzCapable: zone?.multizone === true,
    isPaid: true,
    isTrusted: false,
    type: cluster.type,
    provider: 'classic',
    entitlement: cluster.entitlement,
    etcdPort: hasMaster(cluster) ? String(cluster.etcdPort) : '',
    podSubnet: cluster.podSubnet,
    serviceSubnet: cluster.serviceSubnet,
    imageSecurityEnabled: false,
    disableAutoUpdate: cluster.disableAutoUpdate,
    monitoringURL: '',
    ownerEmail: cluster.ownerEmail,
    masterURL: serverUrlOf(cluster),
    addons: [],
    vlans: toClusterVlans(cluster.portableSubnets),
    worker_vlans: cluster.workerVlans.map(toVlan),
  };
}

function flatOf(cluster: ClusterView) {
  const { hostname, secretName, status, message } = ingressOf(cluster);
  return {
    ...endpointsOf(cluster),
    ...masterOf(cluster),
    ...featuresOf(cluster),
    dataCenter: cluster.zone,
    serverURL: serverUrlOf(cluster),
    ingressHostname: hostname,
    ingressSecretName: secretName,
    ingressStatus: status,
    ingressMessage: message,
    apiUser: '',
    logOrg: '',
    logOrgName: '',
    logSpace: '',
    logSpaceName: '',
  };
}

function nestedOf(cluster: ClusterView) {
  return {
    datacenter: cluster.zone,
    lifecycle: masterOf(cluster),
    serviceEndpoints: endpointsOf(cluster),
    features: featuresOf(cluster),
    ingress: ingressOf(cluster),
    caCertRotationStatus: { status: '', actionTriggerDate: '', actionCompletedDate: '' },
    infrastructureTopology: '',
    locationZones: [],
  };
}

function masterOf(cluster: ClusterView) {
  const { status, state, health } = masters[cluster.state];
  return {
    modifiedDate: formatDate(cluster.modifiedAt),
    masterStatus: status,
    masterStatusModifiedDate: formatDate(cluster.stateSince),
    masterHealth: health,
    masterState: state,
  };
}

/** R150, R151. */
function endpointsOf(cluster: ClusterView) {
  const { publicServiceEndpoint, privateServiceEndpoint } = cluster;
  return {
    publicServiceEndpointEnabled: publicServiceEndpoint,
    publicServiceEndpointURL: publicServiceEndpoint ? masterUrl(cluster, '') : '',
    privateServiceEndpointEnabled: privateServiceEndpoint,
    privateServiceEndpointURL: privateServiceEndpoint ? masterUrl(cluster, '.private') : '',
  };
}

/** R139: the public endpoint when that is on, else the private one. */
const serverUrlOf = (cluster: ClusterView): string => masterUrl(cluster, cluster.publicServiceEndpoint ? '' : '.private');

const masterUrl = (cluster: ClusterView, infix: string): string =>
  hasMaster(cluster)
    ? `https://c${cluster.masterNumber}${infix}.${hostRegionOf(cluster.zone)}.containers.cloud.ibm.com:${cluster.masterPort}`
    : '';

const featuresOf = (cluster: ClusterView) => ({ keyProtectEnabled: false, pullSecretApplied: hasMaster(cluster) });

function ingressOf({ ingress }: ClusterView) {
  const registered = ingress.hostname !== '';
  return {
    ...ingress,
    status: registered ? 'healthy' : '',
    message: registered ? 'All Ingress components are healthy.' : '',
  };
}
