import { type Block, contains, isBlock, overlap, parseBlock } from '../../core/addresses.js';
import { refuseRequest } from '../../errors/iks-error.js';
import type { Account, Cluster } from '../../generated/prisma/client.js';

export const DEFAULT_POOL_NAME = 'default';
/** R97. */
const DEFAULT_POD_SUBNET = '172.30.0.0/16';
const DEFAULT_SERVICE_SUBNET = '172.21.0.0/16';

/** R80: a letter, then letters, digits, hyphen, period or underscore; at most 35 characters. */
export const CLUSTER_NAME = /^[A-Za-z][A-Za-z0-9._-]{0,34}$/;

/** Where custom subnets may lie (R98): 172.21.0.0 to 172.31.255.255 is no single block. */
const ALLOWED_RANGES = '172.17.0.0/16, 172.21.0.0 - 172.31.255.255, 192.168.0.0/16, 198.18.0.0/15';
const ALLOWED_BLOCKS = ['172.17.0.0/16', '172.21.0.0/16', '172.22.0.0/15', '172.24.0.0/13', '192.168.0.0/16', '198.18.0.0/15'].map(
  parseBlock,
);

/** R98, R100: the longest prefix that each custom subnet may have. */
const LONGEST_PREFIX = { podSubnet: 23, serviceSubnet: 24 } as const;

/**
 * R97 to R99: the pod and service subnets of a cluster, the defaults in place of what is not named.
 * @throws IksError invalidRequest that names the subnet and what is allowed
 */
export function chooseSubnets(podSubnet: string | undefined, serviceSubnet: string | undefined): { podSubnet: string; serviceSubnet: string } {
  const pods = podSubnet === undefined ? parseBlock(DEFAULT_POD_SUBNET) : checkSubnet('podSubnet', podSubnet);
  const services =
    serviceSubnet === undefined ? parseBlock(DEFAULT_SERVICE_SUBNET) : checkSubnet('serviceSubnet', serviceSubnet);
  const chosen = { podSubnet: podSubnet ?? DEFAULT_POD_SUBNET, serviceSubnet: serviceSubnet ?? DEFAULT_SERVICE_SUBNET };
  if (overlap(pods, services)) {
    refuseRequest(`podSubnet ${chosen.podSubnet} and serviceSubnet ${chosen.serviceSubnet} overlap; they must not`);
  }
  return chosen;
}

function checkSubnet(field: keyof typeof LONGEST_PREFIX, cidr: string): Block {
  if (!isBlock(cidr)) return refuseRequest(`${field} must be an IPv4 network in CIDR form, such as 172.30.0.0/16, without host bits`);
  const block = parseBlock(cidr);
  const longest = LONGEST_PREFIX[field];
  if (block.prefix > longest) refuseRequest(`${field} must be a /${longest} or larger`);
  if (!ALLOWED_BLOCKS.some((allowed) => contains(allowed, block))) refuseRequest(`${field} must lie within ${ALLOWED_RANGES}`);
  return block;
}

/** R86, R150: what the two endpoint flags of a create mean; both false or absent is the default, public on. */
export const chooseEndpoints = (
  publicEndpoint: boolean | undefined,
  privateEndpoint: boolean | undefined,
): Pick<Cluster, 'publicServiceEndpoint' | 'privateServiceEndpoint'> => ({
  publicServiceEndpoint: publicEndpoint === true || privateEndpoint !== true,
  privateServiceEndpoint: privateEndpoint === true,
});

/**
 * R20, R152: a private endpoint that a cluster is to get needs VRF and service endpoints in the account.
 * @throws IksError invalidRequest
 */
export function requireServiceEndpoints({ serviceEndpoints }: Pick<Account, 'serviceEndpoints'>): void {
  if (!serviceEndpoints) refuseRequest('a private service endpoint needs VRF and service endpoints, which are not enabled in the account');
}

/**
 * R153: a cluster has at least one endpoint.
 * @throws IksError invalidRequest
 */
export function requireSomeEndpoint({ publicServiceEndpoint, privateServiceEndpoint }: Pick<Cluster, 'publicServiceEndpoint' | 'privateServiceEndpoint'>): void {
  if (!publicServiceEndpoint && !privateServiceEndpoint) refuseRequest('the public service endpoint can be disabled only while the private one is enabled');
}

/**
 * R153: a cluster that is to be without its public endpoint, where the account may not allow that.
 * @throws IksError invalidRequest
 */
export function requireOptionalPublicEndpoint({ publicEndpointOptional }: Pick<Account, 'publicEndpointOptional'>): void {
  if (!publicEndpointOptional) refuseRequest('the public service endpoint of a cluster cannot be disabled in this account');
}

/** R101: how long a free cluster lives, in the account's time at any speed. */
const FREE_CLUSTER_DAYS = 30;

/** When a free cluster is deleted (R101). */
export const expiryOf = ({ createdAt }: Pick<Cluster, 'createdAt'>): Date =>
  new Date(createdAt.getTime() + FREE_CLUSTER_DAYS * 24 * 3_600_000);

/** The state that callers see (R121 to R123): of the master until it is deployed or while it does not answer, else of the workers. */
export type PublicClusterState = 'requested' | 'deploying' | 'pending' | 'normal' | 'warning' | 'critical' | 'deleting' | 'aborted';

export function publicState(
  { state, readyAt }: Pick<Cluster, 'state' | 'readyAt'>,
  workers: { readonly total: number; readonly up: number; readonly coming: number },
): PublicClusterState {
  switch (state) {
    case 'requested':
    case 'deploying':
    case 'deleting':
    case 'aborted':
      return state;
    case 'deleted':
      return 'deleting';
    case 'unavailable':
      return 'critical';
    case 'deployed':
    case 'updating':
    case 'refreshing':
      if (workers.total === 0) return 'warning';
      if (readyAt === null && workers.coming > 0) return 'pending';
      if (workers.up === 0) return 'critical';
      return workers.up === workers.total ? 'normal' : 'warning';
  }
}
