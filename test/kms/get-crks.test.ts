import { expect, test } from '@jest/globals';
import type { ErrorBody } from '../clusters/bodies.js';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { enableKms, INSTANCE, OTHER_ROOT_KEY, ROOT_KEY, settledClusters } from './support.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'kmsGetCRKs', () => {
  test("200: the instance's root keys that clusters use, each once", async () => {
    const account = await settledClusters(emulator, 'one', 'two', 'three');
    await enableKms(account, 'one');
    await enableKms(account, 'two');
    await enableKms(account, 'three', OTHER_ROOT_KEY);
    const listed = await account.get(`/v2/getCRKs?kms_instance=${INSTANCE}`);
    expect(listed.status).toBe(200);
    expect(listed.body).toEqual([
      { crk_id: ROOT_KEY, name: ROOT_KEY },
      { crk_id: OTHER_ROOT_KEY, name: OTHER_ROOT_KEY },
    ]);
  });

  test('200: none for another instance, and none for another account', async () => {
    const account = await settledClusters(emulator, 'shop');
    await enableKms(account, 'shop');
    expect((await account.get('/v2/getCRKs?kms_instance=unknown')).body).toEqual([]);
    const other = await emulator.account();
    expect((await other.get(`/v2/getCRKs?kms_instance=${INSTANCE}`)).body).toEqual([]);
  });

  test('400 E0020: no instance named', async () => {
    const account = await emulator.account();
    const refused = await account.get<ErrorBody>('/v2/getCRKs');
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ code: 'E0020', description: 'Required fields are missing: kms_instance.' });
  });
});
