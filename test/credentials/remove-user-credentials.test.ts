import { expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { store, username } from './support.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'removeUserCredentials', () => {
  test('204: those of the region are gone, others stay (R294)', async () => {
    const account = await emulator.account();
    await store(account, { 'X-Region': 'us-south' });
    await store(account, { 'X-Region': 'eu-de' });
    const removed = await account.delete('/v1/credentials', { 'X-Region': 'us-south' });
    expect(removed.status).toBe(204);
    expect(removed.text).toBe('');
    expect((await account.get('/v1/credentials', { 'X-Region': 'us-south' })).status).toBe(404);
    expect((await account.get('/v1/credentials', { 'X-Region': 'eu-de' })).body).toEqual({ apiUser: username });
  });

  test('400: an unknown region', async () => {
    const account = await emulator.account();
    await store(account);
    expect((await account.delete('/v1/credentials', { 'X-Region': 'mars' })).status).toBe(400);
    expect((await account.get('/v1/credentials')).status).toBe(200);
  });

  test('404: none are stored (R294)', async () => {
    const account = await emulator.account();
    const refused = await account.delete('/v1/credentials', { 'X-Region': 'us-south' });
    expect(refused.status).toBe(404);
    expect(refused.body).toMatchObject({ code: 'E0051' });
  });
});
