import { FOREIGN_ZONE, UNKNOWN_ZONE, type World } from './world.js';

/** The ways in which a field of a request can name one object of an account. */
type Names = (world: World) => readonly string[];

const cluster: Names = ({ cluster: { id, name } }) => [id, name];
const pool: Names = ({ pool: { id, name } }) => [id, name];
const worker: Names = (world) => [world.worker];
const alb: Names = (world) => [world.publicAlb];
const publicVlan: Names = (world) => [world.publicVlan];
const privateVlan: Names = (world) => [world.privateVlan];
const portableSubnet: Names = (world) => [world.portableSubnet];
const userSubnet: Names = (world) => [world.userSubnet];
const resourceGroup: Names = ({ resourceGroup: { id, name } }) => [id, name];
const account: Names = (world) => [world.account.id];
const crn: Names = (world) => [world.cluster.crn];
const tag: Names = (world) => [world.tag];
const user: Names = (world) => [world.iamId];
const search: Names = (world) => [`crn:"${world.cluster.crn}"`, `name:${world.cluster.name}`, `tags:"${world.tag}"`, world.cluster.id];
/** Zones are the same for all; what an account has in them is not. */
const zone: Names = () => ['dal10'];

/** Fields that name objects of an account, by the operation's id and the field's name, or by the name alone. */
const references: Readonly<Record<string, Names>> = {
  idOrName: cluster,
  cluster,
  clusterID: cluster,
  poolidOrName: pool,
  workerpool: pool,
  pool,
  workerId: worker,
  worker,
  workerID: worker,
  'graphql.id': worker,
  albID: alb,
  vlanId: privateVlan,
  vlanID: privateVlan,
  vlan_id: privateVlan,
  publicVlan,
  privateVlan,
  subnetId: portableSubnet,
  'removeClusterUserSubnet.subnetId': userSubnet,
  zoneid: zone,
  zoneId: zone,
  'createALB.zone': zone,
  'removeWorkerPoolZone1.zone': zone,
  'getVLANs.zone': zone,
  'getDatacenterVLANs.datacenter': zone,
  'x-auth-resource-group': resourceGroup,
  'x-auth-resource-group-id': resourceGroup,
  'getResourceGroup.id': resourceGroup,
  'updateResourceGroup.id': resourceGroup,
  'deleteResourceGroup.id': resourceGroup,
  'listResourceGroups.name': resourceGroup,
  account_id: account,
  'getOwnAccount.id': account,
  iam_id: user,
  user_id: user,
  tag_name: tag,
  resource_id: crn,
  attached_to: crn,
  'searchResources.query': search,
  'searchResourcesByToken.query': search,
};

/** Fields that say what to do, or name what is the same for every account or what the caller makes up. */
const harmless = new Set(
  `
  x-region location region zone datacenter dataCenter datacenters id name type state size limit offset sort fields search_cursor token
  _start search default showResources showFlavors showDeleted v1-compatible provider deleteResources disableDeployment
  machineType workerNum isolation privateOnly noSubnet masterVersion operatingSystem diskEncryption podSubnet serviceSubnet
  defaultWorkerPoolName defaultWorkerPoolEntitlement disableAutoUpdate publicServiceEndpoint privateServiceEndpoint privateSeviceEndpoint GatewayEnabled
  gatewayEnabled action version force autoUpdate crkID instanceID url correlationID serviceToService crk_id instance_id
  private_endpoint kms_instance prefix update sizePerZone labels entitlement zones reasonForResize taints enable albip albBuild
  enableByDefault ip nlbVersion ingressImage addons options level auditServer caCertificate clientCertificate clientKey
  x-auth-softlayer-username x-auth-softlayer-apikey cidr query variables input operationName format createNetworkConfig sub skipRBAC
  cseAclEnabled skipPermPrecheck allowSingleOpenShiftWorker latestVersion
  admin network endpointType tag_type attached_only order_by_name tag_names replace resources resource_type bypassUnhealthyControlPlane
  `
    .trim()
    .split(/\s+/),
);

/** How a field names objects, or undefined for one that does not. Throws for a field that nobody has thought of. */
export function namesIn(operationId: string, field: string): Names | undefined {
  const names = references[`${operationId.replace(/Alias$/, '')}.${field}`] ?? references[field];
  if (names === undefined && !harmless.has(field)) {
    throw new Error(`${operationId} has the field ${field}: say in test/isolation/references.ts whether it names an object of an account`);
  }
  return names;
}

/** The names by which one account's object is known, and as many of the same form that nothing has. */
export function foreignNames(names: Names, owner: World): { readonly foreign: readonly string[]; readonly unknown: readonly string[] } {
  if (names === zone) return { foreign: [FOREIGN_ZONE], unknown: [UNKNOWN_ZONE] };
  const foreign = names(owner);
  return { foreign, unknown: foreign.map(twist) };
}

/** Another text of the same form: its last letter or digit is another of its kind. */
function twist(text: string): string {
  return text.replace(/[0-9A-Za-z](?=[^0-9A-Za-z]*$)/, (last) => {
    const next: Readonly<Record<string, string>> = { 9: '0', f: 'a', z: 'a', F: 'A', Z: 'A' };
    return next[last] ?? String.fromCharCode(last.charCodeAt(0) + 1);
  });
}
