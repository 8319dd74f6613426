import type { Answer } from '../support/contract.js';
import type { TestAccount } from '../support/test-account.js';

/** The parts of answers that tests of pools and workers look at. */
interface PoolZone {
  readonly id: string;
  readonly privateVlan: string;
  readonly publicVlan: string;
  readonly workerCount: number;
}

export interface Pool {
  readonly id: string;
  readonly name: string;
  readonly sizePerZone: number;
  readonly isBalanced: boolean;
  readonly state: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly operatingSystem: string;
  readonly zones: readonly PoolZone[];
}

export interface PoolV2 {
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: Readonly<Record<string, string>>;
  readonly workerCount: number;
}

export interface Worker {
  readonly id: string;
  readonly state: string;
  readonly status: string;
  readonly kubeVersion: string;
  readonly targetVersion: string;
  readonly pendingOperation: string;
  readonly location: string;
  readonly poolName: string;
  readonly privateIP: string;
  readonly privateVlan: string;
  readonly publicIP: string;
  readonly publicVlan: string;
  readonly reasonForDelete: string;
}

export interface WorkerV2 {
  readonly id: string;
  readonly health: { readonly state: string };
  readonly kubeVersion: { readonly actual: string; readonly target: string };
  readonly lifecycle: { readonly actualState: string; readonly actualOperatingSystem: string; readonly pendingOperation: string };
}

export interface Alb {
  readonly albID: string;
  readonly albType: string;
  readonly zone: string;
  readonly enable: boolean;
  readonly albip: string;
}

interface Refusal {
  readonly code: string;
  readonly description: string;
}

/** A cluster named shop whose master answers and whose workers are ready, all of its network made. */
export async function readyCluster(account: TestAccount, request: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const id = await account.createCluster(request);
  await account.settle('all');
  return id;
}

/** A cluster named shop whose master has just been deployed and whose workers are only being ordered. */
export async function youngCluster(account: TestAccount, request: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const id = await account.createCluster(request);
  await account.settle('next');
  await account.settle('next');
  return id;
}

export const pools = '/v1/clusters/shop/workerpools';

export const poolOf = async (account: TestAccount, pool = 'default'): Promise<Pool> => (await account.get<Pool>(`${pools}/${pool}`)).body;

export const poolV2Of = async (account: TestAccount, pool = 'default'): Promise<PoolV2> =>
  (await account.get<PoolV2>(`/v2/getWorkerPool?cluster=shop&workerpool=${pool}`)).body;

/** The workers of the cluster that are listed, without those that are being deleted. */
export async function workersOf(account: TestAccount, pool?: string): Promise<readonly Worker[]> {
  const all = await account.get<Worker[]>(`/v1/clusters/shop/workers${pool === undefined ? '' : `?pool=${pool}`}`);
  return all.body.filter(({ state }) => state !== 'deleting');
}

export const workerOf = async (account: TestAccount, id: string): Promise<Worker> => (await account.get<Worker>(`/v1/workers/${id}`)).body;

export const workerV2Of = async (account: TestAccount, id: string): Promise<WorkerV2> =>
  (await account.get<WorkerV2>(`/v2/getWorker?cluster=shop&worker=${id}`)).body;

export const albsOf = async (account: TestAccount): Promise<readonly Alb[]> =>
  (await account.get<{ alb: Alb[] }>('/v1/alb/clusters/shop')).body.alb;

export const stateOf = async (account: TestAccount): Promise<string> =>
  (await account.get<{ state: string }>('/v1/clusters/shop')).body.state;

/** The first element, where a test knows that there is one. */
export function first<Item>(items: readonly Item[]): Item {
  const [item] = items;
  if (item === undefined) throw new Error('There is none.');
  return item;
}

/** How many workers each zone has, such as `dal10: 2`. */
export function perZone(workers: readonly Worker[]): string[] {
  const zones = [...new Set(workers.map(({ location }) => location))].sort();
  return zones.map((zone) => `${zone}: ${workers.filter(({ location }) => location === zone).length}`);
}

/** The status, the code and the text of a refusal, to be compared in one go. */
export const refusalOf = ({ status, body }: Answer): string => {
  const { code, description } = body as Refusal;
  return `${status} ${code} ${description}`;
};
