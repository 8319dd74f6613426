import { expect, test } from '@jest/globals';
import { testUnknownCluster } from '../support/cluster-refusals.js';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import type { ErrorBody } from './bodies.js';

const emulator = await connectEmulator();

const features = async (account: TestAccount): Promise<{ imageSecurityEnabled: boolean; pullSecretApplied: boolean }> =>
  (await account.get<{ imageSecurityEnabled: boolean; pullSecretApplied: boolean }>('/v1/clusters/shop')).body;

describeOperation(emulator, 'v2EnableImageSecurity', () => {
  test('204: no body, and exact at once, right after the create too, as Terraform calls it', async () => {
    const account = await emulator.account();
    await account.createCluster();
    expect((await features(account)).imageSecurityEnabled).toBe(false);
    const enabled = await account.post('/v2/enableImageSecurity', { cluster: 'shop' });
    expect([enabled.status, enabled.text]).toEqual([204, '']);
    expect((await features(account)).imageSecurityEnabled).toBe(true);
    expect((await account.get('/v2/getCluster?cluster=shop')).body).toMatchObject({ imageSecurityEnabled: true });
    await account.settle('all');
    expect((await features(account)).imageSecurityEnabled).toBe(true);
    expect((await account.post('/v2/enableImageSecurity', { cluster: 'shop' })).status).toBe(204);
  });

  test('400 E0023: a cluster that is being deleted', async () => {
    const account = await emulator.account();
    await account.createCluster();
    await account.delete('/v1/clusters/shop');
    const refused = await account.post<ErrorBody>('/v2/enableImageSecurity', { cluster: 'shop' });
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({
      code: 'E0023',
      description: 'A change of image security is not possible in the state aborted. Possible now: nothing.',
    });
  });

  test('400 E0020: no cluster is named', async () => {
    const account = await emulator.account();
    const refused = await account.post<ErrorBody>('/v2/enableImageSecurity', { cluster: '' });
    expect([refused.status, refused.body.description]).toEqual([400, 'Required fields are missing: cluster.']);
  });

  testUnknownCluster(emulator, (account, cluster) => account.post('/v2/enableImageSecurity', { cluster }));
});
