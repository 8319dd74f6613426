import type { Emulator } from '../support/emulator.js';
import type { WorkerBody } from './bodies.js';

/** The id of a worker that nobody has. */
export const UNKNOWN = 'kube-c00000000000000000v0-shop-default-000000ff';

/** A cluster with one worker, everything settled. */
export async function settledWorker(emulator: Emulator) {
  const account = await emulator.account();
  const cluster = await account.createCluster({ workerNum: 1 });
  await account.settle('all');
  const [worker] = (await account.get<WorkerBody[]>(`/v1/clusters/${cluster}/workers`)).body;
  const [pool] = (await account.get<{ id: string; zones: { privateVlan: string; publicVlan: string }[] }[]>(`/v1/clusters/${cluster}/workerpools`)).body;
  if (worker === undefined || pool === undefined) throw new Error('The cluster has no worker.');
  return { account, cluster, worker, pool };
}
