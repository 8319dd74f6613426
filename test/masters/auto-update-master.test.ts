import { expect, test } from '@jest/globals';
import type { ErrorBody } from '../clusters/bodies.js';
import { testRefusedWhileDeleting, testUnknownCluster } from '../support/cluster-refusals.js';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { readMaster } from './support.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'autoUpdateMaster', () => {
  test('204: no body; disableAutoUpdate is the opposite of what was asked for, also before the master is deployed (R167)', async () => {
    const account = await emulator.account();
    await account.createCluster();
    const off = await account.post('/v2/autoUpdateMaster', { cluster: 'shop', autoUpdate: false });
    expect([off.status, off.text]).toEqual([204, '']);
    expect((await readMaster(account)).disableAutoUpdate).toBe(true);
    expect((await account.post('/v2/autoUpdateMaster', { cluster: 'shop', autoUpdate: true })).status).toBe(204);
    expect((await readMaster(account)).disableAutoUpdate).toBe(false);
  });

  test('a create chooses it too, and it can be changed (R86)', async () => {
    const account = await emulator.account();
    await account.createCluster({ disableAutoUpdate: true });
    expect((await readMaster(account)).disableAutoUpdate).toBe(true);
    await account.post('/v2/autoUpdateMaster', { cluster: 'shop', autoUpdate: true });
    expect((await readMaster(account)).disableAutoUpdate).toBe(false);
  });

  test('400 E0020: autoUpdate is not said', async () => {
    const account = await emulator.account();
    await account.createCluster();
    const refused = await account.post<ErrorBody>('/v2/autoUpdateMaster', { cluster: 'shop' });
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ code: 'E0020', description: 'Required fields are missing: autoUpdate.' });
  });

  testRefusedWhileDeleting(emulator, (account, cluster) => account.post('/v2/autoUpdateMaster', { cluster, autoUpdate: true }));
  testUnknownCluster(emulator, (account, cluster) => account.post('/v2/autoUpdateMaster', { cluster, autoUpdate: true }));
});
