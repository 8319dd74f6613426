import { expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { testPoolRefusals, testUnnamedPool } from './refusals.js';
import { poolOf, poolV2Of, refusalOf, youngCluster } from './scene.js';

const emulator = await connectEmulator();

const pool = { cluster: 'shop', workerpool: 'default' };

describeOperation(emulator, 'v2SetWorkerPoolLabels', () => {
  test('204: no body; both versions of the API show the labels beside the system one (R183, R193)', async () => {
    const account = await emulator.account();
    await youngCluster(account);
    const { id } = await poolOf(account);
    const set = await account.post('/v2/setWorkerPoolLabels', { cluster: 'shop', workerpool: id, labels: { tier: 'front' } });
    expect([set.status, set.text]).toEqual([204, '']);
    const expected = { tier: 'front', 'ibm-cloud.kubernetes.io/worker-pool-id': id };
    expect((await poolOf(account)).labels).toEqual(expected);
    expect((await poolV2Of(account)).labels).toEqual(expected);
  });

  test('400: a system label, or no labels at all (R183)', async () => {
    const account = await emulator.account();
    await youngCluster(account);
    expect(refusalOf(await account.post('/v2/setWorkerPoolLabels', { ...pool, labels: { 'k8s.io/a': 'b' } }))).toContain('400 E0021');
    expect(refusalOf(await account.post('/v2/setWorkerPoolLabels', pool))).toContain('400 E0020 Required fields are missing: labels');
  });

  testUnnamedPool(emulator, '/v2/setWorkerPoolLabels', { ...pool, labels: { tier: 'front' } });
  testPoolRefusals(emulator, (account, cluster, workerpool) => account.post('/v2/setWorkerPoolLabels', { cluster, workerpool, labels: { tier: 'front' } }));
});
