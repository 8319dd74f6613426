import { expect, test } from '@jest/globals';
import { testUnknownCluster } from '../support/cluster-refusals.js';
import type { Answer } from '../support/contract.js';
import type { Emulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import { refusalOf, type Worker } from '../worker-pools/scene.js';

/** A request about a worker, by its id and the id or name of its cluster. */
export type WorkerCall = (account: TestAccount, worker: string, cluster?: string) => Promise<Answer>;

const workersOf = async (account: TestAccount, cluster = 'shop'): Promise<readonly Worker[]> =>
  (await account.get<Worker[]>(`/v1/clusters/${cluster}/workers`)).body;

/** What every change of a worker is refused for, whatever state the worker is in. */
export function testWorkerRefusals(emulator: Emulator, call: WorkerCall): void {
  test('400 Ef9cc: while the master of its cluster is on its way; E0023: while the cluster is being deleted', async () => {
    const account = await emulator.account();
    await account.createCluster({ workerNum: 1 });
    const [worker] = await workersOf(account);
    expect(refusalOf(await call(account, worker?.id ?? ''))).toContain('400 Ef9cc');
    await account.advance('4m');
    expect(refusalOf(await call(account, worker?.id ?? ''))).toContain('400 Ef9cc');
    await account.settle('all');
    await account.delete('/v1/clusters/shop');
    expect(refusalOf(await call(account, worker?.id ?? ''))).toMatch(/^400 E0023 .* in the state deleting\. Possible now: nothing\.$/);
  });

  test('404 E0011: an unknown worker, and one of another cluster', async () => {
    const account = await emulator.account();
    await account.createCluster({ workerNum: 1 });
    await account.createCluster({ name: 'other', workerNum: 1 });
    const [foreign] = await workersOf(account, 'other');
    for (const id of ['kube-nothing', foreign?.id ?? '']) {
      expect(refusalOf(await call(account, id))).toBe('404 E0011 The specified worker node could not be found.');
    }
  });

  testUnknownCluster(emulator, (account, cluster) => call(account, 'kube-nothing', cluster));
}
