import { expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { testPoolRefusals, testUnnamedPool } from './refusals.js';
import { poolV2Of, refusalOf, workersOf, youngCluster } from './scene.js';

const emulator = await connectEmulator();

const pool = { cluster: 'shop', workerpool: 'default' };

describeOperation(emulator, 'v2SetWorkerPoolTaints', () => {
  test('204: no body; the v2 form shows them, and an empty object removes them (R193)', async () => {
    const account = await emulator.account();
    await youngCluster(account);
    const taints = { dedicated: 'edge:NoExecute', spare: ':PreferNoSchedule', 'example.com/x': 'y:NoSchedule' };
    const set = await account.post('/v2/setWorkerPoolTaints', { ...pool, taints });
    expect([set.status, set.text]).toEqual([204, '']);
    expect((await poolV2Of(account)).taints).toEqual(taints);
    expect((await account.post('/v2/setWorkerPoolTaints', { ...pool, taints: {} })).status).toBe(204);
    expect((await poolV2Of(account)).taints).toEqual({});
  });

  test('204: Terraform posts {} seconds after the master is ready, while workers are being ordered', async () => {
    const account = await emulator.account();
    await youngCluster(account);
    expect((await workersOf(account)).map(({ state }) => state)).toEqual(['provision_pending', 'provision_pending']);
    expect((await account.post('/v2/setWorkerPoolTaints', { ...pool, taints: {} })).status).toBe(204);
  });

  test.each(['edge', 'edge:NoWay', 'edge:', 'two words:NoExecute'])('400: the taint %p', async (taint) => {
    const account = await emulator.account();
    await youngCluster(account);
    const refused = await account.post('/v2/setWorkerPoolTaints', { ...pool, taints: { dedicated: taint } });
    expect(refusalOf(refused)).toBe(
      '400 E0021 The request is not valid: taints.dedicated must be value:effect with the effect NoSchedule, PreferNoSchedule or NoExecute.',
    );
    expect((await poolV2Of(account)).taints).toEqual({});
  });

  testUnnamedPool(emulator, '/v2/setWorkerPoolTaints', { ...pool, taints: {} });
  testPoolRefusals(emulator, (account, cluster, workerpool) => account.post('/v2/setWorkerPoolTaints', { cluster, workerpool, taints: {} }));
});
