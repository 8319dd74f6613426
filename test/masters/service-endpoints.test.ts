import { describe, expect, test } from '@jest/globals';
import type { ErrorBody } from '../clusters/bodies.js';
import { startEmulator } from '../support/emulator.js';
import { readMaster, settledCluster } from './support.js';

const emulator = await startEmulator();
const bothOn = { publicServiceEndpoint: true, privateSeviceEndpoint: true };

describe('v2EnablePublicServiceEndpoint', () => {
  test('204: it is on, with its URL (R155)', async () => {
    const account = await settledCluster(emulator, { publicServiceEndpoint: false, privateSeviceEndpoint: true });
    expect((await readMaster(account)).publicServiceEndpointEnabled).toBe(false);
    const enabled = await account.post('/v2/enablePublicServiceEndpoint', { cluster: 'shop' });
    expect([enabled.status, enabled.text]).toEqual([204, '']);
    const master = await readMaster(account);
    expect(master.publicServiceEndpointEnabled).toBe(true);
    expect(master.publicServiceEndpointURL).toMatch(/^https:\/\/c\d\.us-south\.containers\.cloud\.ibm\.com:3\d{4}$/);
  });

  test('204: one that is on stays so', async () => {
    const account = await settledCluster(emulator);
    const { publicServiceEndpointURL } = await readMaster(account);
    expect((await account.post('/v2/enablePublicServiceEndpoint', { cluster: 'shop' })).status).toBe(204);
    expect(await readMaster(account)).toMatchObject({ publicServiceEndpointEnabled: true, publicServiceEndpointURL });
  });

  test('400: before the master is deployed, and while the cluster is deleting', async () => {
    const account = await emulator.account();
    await account.createCluster();
    const early = await account.post<ErrorBody>('/v2/enablePublicServiceEndpoint', { cluster: 'shop' });
    expect([early.status, early.body.code]).toEqual([400, 'Ef9cc']);
    await account.settle('all');
    await account.delete('/v1/clusters/shop');
    const late = await account.post<ErrorBody>('/v2/enablePublicServiceEndpoint', { cluster: 'shop' });
    expect([late.status, late.body.code]).toEqual([400, 'E0023']);
  });

  test('404: an unknown cluster', async () => {
    const account = await emulator.account();
    expect((await account.post('/v2/enablePublicServiceEndpoint', { cluster: 'nowhere' })).status).toBe(404);
  });
});

describe('v2DisablePublicServiceEndpoint', () => {
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

  test('404: an unknown cluster', async () => {
    const account = await emulator.account();
    expect((await account.post('/v2/disablePublicServiceEndpoint', { cluster: 'nowhere' })).status).toBe(404);
  });
});

describe('v2EnablePrivateServiceEndpoint', () => {
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

  test('404: an unknown cluster', async () => {
    const account = await emulator.account();
    expect((await account.post('/v2/enablePrivateServiceEndpoint', { cluster: 'nowhere' })).status).toBe(404);
  });
});

describe('v2DisablePrivateServiceEndpoint', () => {
  test.each([['on', bothOn], ['off', {}]])('400: refused while it is %s (R152)', async (_, request) => {
    const account = await settledCluster(emulator, request);
    const before = await readMaster(account);
    const refused = await account.post<ErrorBody>('/v2/disablePrivateServiceEndpoint', { cluster: 'shop' });
    expect(refused.status).toBe(400);
    expect(refused.body.description).toBe('The request is not valid: the private service endpoint of a cluster cannot be disabled.');
    expect(await readMaster(account)).toEqual(before);
  });

  test('404: an unknown cluster', async () => {
    const account = await emulator.account();
    expect((await account.post('/v2/disablePrivateServiceEndpoint', { cluster: 'nowhere' })).status).toBe(404);
  });
});
