import { expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { store, username } from './support.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'getUserCredentials', () => {
  test('200: the user, and nothing of the key (R294)', async () => {
    const account = await emulator.account();
    await store(account);
    const answer = await account.get('/v1/credentials', { 'X-Region': 'us-south' });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ apiUser: username });
  });

  test('400: an unknown region', async () => {
    const account = await emulator.account();
    const refused = await account.get('/v1/credentials', { 'X-Region': 'mars' });
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ code: 'E0021' });
  });

  test("404: none are stored; another account's do not count (R294)", async () => {
    const account = await emulator.account();
    const stranger = await emulator.account();
    await store(account);
    const refused = await stranger.get('/v1/credentials', { 'X-Region': 'us-south' });
    expect(refused.status).toBe(404);
    expect(refused.body).toMatchObject({ code: 'E0051' });
  });
});
