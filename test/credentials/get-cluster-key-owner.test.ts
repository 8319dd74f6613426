import { expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { groupOf, keyOwnerOf, type KeyOwnerBody } from './support.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'getClusterKeyOwner', () => {
  test('200: the first create of a region makes the key, which the later ones there share (R104, R295)', async () => {
    const account = await emulator.account();
    const one = await account.createCluster({ name: 'one' });
    const { body: cluster } = await account.get<{ ownerEmail: string }>(`/v1/clusters/${one}`);
    const owner = await account.get<KeyOwnerBody>(`/v1/logging/${one}/clusterkeyowner`);
    expect(owner.status).toBe(200);
    expect(owner.body).toEqual({
      id: expect.stringMatching(/^ApiKey-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) as unknown,
      name: 'containers-kubernetes-key',
      email: cluster.ownerEmail,
    });

    await account.createCluster({ name: 'two', dataCenter: 'dal12' });
    await account.createCluster({ name: 'three', dataCenter: 'fra02' });
    expect(await keyOwnerOf(account, 'two')).toEqual(owner.body);
    expect((await keyOwnerOf(account, 'three')).id).not.toBe(owner.body.id);
  });

  test('200: with the resource group in either header', async () => {
    const account = await emulator.account();
    await account.createCluster();
    const group = await groupOf(account, 'shop');
    for (const header of ['X-Auth-Resource-Group', 'X-Auth-Resource-Group-ID']) {
      const answer = await account.get('/v1/logging/shop/clusterkeyowner', { [header]: group });
      expect(answer.status).toBe(200);
    }
  });

  test('200: the key outlives the clusters (R104)', async () => {
    const account = await emulator.account();
    await account.createCluster();
    const before = await keyOwnerOf(account, 'shop');
    await account.delete('/v1/clusters/shop');
    await account.settle();
    await account.createCluster();
    expect(await keyOwnerOf(account, 'shop')).toEqual(before);
  });

  test('a create that is refused makes no key', async () => {
    const account = await emulator.account();
    await account.post('/v1/clusters', { name: 'shop', dataCenter: 'dal10', machineType: 'none' });
    expect(await emulator.rows('region_api_keys', account)).toHaveLength(0);
  });

  test('404: the key is gone from the service (E06f9)', async () => {
    const account = await emulator.account();
    await account.createCluster();
    await emulator.alter(account, 'DELETE FROM region_api_keys WHERE account_id = $1');
    const refused = await account.get('/v1/logging/shop/clusterkeyowner');
    expect(refused.status).toBe(404);
    expect(refused.body).toMatchObject({ code: 'E06f9', type: '' });
  });

  test("404: no such cluster, and another account's", async () => {
    const account = await emulator.account();
    const stranger = await emulator.account();
    const id = await account.createCluster();
    for (const cluster of ['none', id]) {
      const refused = await stranger.get(`/v1/logging/${cluster}/clusterkeyowner`);
      expect(refused.status).toBe(404);
      expect(refused.body).toMatchObject({ code: 'G0004' });
    }
  });
});
