import { describe, expect, test } from '@jest/globals';
import { startEmulator } from '../support/emulator.js';
import type { ErrorBody } from './bodies.js';

const emulator = await startEmulator();

interface Features {
  readonly imageSecurityEnabled: boolean;
  readonly pullSecretApplied: boolean;
}

async function newCluster() {
  const account = await emulator.account();
  await account.createCluster();
  const features = async (): Promise<Features> => (await account.get<Features>('/v1/clusters/shop')).body;
  return { account, features };
}

describe('v2EnableImageSecurity', () => {
  test('204: no body, and exact at once, right after the create too, as Terraform calls it', async () => {
    const { account, features } = await newCluster();
    expect((await features()).imageSecurityEnabled).toBe(false);
    const enabled = await account.post('/v2/enableImageSecurity', { cluster: 'shop' });
    expect([enabled.status, enabled.text]).toEqual([204, '']);
    expect((await features()).imageSecurityEnabled).toBe(true);
    expect((await account.get('/v2/getCluster?cluster=shop')).body).toMatchObject({ imageSecurityEnabled: true });
    await account.settle('all');
    expect((await features()).imageSecurityEnabled).toBe(true);
    expect((await account.post('/v2/enableImageSecurity', { cluster: 'shop' })).status).toBe(204);
  });

  test('400 E0023: a cluster that is being deleted', async () => {
    const { account } = await newCluster();
    await account.delete('/v1/clusters/shop');
    const refused = await account.post<ErrorBody>('/v2/enableImageSecurity', { cluster: 'shop' });
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({
      code: 'E0023',
      description: 'A change of image security is not possible in the state aborted. Possible now: nothing.',
    });
  });

  test('404: an unknown cluster', async () => {
    const account = await emulator.account();
    expect((await account.post('/v2/enableImageSecurity', { cluster: 'nowhere' })).status).toBe(404);
  });
});

describe('v2DisableImageSecurity', () => {
  test('204: no body, and exact at once', async () => {
    const { account, features } = await newCluster();
    await account.post('/v2/enableImageSecurity', { cluster: 'shop' });
    const disabled = await account.post('/v2/disableImageSecurity', { cluster: 'shop' });
    expect([disabled.status, disabled.text]).toEqual([204, '']);
    expect((await features()).imageSecurityEnabled).toBe(false);
  });

  test('400 E0023: a cluster that is being deleted', async () => {
    const { account } = await newCluster();
    await account.post('/v2/enableImageSecurity', { cluster: 'shop' });
    await account.delete('/v1/clusters/shop');
    const refused = await account.post<ErrorBody>('/v2/disableImageSecurity', { cluster: 'shop' });
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({
      code: 'E0023',
      description: 'A change of image security is not possible in the state aborted. Possible now: nothing.',
    });
  });

  test('404: an unknown cluster', async () => {
    const account = await emulator.account();
    expect((await account.post('/v2/disableImageSecurity', { cluster: 'nowhere' })).status).toBe(404);
  });
});

describe('v2EnablePullSecret', () => {
  test('204: no body; the secret is applied', async () => {
    const { account, features } = await newCluster();
    expect((await features()).pullSecretApplied).toBe(false);
    await account.settle('all');
    const enabled = await account.post('/v2/enablePullSecret', { cluster: 'shop' });
    expect([enabled.status, enabled.text]).toEqual([204, '']);
    expect((await features()).pullSecretApplied).toBe(true);
  });

  test('400 Ef9cc: before there is an API server to put it into', async () => {
    const { account } = await newCluster();
    const refused = await account.post<ErrorBody>('/v2/enablePullSecret', { cluster: 'shop' });
    expect(refused.status).toBe(400);
    expect(refused.body.code).toBe('Ef9cc');
  });

  test('404: an unknown cluster', async () => {
    const account = await emulator.account();
    expect((await account.post('/v2/enablePullSecret', { cluster: 'nowhere' })).status).toBe(404);
  });
});
