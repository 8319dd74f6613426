import type { Emulator } from '../support/emulator.js';
import type { WorkerBody } from './bodies.js';

interface PoolBody {
  readonly id: string;
  readonly zones: readonly { readonly privateVlan: string; readonly publicVlan: string }[];
}

/** The id of a worker that nobody has. */
export const UNKNOWN = 'kube-c00000000000000000v0-shop-default-000000ff';

/** A cluster `shop` whose one worker is ready, with its pool. */
export async function settledCluster(emulator: Emulator) {
  const account = await emulator.account();
  const cluster = await account.createCluster({ workerNum: 1 });
  await account.settle('all');
  const [worker] = (await account.get<WorkerBody[]>(`/v1/clusters/${cluster}/workers`)).body;
  const [pool] = (await account.get<PoolBody[]>(`/v1/clusters/${cluster}/workerpools`)).body;
  if (worker === undefined || pool === undefined) throw new Error('The cluster has no worker.');
  return { account, cluster, worker, pool };
}
