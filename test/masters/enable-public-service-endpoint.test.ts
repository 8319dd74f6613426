import { expect, test } from '@jest/globals';
import { testClusterRefusals } from '../support/cluster-refusals.js';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { readMaster, settledCluster } from './support.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'v2EnablePublicServiceEndpoint', () => {
  test('204: it is on, with its URL (R155)', async () => {
    const account = await settledCluster(emulator, { publicServiceEndpoint: false, privateSeviceEndpoint: true });
    expect((await readMaster(account)).publicServiceEndpointEnabled).toBe(false);
    const enabled = await account.post('/v2/enablePublicServiceEndpoint', { cluster: 'shop' });
    expect([enabled.status, enabled.text]).toEqual([204, '']);
    const master = await readMaster(account);
    expect(master.publicServiceEndpointEnabled).toBe(true);
    expect(master.publicServiceEndpointURL).toMatch(/^https:\/\/c\d\.us-south\.containers\.cloud\.ibm\.com:3\d{4}$/);
  });

  test('204: also where the account has lost its service endpoints, which the private one that is on needed (R152)', async () => {
    const account = await settledCluster(emulator, { publicServiceEndpoint: false, privateSeviceEndpoint: true });
    await account.patch(`/_emulator/accounts/${account.id}`, { serviceEndpoints: false });
    expect((await account.post('/v2/enablePublicServiceEndpoint', { cluster: 'shop' })).status).toBe(204);
    expect(await readMaster(account)).toMatchObject({ publicServiceEndpointEnabled: true, privateServiceEndpointEnabled: true });
  });

  test('204: one that is on stays so, and nothing of the cluster changes', async () => {
    const account = await settledCluster(emulator);
    const before = await readMaster(account);
    await account.advance('1h');
    expect((await account.post('/v2/enablePublicServiceEndpoint', { cluster: 'shop' })).status).toBe(204);
    expect(await readMaster(account)).toEqual(before);
  });

  test('400 E0020: no cluster is named', async () => {
    const account = await emulator.account();
    expect(await account.post('/v2/enablePublicServiceEndpoint', {})).toMatchObject({ status: 400, body: { code: 'E0020' } });
  });

  testClusterRefusals(emulator, (account, cluster) => account.post('/v2/enablePublicServiceEndpoint', { cluster }));
});
