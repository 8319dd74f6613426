import { expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { testPoolRefusals, testUnnamedPool } from './refusals.js';
import { first, poolOf, readyCluster, refusalOf, workersOf, youngCluster } from './scene.js';

const emulator = await connectEmulator();

const pool = { cluster: 'shop', workerpool: 'default' };

describeOperation(emulator, 'rebalanceWorkerPool', () => {
  test('204: no body; every zone is back at its size, and the size is left alone (R187, R211)', async () => {
    const account = await emulator.account();
    await readyCluster(account);
    await account.post('/v2/removeWorker', { cluster: 'shop', workerID: first(await workersOf(account)).id });
    expect((await poolOf(account)).isBalanced).toBe(false);
    const done = await account.post('/v2/rebalanceWorkerPool', pool);
    expect([done.status, done.text]).toEqual([204, '']);
    expect(await poolOf(account)).toMatchObject({ isBalanced: true, sizePerZone: 2, zones: [{ workerCount: 2 }] });
  });

  test('204: a balanced pool stays as it is', async () => {
    const account = await emulator.account();
    await youngCluster(account);
    const before = await workersOf(account);
    expect((await account.post('/v2/rebalanceWorkerPool', pool)).status).toBe(204);
    expect(await workersOf(account)).toEqual(before);
  });

  testUnnamedPool(emulator, '/v2/rebalanceWorkerPool', pool);
  testPoolRefusals(emulator, (account, cluster, workerpool) => account.post('/v2/rebalanceWorkerPool', { cluster, workerpool }));

  test('403: what was removed does not fit into the quota any more (R196)', async () => {
    const account = await emulator.account({ speed: 'instant' });
    await account.createCluster();
    await account.post('/v2/removeWorker', { cluster: 'shop', workerID: first(await workersOf(account)).id });
    await account.patch(`/_emulator/accounts/${account.id}`, { workerQuota: 1 });
    expect(refusalOf(await account.post('/v2/rebalanceWorkerPool', pool))).toContain('403 E60b6');
    expect(await workersOf(account)).toHaveLength(1);
  });
});
