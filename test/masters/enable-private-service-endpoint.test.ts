import { expect, test } from '@jest/globals';
import { testClusterRefusals } from '../support/cluster-refusals.js';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { readMaster, settledCluster } from './support.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'v2EnablePrivateServiceEndpoint', () => {
  test('204: it is on beside the public one (R152)', async () => {
    const account = await settledCluster(emulator);
    const enabled = await account.post('/v2/enablePrivateServiceEndpoint', { cluster: 'shop' });
    expect([enabled.status, enabled.text]).toEqual([204, '']);
    expect(await readMaster(account)).toMatchObject({ publicServiceEndpointEnabled: true, privateServiceEndpointEnabled: true });
  });

  test('400: the account has no service endpoints, until they are enabled there (R20, R152)', async () => {
    const account = await settledCluster(emulator, {}, { serviceEndpoints: false });
    expect((await account.post('/v2/enablePrivateServiceEndpoint', { cluster: 'shop' })).status).toBe(400);
    await account.patch(`/_emulator/accounts/${account.id}`, { serviceEndpoints: true });
    expect((await account.post('/v2/enablePrivateServiceEndpoint', { cluster: 'shop' })).status).toBe(204);
  });

  test('400 E0020: no cluster is named', async () => {
    const account = await emulator.account();
    expect(await account.post('/v2/enablePrivateServiceEndpoint', {})).toMatchObject({ status: 400, body: { code: 'E0020' } });
  });

  testClusterRefusals(emulator, (account, cluster) => account.post('/v2/enablePrivateServiceEndpoint', { cluster }));
});
