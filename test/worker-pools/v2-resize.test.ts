import { expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { testPoolRefusals, testUnnamedPool } from './refusals.js';
import { poolOf, poolV2Of, refusalOf, workersOf, youngCluster } from './scene.js';

const emulator = await connectEmulator();

const pool = { cluster: 'shop', workerpool: 'default' };

describeOperation(emulator, 'v2ResizeWorkerPool', () => {
  test('202: no body; the same as the PATCH of v1, also to 0 (R186, R187)', async () => {
    const account = await emulator.account();
    await youngCluster(account);
    const resized = await account.post('/v2/resizeWorkerPool', { ...pool, size: 3 });
    expect([resized.status, resized.text]).toEqual([202, '']);
    expect(await poolOf(account)).toMatchObject({ sizePerZone: 3, zones: [{ workerCount: 3 }] });
    expect((await poolV2Of(account)).workerCount).toBe(3);
    expect((await account.post('/v2/resizeWorkerPool', { ...pool, size: 0 })).status).toBe(202);
    expect(await workersOf(account)).toEqual([]);
  });

  test.each([
    [undefined, 'E0020'],
    [-1, 'E0021'],
  ])('400: size %p', async (size, code) => {
    const account = await emulator.account();
    await youngCluster(account);
    expect(refusalOf(await account.post('/v2/resizeWorkerPool', { ...pool, size }))).toContain(`400 ${code}`);
    expect(await poolOf(account)).toMatchObject({ sizePerZone: 2 });
  });

  test('403: above the quota (R196)', async () => {
    const account = await emulator.account({ workerQuota: 2 });
    await youngCluster(account);
    expect((await account.post('/v2/resizeWorkerPool', { ...pool, size: 3 })).status).toBe(403);
  });

  testUnnamedPool(emulator, '/v2/resizeWorkerPool', { ...pool, size: 3 });
  testPoolRefusals(emulator, (account, cluster, workerpool) => account.post('/v2/resizeWorkerPool', { cluster, workerpool, size: 3 }));
});
