import type { z } from 'zod';
import { formatDate } from '../../core/dates.js';
import type { ClusterState } from '../../generated/prisma/enums.js';
import { toAddonOfCluster } from '../addons/wire.js';
import { endOfServiceOf, targetVersionOf } from '../catalog/versions.js';
import { findClassicZone } from '../catalog/zones.js';
import { toClusterVlans } from '../networking/subnets/wire.js';
import { toVlan } from '../networking/vlans/wire.js';
import { clusterCrn } from './crn.js';
import { endpointUrl, serverUrl } from './endpoints.js';
import { hasMaster } from './lifecycle.js';
import type { PublicClusterState } from './rules.js';
import type { Cluster, ClusterBothWays, ClusterV2 } from './schemas.js';
import type { ClusterView } from './view.js';

const statuses: Readonly<Record<PublicClusterState, string>> = {
  requested: 'The cluster was requested',
  deploying: 'The master is being deployed',
  pending: 'The workers are being deployed',
  normal: 'All Workers Normal',
  warning: 'Some workers are not available',
  critical: 'No worker is available',
  deleting: 'The cluster is being deleted',
  aborted: 'The deployment was aborted',
};

/** What each inner state shows of the master (R129, R130). Clients compare `Ready` alone. */
const masters: Readonly<Record<ClusterState, { status: string; state: string; health: string }>> = {
  requested: { status: 'Deploy requested', state: '', health: '' },
  deploying: { status: 'Deploy in progress', state: 'deploying', health: '' },
  deployed: { status: 'Ready', state: 'deployed', health: 'normal' },
  updating: { status: 'Version update in progress', state: 'updating', health: 'normal' },
  refreshing: { status: 'Refresh in progress', state: 'updating', health: 'normal' },
  unavailable: { status: 'The master cannot be reached', state: 'deployed', health: 'unavailable' },
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

function commonOf(cluster: ClusterView) {
  const zone = findClassicZone(cluster.zone);
  const location = zone?.multizone === true ? zone.metroName : cluster.zone;
  return {
    id: cluster.id,
    name: cluster.name,
    state: cluster.publicState,
    status: cluster.state === 'unavailable' ? masters.unavailable.status : statuses[cluster.publicState],
    createdDate: formatDate(cluster.createdAt),
    location: hasMaster(cluster.state) ? location : '',
    region: cluster.region,
    resourceGroup: cluster.resourceGroup.id,
    resourceGroupName: cluster.resourceGroup.name,
    crn: clusterCrn(cluster),
    masterKubeVersion: shownVersionOf(cluster),
    targetVersion: targetVersionOf(cluster.masterVersion),
    versionEOS: endOfServiceOf(cluster.masterVersion),
    workerCount: cluster.workerCount,
    workerZones: [...cluster.workerZones],
    multiAzCapable: zone?.multizone === true,
    isPaid: !cluster.free,
    isTrusted: false,
    type: cluster.type,
    provider: 'classic',
    entitlement: cluster.entitlement,
    etcdPort: hasMaster(cluster.state) ? String(cluster.etcdPort) : '',
    podSubnet: cluster.podSubnet,
    serviceSubnet: cluster.serviceSubnet,
    imageSecurityEnabled: cluster.imageSecurity,
    disableAutoUpdate: cluster.disableAutoUpdate,
    monitoringURL: '',
    ownerEmail: cluster.ownerEmail,
    masterURL: serverUrl(cluster),
    addons: cluster.addons.map(toAddonOfCluster),
    vlans: toClusterVlans(cluster.portableSubnets),
    worker_vlans: cluster.workerVlans.map(toVlan),
  };
}

function flatOf(cluster: ClusterView) {
  const { hostname, secretName, status, message } = cluster.ingress;
  return {
    ...endpointsOf(cluster),
    ...masterOf(cluster),
    ...featuresOf(cluster),
    dataCenter: cluster.zone,
    serverURL: serverUrl(cluster),
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
    ingress: cluster.ingress,
    caCertRotationStatus: { status: '', actionTriggerDate: '', actionCompletedDate: '' },
    infrastructureTopology: '',
    locationZones: [],
  };
}

/** R131: both versions and the word `pending` while an update runs, and only then. */
const shownVersionOf = ({ masterVersion, pendingVersion }: ClusterView): string =>
  pendingVersion === null ? masterVersion : `${masterVersion} --> ${pendingVersion} (pending)`;

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
    publicServiceEndpointURL: endpointUrl(cluster, 'public'),
    privateServiceEndpointEnabled: privateServiceEndpoint,
    privateServiceEndpointURL: endpointUrl(cluster, 'private'),
  };
}

const featuresOf = (cluster: ClusterView) => ({
  keyProtectEnabled: cluster.kmsInstanceId !== null,
  pullSecretApplied: cluster.pullSecret && hasMaster(cluster.state),
});
