import { expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { enableKms, INSTANCE, OTHER_ROOT_KEY, settledClusters } from './support.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'kmsGetInstances', () => {
  test('200: none while no cluster uses one', async () => {
    const account = await settledClusters(emulator, 'shop');
    const listed = await account.get('/v2/getKMSInstances');
    expect(listed.status).toBe(200);
    expect(listed.body).toEqual([]);
  });

  test("200: the instances that the account's clusters use, each once, and none of another account", async () => {
    const account = await settledClusters(emulator, 'one', 'two', 'three');
    await enableKms(account, 'one');
    await enableKms(account, 'two', OTHER_ROOT_KEY);
    await enableKms(account, 'three', OTHER_ROOT_KEY, 'another-instance');
    expect((await account.get('/v2/getKMSInstances')).body).toEqual([
      { instance_id: INSTANCE, name: INSTANCE, region: 'us-south', service: 'kms' },
      { instance_id: 'another-instance', name: 'another-instance', region: 'us-south', service: 'kms' },
    ]);
    const other = await emulator.account();
    expect((await other.get('/v2/getKMSInstances')).body).toEqual([]);
  });

  test('200: those of one resource group', async () => {
    const account = await settledClusters(emulator, 'shop');
    await enableKms(account, 'shop');
    expect((await account.get('/v2/getKMSInstances', { 'X-Auth-Resource-Group': 'Default' })).body).toHaveLength(1);
    expect((await account.get('/v2/getKMSInstances', { 'X-Auth-Resource-Group': 'other' })).body).toEqual([]);
  });
});
