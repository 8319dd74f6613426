/** What the forms of a cluster have in common, in alphabetical order. */
const commonKeys = [
  'addons',
  'createdDate',
  'crn',
  'disableAutoUpdate',
  'entitlement',
  'etcdPort',
  'id',
  'imageSecurityEnabled',
  'isPaid',
  'isTrusted',
  'location',
  'masterKubeVersion',
  'masterURL',
  'monitoringURL',
  'multiAzCapable',
  'name',
  'ownerEmail',
  'podSubnet',
  'provider',
  'region',
  'resourceGroup',
  'resourceGroupName',
  'serviceSubnet',
  'state',
  'status',
  'targetVersion',
  'type',
  'versionEOS',
  'vlans',
  'workerCount',
  'workerZones',
  'worker_vlans',
];

const flatKeys = [
  'apiUser',
  'dataCenter',
  'ingressHostname',
  'ingressMessage',
  'ingressSecretName',
  'ingressStatus',
  'keyProtectEnabled',
  'logOrg',
  'logOrgName',
  'logSpace',
  'logSpaceName',
  'masterHealth',
  'masterState',
  'masterStatus',
  'masterStatusModifiedDate',
  'modifiedDate',
  'privateServiceEndpointEnabled',
  'privateServiceEndpointURL',
  'publicServiceEndpointEnabled',
  'publicServiceEndpointURL',
  'pullSecretApplied',
  'serverURL',
];

const nestedKeys = [
  'caCertRotationStatus',
  'datacenter',
  'features',
  'infrastructureTopology',
  'ingress',
  'lifecycle',
  'locationZones',
  'serviceEndpoints',
];

/** R107, R137. */
export const v1Keys = [...commonKeys, ...flatKeys].sort();
/** R108. */
export const v2Keys = [...commonKeys, ...nestedKeys].sort();
/** R108, A8. */
export const bothKeys = [...commonKeys, ...flatKeys, ...nestedKeys].sort();
