import { expect, test } from '@jest/globals';
import type { Answer } from './contract.js';
import type { Emulator } from './emulator.js';
import type { TestAccount } from './test-account.js';

/** A request about the cluster of that name. */
export type ClusterCall = (account: TestAccount, cluster: string) => Promise<Answer>;

const outcomeOf = ({ status, body }: Answer): unknown => [status, (body as { readonly code: string } | undefined)?.code];

/** An operation that needs the API server, or changes what only a deployed cluster has. */
export function testRefusedBeforeMaster(emulator: Emulator, call: ClusterCall): void {
  test('400 Ef9cc: before the master is deployed', async () => {
    const account = await emulator.account();
    await account.createCluster({ workerNum: 1 });
    expect(outcomeOf(await call(account, 'shop'))).toEqual([400, 'Ef9cc']);
    await account.advance('4m');
    expect(outcomeOf(await call(account, 'shop'))).toEqual([400, 'Ef9cc']);
  });
}

export function testRefusedWhileDeleting(emulator: Emulator, call: ClusterCall): void {
  test('400 E0023: while the cluster is being deleted', async () => {
    const account = await emulator.account();
    await account.createCluster({ workerNum: 1 });
    await account.advance('5m');
    await account.delete('/v1/clusters/shop');
    expect(outcomeOf(await call(account, 'shop'))).toEqual([400, 'E0023']);
  });
}

export function testUnknownCluster(emulator: Emulator, call: ClusterCall): void {
  test("404 G0004: an unknown cluster, and another account's", async () => {
    const [owner, stranger] = [await emulator.account(), await emulator.account()];
    const foreign = await owner.createCluster({ workerNum: 1 });
    for (const cluster of ['nowhere', 'shop', foreign]) {
      expect([cluster, outcomeOf(await call(stranger, cluster))]).toEqual([cluster, [404, 'G0004']]);
    }
  });
}

/** All three. */
export function testClusterRefusals(emulator: Emulator, call: ClusterCall): void {
  testRefusedBeforeMaster(emulator, call);
  testRefusedWhileDeleting(emulator, call);
  testUnknownCluster(emulator, call);
}
