import { expect, test } from '@jest/globals';
import { testClusterRefusals } from '../support/cluster-refusals.js';
import type { Answer } from '../support/contract.js';
import type { Emulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import { refusalOf } from './scene.js';

/** A request about a pool, by the names of its cluster and its own. */
export type PoolCall = (account: TestAccount, cluster: string, pool: string) => Promise<Answer>;

/** What every change of a pool is refused for. */
export function testPoolRefusals(emulator: Emulator, call: PoolCall): void {
  testClusterRefusals(emulator, (account, cluster) => call(account, cluster, 'default'));

  test('404 E0d40: an unknown pool, and one of another cluster', async () => {
    const account = await emulator.account();
    await account.createCluster({ workerNum: 1 });
    await account.createCluster({ name: 'other', defaultWorkerPoolName: 'compute', workerNum: 1 });
    for (const pool of ['nothing', 'compute', 'DEFAULT']) {
      expect(refusalOf(await call(account, 'shop', pool))).toBe('404 E0d40 The specified worker pool could not be found.');
    }
  });
}

/** What every v2 call about a pool is refused for beside that: cluster and pool stand in its body. */
export function testUnnamedPool(emulator: Emulator, url: string, body: Readonly<Record<string, unknown>>): void {
  test.each(['cluster', 'workerpool'])('400 E0020: %s is not named', async (field) => {
    const account = await emulator.account();
    for (const value of ['', undefined]) {
      const refused = await account.post(url, { ...body, [field]: value });
      expect(refusalOf(refused)).toBe(`400 E0020 Required fields are missing: ${field}.`);
    }
  });
}
