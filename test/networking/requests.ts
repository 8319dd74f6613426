import { controlOf } from '../emulator/support.js';
import type { Emulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import { type ClusterVlan, clusterSubnetsOf, pairOf, type Subnet, subnetsOf } from './support.js';

export interface ErrorBody {
  readonly code: string;
  readonly description: string;
}

export const addSubnet = (account: TestAccount, cluster: string, subnet: string) =>
  account.put<ErrorBody>(`/v1/clusters/${cluster}/subnets/${subnet}`);
export const detachSubnet = (account: TestAccount, cluster: string, subnet: string) =>
  account.patch<ErrorBody>(`/v1/clusters/${cluster}/subnets/${subnet}`);
export const createSubnet = (account: TestAccount, cluster: string, vlan: string, query = '') =>
  account.post<ErrorBody>(`/v1/clusters/${cluster}/vlans/${vlan}${query}`);
export const addUserSubnet = (account: TestAccount, cluster: string, body: unknown) =>
  account.post<ErrorBody>(`/v1/clusters/${cluster}/usersubnets`, body);
export const userSubnetsOf = async (account: TestAccount, cluster: string): Promise<readonly (ClusterVlan & { subnets: { is_byoip: boolean }[] })[]> =>
  (await account.get<(ClusterVlan & { subnets: { is_byoip: boolean }[] })[]>(`/v1/clusters/${cluster}/usersubnets`)).body;

/** An account at instant speed with a ready cluster `shop` of one worker in dal10. */
export async function readyCluster(emulator: Emulator, request: Readonly<Record<string, unknown>> = {}) {
  const account = await emulator.account({ speed: 'instant' });
  const cluster = await account.createCluster({ workerNum: 1, ...request });
  const pair = await pairOf(account);
  return { account, cluster, publicVlan: pair.public.id, privateVlan: pair.private.id };
}

/** From here on time passes as in the real service. */
export const slowDown = (emulator: Emulator, account: TestAccount) => controlOf(emulator, account).update({ speed: 1 });

/** An unbound portable subnet, got by detaching the one of a cluster's side; answers its id. */
export async function freeSubnet(account: TestAccount, cluster: string, vlan: string): Promise<string> {
  await createSubnet(account, cluster, vlan);
  const subnets = (await clusterSubnetsOf(account, cluster)).find(({ id }) => id === vlan)?.subnets ?? [];
  const id = subnets.at(-1)?.id ?? '';
  await detachSubnet(account, cluster, id);
  return id;
}

/** The blocks that are bound to a cluster, in order. */
export const blocksOf = async (account: TestAccount, cluster: string): Promise<string[]> =>
  (await clusterSubnetsOf(account, cluster)).flatMap(({ subnets }) => subnets.map(({ cidr }) => cidr)).sort();

export async function subnetOf(account: TestAccount, id: string): Promise<Subnet | undefined> {
  return (await subnetsOf(account)).find((subnet) => subnet.id === id);
}

/** A ready cluster with a user-managed subnet on its private VLAN; answers the subnet's id too. */
export async function clusterWithUserSubnet(emulator: Emulator, cidr: string) {
  const ready = await readyCluster(emulator);
  await addUserSubnet(ready.account, ready.cluster, { cidr, vlan_id: ready.privateVlan });
  const [vlan] = await userSubnetsOf(ready.account, ready.cluster);
  return { ...ready, subnet: vlan?.subnets[0]?.id ?? '' };
}
