import { expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { groupOf, keyOwnerOf } from './support.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'resetUserAPIKey', () => {
  test("204: the region's clusters have a new key of the same name, those of other regions keep theirs (R295)", async () => {
    const account = await emulator.account();
    await account.createCluster({ name: 'dallas' });
    await account.createCluster({ name: 'frankfurt', dataCenter: 'fra02' });
    const [dallas, frankfurt] = [await keyOwnerOf(account, 'dallas'), await keyOwnerOf(account, 'frankfurt')];

    const reset = await account.post('/v1/keys', undefined, { 'X-Region': 'us-south', 'X-Auth-Resource-Group': await groupOf(account, 'dallas') });
    expect(reset.status).toBe(204);
    expect(reset.text).toBe('');
    const after = await keyOwnerOf(account, 'dallas');
    expect(after).toEqual({ ...dallas, id: expect.stringMatching(/^ApiKey-[0-9a-f-]{36}$/) as unknown });
    expect(after.id).not.toBe(dallas.id);
    expect(await keyOwnerOf(account, 'frankfurt')).toEqual(frankfurt);
  });

  test('204: an old name of the region, and before there is any cluster; the first create then keeps the key (R295, R104, R23)', async () => {
    const account = await emulator.account();
    expect((await account.post('/v1/keys', undefined, { 'X-Region': 'eu-central' })).status).toBe(204);
    const before = await emulator.rows('region_api_keys', account);
    expect(before).toEqual([expect.objectContaining({ region: 'eu-de' })]);
    await account.createCluster({ dataCenter: 'fra02' });
    expect((await keyOwnerOf(account, 'shop')).id).toBe(before[0]?.['id']);
  });

  test('400: a region or a resource group that there is not', async () => {
    const account = await emulator.account();
    for (const [header, value] of [['X-Region', 'mars'], ['X-Auth-Resource-Group', 'nobodys']] as const) {
      const refused = await account.post('/v1/keys', undefined, { [header]: value });
      expect(refused.status).toBe(400);
      expect(refused.body).toMatchObject({ code: 'E0021' });
    }
  });
});
