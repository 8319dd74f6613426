import { describe, expect, test } from '@jest/globals';
import { startEmulator } from '../support/emulator.js';

const emulator = await startEmulator();

describe('createCluster', () => {
  test('201: answers the id, which leads to the cluster as its name does (R84, R85, R95)', async () => {
    const account = await emulator.account();
    const id = await account.createCluster({ name: 'shop' });
    expect(id).toMatch(/^[a-v0-9]{20}$/);
    const byId = await account.get<{ id: string; name: string }>(`/v1/clusters/${id}`);
    const byName = await account.get('/v1/clusters/shop');
    expect(byId.body).toMatchObject({ id, name: 'shop' });
    expect(byName.body).toEqual(byId.body);
  });
});
