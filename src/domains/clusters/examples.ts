/** The cluster of all examples: what "Try it out" creates is what the other operations then ask for. */
export const clusterExampleName = 'my-cluster';

const url = 'https://c2.us-south.containers.cloud.ibm.com:30422';
export const exampleSecretName = `${clusterExampleName}-5e0c9a7b31d846f2a8b4c6d0e1f29375-0000`;
export const exampleHostname = `${exampleSecretName}.us-south.containers.appdomain.cloud`;

const common = {
  id: 'c9t2m4ld0k7q1e5v8ub0',
  name: clusterExampleName,
  state: 'normal',
  status: 'All Workers Normal',
  createdDate: '2026-08-22T10:03:16+0000',
  location: 'Dallas',
  region: 'us-south',
  resourceGroup: '8a5b3c1d7e9f40216c4d2b0a8e6f1357',
  resourceGroupName: 'Default',
  crn: 'crn:v1:bluemix:public:containers-kubernetes:us-south:a/4f1c0d7a9b2e63858d0f4a1b7c92e6d3:c9t2m4ld0k7q1e5v8ub0::',
  masterKubeVersion: '1.36.3_1525',
  targetVersion: '1.36.3_1525',
  versionEOS: '2027-08-01',
  workerCount: 2,
  workerZones: ['dal10'],
  multiAzCapable: true,
  isPaid: true,
  isTrusted: false,
  type: 'kubernetes',
  provider: 'classic',
  entitlement: '',
  etcdPort: '30917',
  podSubnet: '172.30.0.0/16',
  serviceSubnet: '172.21.0.0/16',
  imageSecurityEnabled: false,
  disableAutoUpdate: false,
  monitoringURL: '',
  ownerEmail: 'owner-4f1c0d7a@example.com',
  masterURL: url,
  addons: [],
  vlans: [],
  worker_vlans: [],
};

const endpoints = {
  publicServiceEndpointEnabled: true,
  publicServiceEndpointURL: url,
  privateServiceEndpointEnabled: false,
  privateServiceEndpointURL: '',
};

const master = {
  modifiedDate: '2026-08-22T11:40:02+0000',
  masterStatus: 'Ready',
  masterStatusModifiedDate: '2026-08-22T10:31:44+0000',
  masterHealth: 'normal',
  masterState: 'deployed',
};

const features = { keyProtectEnabled: false, pullSecretApplied: true };
const ingressMessage = 'All Ingress components are healthy.';

export const clusterExample = {
  ...common,
  ...endpoints,
  ...master,
  ...features,
  dataCenter: 'dal10',
  serverURL: url,
  ingressHostname: exampleHostname,
  ingressSecretName: exampleSecretName,
  ingressStatus: 'healthy',
  ingressMessage,
  apiUser: '',
  logOrg: '',
  logOrgName: '',
  logSpace: '',
  logSpaceName: '',
};

export const clusterV2Example = {
  ...common,
  datacenter: 'dal10',
  lifecycle: master,
  serviceEndpoints: endpoints,
  features,
  ingress: { hostname: exampleHostname, secretName: exampleSecretName, status: 'healthy', message: ingressMessage },
  caCertRotationStatus: { status: '', actionTriggerDate: '', actionCompletedDate: '' },
  infrastructureTopology: '',
  locationZones: [],
};
