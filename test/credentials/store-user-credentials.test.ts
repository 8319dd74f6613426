import { expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { groupOf, store, username } from './support.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'storeUserCredentials', () => {
  test('204: credentials come in headers, and the key is kept as a digest alone (R294)', async () => {
    const account = await emulator.account();
    const stored = await store(account, { 'X-Region': 'us-south', 'Content-Type': 'application/json' });
    expect(stored.status).toBe(204);
    expect(stored.text).toBe('');
    expect((await account.get('/v1/credentials', { 'X-Region': 'us-south' })).body).toEqual({ apiUser: username });

    const rows = await emulator.rows('infrastructure_credentials', account);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ username, api_key_hash: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown });
    expect(JSON.stringify(rows)).not.toContain('secret-api-key');
  });

  test('204: later ones take the place of earlier ones', async () => {
    const account = await emulator.account();
    await store(account);
    expect((await store(account, { 'X-Auth-Softlayer-Username': 'SL7654321' })).status).toBe(204);
    expect((await account.get('/v1/credentials')).body).toEqual({ apiUser: 'SL7654321' });
    expect(await emulator.rows('infrastructure_credentials', account)).toHaveLength(1);
  });

  test('204: for one region each, by old and new names; us-south where none is named (R294, R23)', async () => {
    const account = await emulator.account();
    await store(account, { 'X-Region': '' });
    await store(account, { 'X-Region': 'eu-central', 'X-Auth-Softlayer-Username': '7_de' });
    const userIn = async (region: string): Promise<unknown> => (await account.get('/v1/credentials', { 'X-Region': region })).body;
    expect(await userIn('us-south')).toEqual({ apiUser: username });
    expect(await userIn('eu-de')).toEqual({ apiUser: '7_de' });
    expect(await userIn('us-east')).toMatchObject({ code: 'E0051' });
  });

  test('204: the resource group in either header, by name or id', async () => {
    const account = await emulator.account();
    await account.createCluster();
    const group = await groupOf(account, 'shop');
    for (const [header, value] of [['X-Auth-Resource-Group', group], ['X-Auth-Resource-Group-ID', group], ['X-Auth-Resource-Group', 'Default']] as const) {
      expect((await store(account, { [header]: value })).status).toBe(204);
    }
    expect((await account.get('/v1/credentials')).body).toEqual({ apiUser: username });
  });

  test.each([
    [{ 'X-Auth-Softlayer-Username': '' }, 'x-auth-softlayer-username'],
    [{ 'X-Auth-Softlayer-APIKey': '' }, 'x-auth-softlayer-apikey'],
  ])('400: %p', async (headers, words) => {
    const account = await emulator.account();
    const refused = await store(account, headers);
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ code: 'E0020', description: expect.stringContaining(words) as unknown });
    expect(refused.text).not.toContain('secret-api-key');
  });

  test('400: a region or a resource group that there is not', async () => {
    const account = await emulator.account();
    const region = await store(account, { 'X-Region': 'mars' });
    expect(region.status).toBe(400);
    expect(region.body).toMatchObject({ code: 'E0021', description: expect.stringContaining('us-south') as unknown });
    for (const header of ['X-Auth-Resource-Group', 'X-Auth-Resource-Group-ID']) {
      const group = await store(account, { [header]: 'nobodys' });
      expect(group.status).toBe(400);
      expect(group.body).toMatchObject({ code: 'E0021', description: expect.stringContaining('nobodys') as unknown });
    }
    expect((await account.get('/v1/credentials')).status).toBe(404);
  });
});
