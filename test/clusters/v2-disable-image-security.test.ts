import { expect, test } from '@jest/globals';
import { testRefusedWhileDeleting, testUnknownCluster } from '../support/cluster-refusals.js';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import type { ErrorBody } from './bodies.js';

const emulator = await connectEmulator();

const features = async (account: TestAccount): Promise<{ imageSecurityEnabled: boolean; pullSecretApplied: boolean }> =>
  (await account.get<{ imageSecurityEnabled: boolean; pullSecretApplied: boolean }>('/v1/clusters/shop')).body;

describeOperation(emulator, 'v2DisableImageSecurity', () => {
  test('204: no body, and exact at once', async () => {
    const account = await emulator.account();
    await account.createCluster();
    await account.post('/v2/enableImageSecurity', { cluster: 'shop' });
    const disabled = await account.post('/v2/disableImageSecurity', { cluster: 'shop' });
    expect([disabled.status, disabled.text]).toEqual([204, '']);
    expect((await features(account)).imageSecurityEnabled).toBe(false);
  });

  test('400 E0020: no cluster is named', async () => {
    const account = await emulator.account();
    const refused = await account.post<ErrorBody>('/v2/disableImageSecurity', { cluster: '' });
    expect([refused.status, refused.body.description]).toEqual([400, 'Required fields are missing: cluster.']);
  });

  testRefusedWhileDeleting(emulator, (account, cluster) => account.post('/v2/disableImageSecurity', { cluster }));
  testUnknownCluster(emulator, (account, cluster) => account.post('/v2/disableImageSecurity', { cluster }));
});
