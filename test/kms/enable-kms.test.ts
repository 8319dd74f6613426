import { expect, test } from '@jest/globals';
import type { ErrorBody } from '../clusters/bodies.js';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { enableKms, INSTANCE, OTHER_ROOT_KEY, readCluster, readRootKeys, ROOT_KEY, settledClusters } from './support.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'kmsEnableCluster', () => {
  test('200: no body; keyProtectEnabled in both forms, and the master is Ready again after its refresh (R297)', async () => {
    const account = await settledClusters(emulator, 'shop');
    expect((await readCluster(account, 'shop')).keyProtectEnabled).toBe(false);
    const enabled = await enableKms(account, 'shop');
    expect([enabled.status, enabled.text]).toEqual([200, '']);
    expect(await readCluster(account, 'shop')).toMatchObject({ keyProtectEnabled: true, masterState: 'updating', state: 'normal' });
    await account.settle('all');
    expect(await readCluster(account, 'shop')).toMatchObject({ keyProtectEnabled: true, masterStatus: 'Ready', masterState: 'deployed' });
    expect((await account.get('/v2/getCluster?cluster=shop')).body).toMatchObject({ features: { keyProtectEnabled: true } });
  });

  test('200: the key can be changed, which replaces the one before (R297)', async () => {
    const account = await settledClusters(emulator, 'shop');
    await enableKms(account, 'shop');
    expect(await readRootKeys(account)).toEqual([ROOT_KEY]);
    await account.settle('all');
    expect((await enableKms(account, 'shop', OTHER_ROOT_KEY)).status).toBe(200);
    expect(await readRootKeys(account)).toEqual([OTHER_ROOT_KEY]);
  });

  test.each([['instance_id'], ['crk_id'], ['cluster']])('400 E0020: without %s, so that it cannot be removed either (R297)', async (field) => {
    const account = await settledClusters(emulator, 'shop');
    await enableKms(account, 'shop');
    await account.settle('all');
    const body = { cluster: 'shop', crk_id: ROOT_KEY, instance_id: INSTANCE, [field]: '' };
    const refused = await account.post<ErrorBody>('/v2/enableKMS', body);
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ code: 'E0020', description: `Required fields are missing: ${field}.` });
    expect((await readCluster(account, 'shop')).keyProtectEnabled).toBe(true);
  });

  test('400 E0023: while another operation of the master runs (R135)', async () => {
    const account = await settledClusters(emulator, 'shop');
    await account.post('/v2/refreshMaster', { cluster: 'shop' });
    const refused = await enableKms(account, 'shop');
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ code: 'E0023' });
    expect((await readCluster(account, 'shop')).keyProtectEnabled).toBe(false);
  });

  test('400 Ef9cc: before the master is deployed', async () => {
    const account = await emulator.account();
    await account.createCluster();
    const refused = await enableKms(account, 'shop');
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ code: 'Ef9cc' });
  });

  test('404: an unknown cluster', async () => {
    const account = await emulator.account();
    expect((await enableKms(account, 'nowhere')).status).toBe(404);
  });
});
