import { expect, test } from '@jest/globals';
import type { ErrorBody } from '../clusters/bodies.js';
import { testClusterRefusals } from '../support/cluster-refusals.js';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { readMaster, settledCluster } from './support.js';

const emulator = await connectEmulator();

const bothOn = { publicServiceEndpoint: true, privateSeviceEndpoint: true };

describeOperation(emulator, 'v2DisablePublicServiceEndpoint', () => {
  test('204: it is off while the private one is on (R153)', async () => {
    const account = await settledCluster(emulator, bothOn);
    const disabled = await account.post('/v2/disablePublicServiceEndpoint', { cluster: 'shop' });
    expect([disabled.status, disabled.text]).toEqual([204, '']);
    expect(await readMaster(account)).toMatchObject({ publicServiceEndpointEnabled: false, privateServiceEndpointEnabled: true });
  });

  test('400: not in an account that does not allow it, until it does (R153)', async () => {
    const account = await settledCluster(emulator, bothOn, { publicEndpointOptional: false });
    const before = await readMaster(account);
    const refused = await account.post<ErrorBody>('/v2/disablePublicServiceEndpoint', { cluster: 'shop' });
    expect([refused.status, refused.body.code]).toEqual([400, 'E0021']);
    expect(refused.body.description).toBe('The request is not valid: the public service endpoint of a cluster cannot be disabled in this account.');
    expect((await account.put<ErrorBody>('/v1/clusters/shop', { action: 'disablePublicServiceEndpoint' })).body.code).toBe('E0021');
    expect(await readMaster(account)).toEqual(before);
    await account.patch(`/_emulator/accounts/${account.id}`, { publicEndpointOptional: true });
    expect((await account.post('/v2/disablePublicServiceEndpoint', { cluster: 'shop' })).status).toBe(204);
  });

  test('204: a cluster without one goes on when its account allows no more of them (R153)', async () => {
    const account = await settledCluster(emulator, { publicServiceEndpoint: false, privateSeviceEndpoint: true });
    await account.patch(`/_emulator/accounts/${account.id}`, { publicEndpointOptional: false });
    for (const path of ['/v2/disablePublicServiceEndpoint', '/v2/enablePrivateServiceEndpoint']) {
      expect((await account.post(path, { cluster: 'shop' })).status).toBe(204);
    }
    expect(await readMaster(account)).toMatchObject({ publicServiceEndpointEnabled: false, privateServiceEndpointEnabled: true });
  });

  test('400: not while the private one is off (R153)', async () => {
    const account = await settledCluster(emulator);
    const refused = await account.post<ErrorBody>('/v2/disablePublicServiceEndpoint', { cluster: 'shop' });
    expect(refused.status).toBe(400);
    expect((await readMaster(account)).publicServiceEndpointEnabled).toBe(true);
  });

  test('400 E0020: no cluster is named', async () => {
    const account = await emulator.account();
    expect(await account.post('/v2/disablePublicServiceEndpoint', {})).toMatchObject({ status: 400, body: { code: 'E0020' } });
  });

  testClusterRefusals(emulator, (account, cluster) => account.post('/v2/disablePublicServiceEndpoint', { cluster }));
});
