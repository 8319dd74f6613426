import { expect, test } from '@jest/globals';
import type { ErrorBody } from '../clusters/bodies.js';
import { testClusterRefusals } from '../support/cluster-refusals.js';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { INSTANCE, OTHER_ROOT_KEY, readCluster, readRootKeys, ROOT_KEY, settledClusters } from './support.js';

const emulator = await connectEmulator();
const config = { crkID: ROOT_KEY, instanceID: INSTANCE, url: 'https://private.us-south.kms.cloud.ibm.com' };

describeOperation(emulator, 'createKMSConfig', () => {
  test('201: no body; the same as the v2 call with other names (R297)', async () => {
    const account = await settledClusters(emulator, 'shop');
    const created = await account.post('/v1/clusters/shop/kms', { ...config, correlationID: 'c1', serviceToService: true });
    expect([created.status, created.text]).toEqual([201, '']);
    expect((await readCluster(account, 'shop')).keyProtectEnabled).toBe(true);
    expect(await readRootKeys(account)).toEqual([ROOT_KEY]);
  });

  test('201: the key can be changed (R297)', async () => {
    const account = await settledClusters(emulator, 'shop');
    await account.post('/v1/clusters/shop/kms', config);
    await account.settle('all');
    expect((await account.post('/v1/clusters/shop/kms', { ...config, crkID: OTHER_ROOT_KEY })).status).toBe(201);
    expect(await readRootKeys(account)).toEqual([OTHER_ROOT_KEY]);
  });

  test('400 E0020: nothing given', async () => {
    const account = await settledClusters(emulator, 'shop');
    const refused = await account.post<ErrorBody>('/v1/clusters/shop/kms', {});
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ code: 'E0020', description: 'Required fields are missing: crkID, instanceID, url.' });
  });

  test.each(['us-south.kms.cloud.ibm.com', 'file:///etc/passwd'])('400: the address %s', async (url) => {
    const account = await settledClusters(emulator, 'shop');
    const refused = await account.post<ErrorBody>('/v1/clusters/shop/kms', { ...config, url });
    expect(refused.status).toBe(400);
    expect(refused.body.description).toBe('The request is not valid: url must be an http or https URL.');
  });

  testClusterRefusals(emulator, (account, cluster) => account.post(`/v1/clusters/${cluster}/kms`, config));
});
