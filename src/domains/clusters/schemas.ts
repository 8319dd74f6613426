import { z } from 'zod';
import { queryFlag, valuelessFlag } from '../../operations/query-flag.js';
import { AddonOfCluster } from '../addons/schemas.js';
import { ClusterVlan } from '../networking/subnets/schemas.js';
import { Vlan } from '../networking/vlans/schemas.js';
import { diskEncryption, entitlement, isolation, poolName } from '../worker-pools/field-schemas.js';
import { clusterExample, clusterExampleName, clusterV2Example } from './examples.js';
import { clusterField } from './field-schemas.js';
import { CLUSTER_NAME } from './rules.js';

export const ClusterParams = z.object({
  idOrName: clusterField,
});

const showResources = queryFlag.meta({ description: 'Also show VLANs and portable subnets.' });
const location = z.string().optional().meta({ description: 'A metro, a zone or a region.', examples: ['dal'] });

export const ListQuery = z.object({ location, showResources });
export const ResourcesQuery = z.object({ showResources });
export const RemoveQuery = z.object({
  deleteResources: queryFlag.meta({ description: 'Also remove VLANs on which nothing else is left.' }),
});
export const ClusterQuery = z.object({
  cluster: clusterField,
  showResources,
});
export const ClusterV2Query = ClusterQuery.extend({
  'v1-compatible': valuelessFlag,
});

/** What a free cluster cannot have: who names one of these means a standard cluster (R101). */
const STANDARD_ONLY = ['dataCenter', 'machineType', 'publicVlan', 'privateVlan', 'privateOnly', 'privateSeviceEndpoint', 'privateServiceEndpoint', 'workerNum'];

/**
 * R91: zone and flavor are required, unless a name is all there is: that is a request for a free cluster. They
 * are reported where the fields stand, which is behind the name.
 */
function requireZoneAndFlavor(given: Readonly<Record<string, unknown>>, { issues }: z.core.$RefinementCtx): void {
  const wantsStandard = STANDARD_ONLY.some((field) => given[field] !== undefined && given[field] !== false && given[field] !== 1);
  if (given['name'] !== undefined && !wantsStandard) return;
  const missing = ['dataCenter', 'machineType'].filter((field) => given[field] === undefined);
  const absent = missing.map((field): z.core.$ZodRawIssue => ({ code: 'invalid_type', expected: 'string', path: [field], input: undefined }));
  issues.splice(issues.filter(({ path }) => path?.[0] === 'name').length, 0, ...absent);
}

/** R86. Keys are read ignoring case, and empty strings count as absent. */
export const CreateCluster = z
  .object({
    name: z
      .string()
      .regex(CLUSTER_NAME, {
        error: 'must begin with a letter, then have only letters, digits, hyphens, periods and underscores, 35 characters at most',
      }),
    dataCenter: z.string().optional().meta({ description: 'Required, as machineType is, but for a free cluster.' }),
    machineType: z.string().optional().meta({ description: 'A flavor of the zone, with or without the suffix .encrypted.' }),
    workerNum: z.int().min(1).max(10_000).optional().meta({ description: 'Workers of the first pool; 1 unless told.' }),
    isolation: isolation.optional().meta({ description: 'Shared hardware, or dedicated; a free cluster takes no notice of it.' }),
    publicVlan: z.string().optional().meta({ description: 'Id of a VLAN of the zone behind the same router. Left out beside a privateVlan, workers are private-only.' }),
    privateVlan: z.string().optional().meta({ description: 'Id of a VLAN of the zone. Without any the pair of the zone is reused, or made.' }),
    privateOnly: z.boolean().optional().meta({
      description: 'This emulator alone: workers on a private VLAN only, which is made where the zone has none.',
    }),
    noSubnet: z.boolean().optional().meta({ description: 'No portable subnets, and so no ALBs and no Ingress subdomain.' }),
    masterVersion: z.string().optional().meta({ description: 'A minor, a patch or a build; the default version unless told.' }),
    operatingSystem: z.string().optional().meta({ description: 'One that goes with version and flavor; a free cluster takes no notice of it.' }),
    diskEncryption: diskEncryption.optional().meta({ description: 'On unless told; the flavor then shows the suffix .encrypted. A free cluster takes no notice of it.' }),
    podSubnet: z.string().optional().meta({ description: 'A /23 or larger in CIDR form; 172.30.0.0/16 unless told.' }),
    serviceSubnet: z.string().optional().meta({ description: 'A /24 or larger in CIDR form; 172.21.0.0/16 unless told.' }),
    defaultWorkerPoolName: poolName.optional().meta({ description: 'default unless told; a free cluster takes no notice of it.' }),
    defaultWorkerPoolEntitlement: entitlement.optional().meta({ description: 'An OpenShift licence that is there already; a free cluster takes no notice of it.' }),
    disableAutoUpdate: z.boolean().optional().meta({ description: 'Patches of the master wait until they are asked for.' }),
    publicServiceEndpoint: z.boolean().optional().meta({ description: 'On unless the private one alone is asked for.' }),
    privateSeviceEndpoint: z.boolean().optional().meta({ description: 'Spelled so by the real API.' }),
    privateServiceEndpoint: z.boolean().optional().meta({ description: 'The right spelling is taken too.' }),
    gatewayEnabled: z.boolean().optional().meta({ description: 'true is refused: gateway clusters are not built.' }),
    cseAclEnabled: z.boolean().optional().meta({ description: 'Taken and without effect: there are no network ACLs.' }),
    prefix: z.string().optional().meta({ description: 'Taken and without effect: worker ids begin as the service makes them.' }),
    skipPermPrecheck: z.boolean().optional().meta({ description: 'Taken and without effect: no infrastructure permission is ever missing.' }),
  })
  .superRefine(requireZoneAndFlavor, { when: ({ value }) => z.record(z.string(), z.unknown()).safeParse(value).success })
  .meta({
    id: 'CreateClusterRequest',
    examples: [{ name: clusterExampleName, dataCenter: 'dal10', machineType: 'b3c.4x16', workerNum: 2 }],
  });

export type CreateClusterRequest = z.output<typeof CreateCluster>;
export type StandardClusterRequest = CreateClusterRequest & { readonly dataCenter: string; readonly machineType: string };

/** Whether the request is not one for a free cluster. */
export const isStandard = (request: CreateClusterRequest): request is StandardClusterRequest => request.dataCenter !== undefined;

export const CreateClusterResponse = z
  .object({ id: z.string() })
  .meta({ id: 'ClusterCreateResponse', examples: [{ id: clusterExample.id }] });

/** The body of the v2 calls that need to know a cluster and nothing else. */
export const ClusterRequest = z
  .object({ cluster: clusterField })
  .meta({ id: 'ClusterRequestBody', examples: [{ cluster: clusterExampleName }] });

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
  addons: z.array(AddonOfCluster),
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
