import { z } from 'zod';
import { queryFlag, valuelessFlag } from '../../operations/query-flag.js';
import { ClusterVlan } from '../networking/subnets/schemas.js';
import { Vlan } from '../networking/vlans/schemas.js';
import { clusterExample, clusterExampleName, clusterV2Example } from './examples.js';
import { CLUSTER_NAME } from './rules.js';

export { clusterExampleName };

export const ClusterParams = z.object({
  idOrName: z.string().meta({ description: 'Id or name of a cluster.', examples: [clusterExampleName] }),
});

const showResources = queryFlag.meta({ description: 'Also show VLANs and portable subnets.' });
const location = z.string().optional().meta({ description: 'A metro, a zone or a region.', examples: ['dal'] });

export const ListQuery = z.object({ location, showResources });
export const ResourcesQuery = z.object({ showResources });
export const RemoveQuery = z.object({
  deleteResources: queryFlag.meta({ description: 'Also remove VLANs on which nothing else is left.' }),
});
export const ClusterQuery = z.object({
  cluster: z.string().meta({ description: 'Id or name of a cluster.', examples: [clusterExampleName] }),
  showResources,
});
export const ClusterV2Query = ClusterQuery.extend({
  'v1-compatible': valuelessFlag,
});

/** R86. Keys are read ignoring case, and empty strings count as absent. */
export const CreateCluster = z
  .object({
    name: z
      .string()
      .regex(CLUSTER_NAME, {
        error: 'must begin with a letter, then have only letters, digits, hyphens, periods and underscores, 35 characters at most',
      }),
    dataCenter: z.string(),
    machineType: z.string(),
    workerNum: z.int().min(1).max(10_000).optional(),
    isolation: z.enum(['public', 'private']).optional(),
    publicVlan: z.string().optional(),
    privateVlan: z.string().optional(),
    privateOnly: z.boolean().optional().meta({
      description: 'This emulator alone: workers on a private VLAN only, which is made where the zone has none.',
    }),
    noSubnet: z.boolean().optional(),
    masterVersion: z.string().optional(),
    operatingSystem: z.string().optional(),
    diskEncryption: z.boolean().optional(),
    podSubnet: z.string().optional(),
    serviceSubnet: z.string().optional(),
    defaultWorkerPoolName: z
      .string()
      .regex(/^[A-Za-z][A-Za-z0-9._-]{0,31}$/, {
        error: 'must begin with a letter, then have only letters, digits, hyphens, periods and underscores, 32 characters at most',
      })
      .optional(),
    defaultWorkerPoolEntitlement: z.enum(['cloud_pak', 'ocp_entitled']).optional(),
    disableAutoUpdate: z.boolean().optional(),
    publicServiceEndpoint: z.boolean().optional(),
    privateSeviceEndpoint: z.boolean().optional().meta({ description: 'Spelled so by the real API.' }),
    privateServiceEndpoint: z.boolean().optional().meta({ description: 'The right spelling is taken too.' }),
    gatewayEnabled: z.boolean().optional(),
  })
  .meta({
    id: 'CreateClusterRequest',
    examples: [{ name: clusterExampleName, dataCenter: 'dal10', machineType: 'b3c.4x16', workerNum: 2 }],
  });

export type CreateClusterRequest = z.output<typeof CreateCluster>;

export const CreateClusterResponse = z
  .object({ id: z.string() })
  .meta({ id: 'ClusterCreateResponse', examples: [{ id: clusterExample.id }] });

/** What v1 and v2 answers share. */
const common = {
  id: z.string(),
  name: z.string(),
  state: z.string(),
  status: z.string(),
  createdDate: z.string(),
  location: z.string(),
  region: z.string(),
  resourceGroup: z.string(),
  resourceGroupName: z.string(),
  crn: z.string(),
  masterKubeVersion: z.string(),
  targetVersion: z.string(),
  versionEOS: z.string(),
  workerCount: z.int(),
  workerZones: z.array(z.string()),
  multiAzCapable: z.boolean(),
  isPaid: z.boolean(),
  isTrusted: z.boolean(),
  type: z.string(),
  provider: z.string(),
  entitlement: z.string(),
  etcdPort: z.string(),
  podSubnet: z.string(),
  serviceSubnet: z.string(),
  imageSecurityEnabled: z.boolean(),
  disableAutoUpdate: z.boolean(),
  monitoringURL: z.string(),
  ownerEmail: z.string(),
  masterURL: z.string(),
  addons: z.array(z.never()),
  vlans: z.array(ClusterVlan),
  worker_vlans: z.array(Vlan),
};

const endpoints = {
  publicServiceEndpointEnabled: z.boolean(),
  publicServiceEndpointURL: z.string(),
  privateServiceEndpointEnabled: z.boolean(),
  privateServiceEndpointURL: z.string(),
};
const master = {
  modifiedDate: z.string(),
  masterStatus: z.string(),
  masterStatusModifiedDate: z.string(),
  masterHealth: z.string(),
  masterState: z.string(),
};
const features = { keyProtectEnabled: z.boolean(), pullSecretApplied: z.boolean() };

/** The flat names of v1 (R107, R137). */
const flat = {
  ...endpoints,
  ...master,
  ...features,
  dataCenter: z.string(),
  serverURL: z.string(),
  ingressHostname: z.string(),
  ingressSecretName: z.string(),
  ingressStatus: z.string(),
  ingressMessage: z.string(),
  apiUser: z.string(),
  logOrg: z.string(),
  logOrgName: z.string(),
  logSpace: z.string(),
  logSpaceName: z.string(),
};

/** The nested names of v2 (R108). */
const nested = {
  datacenter: z.string(),
  lifecycle: z.object(master),
  serviceEndpoints: z.object(endpoints),
  features: z.object(features),
  ingress: z.object({ hostname: z.string(), secretName: z.string(), status: z.string(), message: z.string() }),
  caCertRotationStatus: z.object({ status: z.string(), actionTriggerDate: z.string(), actionCompletedDate: z.string() }),
  infrastructureTopology: z.string(),
  locationZones: z.array(z.string()),
};

export const Cluster = z.object({ ...common, ...flat }).meta({ id: 'Cluster', examples: [clusterExample] });

export const ClusterV2 = z.object({ ...common, ...nested }).meta({ id: 'GetClusterResponse', examples: [clusterV2Example] });

/** R108, A8: with `v1-compatible` the flat names stand beside the nested ones. */
export const ClusterBothWays = z
  .object({ ...common, ...nested, ...z.object(flat).partial().shape })
  .meta({ id: 'GetClusterCompatibleResponse', examples: [clusterV2Example] });
