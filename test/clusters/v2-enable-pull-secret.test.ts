import { expect, test } from '@jest/globals';
import { testRefusedWhileDeleting, testUnknownCluster } from '../support/cluster-refusals.js';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import type { ErrorBody } from './bodies.js';

const emulator = await connectEmulator();

const features = async (account: TestAccount): Promise<{ imageSecurityEnabled: boolean; pullSecretApplied: boolean }> =>
  (await account.get<{ imageSecurityEnabled: boolean; pullSecretApplied: boolean }>('/v1/clusters/shop')).body;

describeOperation(emulator, 'v2EnablePullSecret', () => {
  test('204: no body; the secret is applied', async () => {
    const account = await emulator.account();
    await account.createCluster();
    expect((await features(account)).pullSecretApplied).toBe(false);
    await account.settle('all');
    const enabled = await account.post('/v2/enablePullSecret', { cluster: 'shop' });
    expect([enabled.status, enabled.text]).toEqual([204, '']);
    expect((await features(account)).pullSecretApplied).toBe(true);
  });

  test('400 Ef9cc: before there is an API server to put it into', async () => {
    const account = await emulator.account();
    await account.createCluster();
    const refused = await account.post<ErrorBody>('/v2/enablePullSecret', { cluster: 'shop' });
    expect(refused.status).toBe(400);
    expect(refused.body.code).toBe('Ef9cc');
  });

  test('400 E0020: no cluster is named', async () => {
    const account = await emulator.account();
    const refused = await account.post<ErrorBody>('/v2/enablePullSecret', { cluster: '' });
    expect([refused.status, refused.body.description]).toEqual([400, 'Required fields are missing: cluster.']);
  });

  testRefusedWhileDeleting(emulator, (account, cluster) => account.post('/v2/enablePullSecret', { cluster }));
  testUnknownCluster(emulator, (account, cluster) => account.post('/v2/enablePullSecret', { cluster }));
});
