import type { Emulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';

export interface Vlan {
  readonly id: string;
  readonly type: 'public' | 'private';
  readonly properties: Readonly<Record<string, string | number>> & { readonly primary_router: string; readonly vlan_number: string };
}

export interface Subnet {
  readonly id: string;
  readonly type: 'public' | 'private';
  readonly vlan_id: string;
  readonly ip_addresses: readonly string[];
  readonly properties: Readonly<Record<SubnetProperty, string>>;
}

type SubnetProperty =
  | 'cidr'
  | 'network_identifier'
  | 'note'
  | 'subnet_type'
  | 'display_label'
  | 'gateway'
  | 'bound_cluster'
  | 'datacenter';

export interface ClusterVlan {
  readonly id: string;
  readonly subnets: readonly { readonly id: string; readonly cidr: string; readonly ips: readonly string[]; readonly is_public: boolean }[];
  readonly zone: string;
  readonly region: string;
}

export interface Worker {
  readonly id: string;
  readonly state: string;
  readonly privateIP: string;
  readonly privateVlan: string;
  readonly publicIP: string;
  readonly publicVlan: string;
}

export interface Alb {
  readonly albID: string;
  readonly albType: 'public' | 'private';
  readonly albip: string;
  readonly enable: boolean;
  readonly state: string;
  readonly status: string;
  readonly vlanID: string;
  readonly numOfInstances: string;
}

export interface Cluster {
  readonly id: string;
  readonly state: string;
  readonly ingressHostname: string;
  readonly ingressSecretName: string;
  readonly vlans: readonly ClusterVlan[];
  readonly worker_vlans: readonly Vlan[];
}

export const vlansOf = async (account: TestAccount, zone = 'dal10'): Promise<readonly Vlan[]> =>
  (await account.get<Vlan[]>(`/v1/datacenters/${zone}/vlans`)).body;

export const subnetsOf = async (account: TestAccount): Promise<readonly Subnet[]> =>
  (await account.get<Subnet[]>('/v1/subnets')).body;

export const clusterSubnetsOf = async (account: TestAccount, cluster: string): Promise<readonly ClusterVlan[]> =>
  (await account.get<ClusterVlan[]>(`/v1/clusters/${cluster}/subnets`)).body;

export const workersOf = async (account: TestAccount, cluster: string): Promise<readonly Worker[]> =>
  (await account.get<Worker[]>(`/v1/clusters/${cluster}/workers`)).body;

export const albsOf = async (account: TestAccount, cluster: string): Promise<readonly Alb[]> =>
  (await account.get<{ alb: Alb[] }>(`/v1/alb/clusters/${cluster}`)).body.alb;

export const clusterOf = async (account: TestAccount, cluster: string): Promise<Cluster> =>
  (await account.get<Cluster>(`/v1/clusters/${cluster}`)).body;

/** The pair of VLANs that a zone with exactly one of each side has. */
export async function pairOf(account: TestAccount, zone = 'dal10'): Promise<{ readonly private: Vlan; readonly public: Vlan }> {
  const vlans = await vlansOf(account, zone);
  const [privateVlan] = vlans.filter(({ type }) => type === 'private');
  const [publicVlan] = vlans.filter(({ type }) => type === 'public');
  if (vlans.length !== 2 || privateVlan === undefined || publicVlan === undefined) {
    throw new Error(`${zone} has no single pair of VLANs: ${JSON.stringify(vlans)}`);
  }
  return { private: privateVlan, public: publicVlan };
}

/** The blocks of all subnets, sorted as text: `10.184.0.0/26 private primary`. */
export const describeSubnets = (subnets: readonly Subnet[]): string[] =>
  subnets
    .map(({ type, properties: { display_label: cidr, subnet_type: kind } }) => `${cidr} ${type} ${kind === 'secondary_on_vlan' ? 'portable' : 'primary'}`)
    .sort();

/** Puts a VLAN into the account as if it had been ordered from the infrastructure, for which there is no call. */
export async function insertVlan(
  emulator: Emulator,
  account: TestAccount,
  vlan: { readonly id: string; readonly side: 'public' | 'private'; readonly router: string; readonly zone?: string },
): Promise<string> {
  const { id, side, router, zone = 'dal10' } = vlan;
  await emulator.alter(
    account,
    'INSERT INTO vlans (account_id, id, zone, side, router, number, automatic, created_at) VALUES ($1, $2, $3, $4, $5, 999, false, now())',
    [id, zone, side, router],
  );
  return id;
}

/** Puts unbound portable subnets on a VLAN, one for each block. */
export async function insertSubnets(emulator: Emulator, account: TestAccount, vlanId: string, cidrs: readonly string[]): Promise<void> {
  await emulator.alter(
    account,
    `INSERT INTO subnets (account_id, id, vlan_id, kind, cidr, created_at)
     SELECT $1, (6999999 + number)::text, $2, 'portable', cidr, now() FROM unnest($3::inet[]) WITH ORDINALITY AS block (cidr, number)`,
    [vlanId, cidrs],
  );
}

/** First and last address of a block as numbers: arithmetic of the tests' own. */
function rangeOf(cidr: string): readonly [first: number, last: number] {
  const [network = '', prefix = ''] = cidr.split('/');
  const first = network.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  return [first, first + 2 ** (32 - Number(prefix)) - 1];
}

/** Pairs of blocks that share an address; empty when all is well. */
export function overlaps(cidrs: readonly string[]): string[] {
  const sorted = [...cidrs].sort((a, b) => rangeOf(a)[0] - rangeOf(b)[0]);
  return sorted.flatMap((cidr, index) => {
    const previous = sorted[index - 1];
    return previous !== undefined && rangeOf(previous)[1] >= rangeOf(cidr)[0] ? [`${previous} and ${cidr}`] : [];
  });
}

/** `169.48.0.` from 2 to 14 gives 169.48.0.2 to 169.48.0.14. */
export const addresses = (prefix: string, from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `${prefix}${from + index}`);
