import { afterAll, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { buildApp } from '../../src/app.js';
import { realClock } from '../../src/core/clock.js';
import { connectDatabase } from '../../src/database/connection.js';
import { migrationsDirectory } from '../../src/database/migration-files.js';
import { migrate } from '../../src/database/migrations.js';
import { createDatabase } from '../surface/own-database.js';

// The account `default` is one for all who share a database, so this file has one of its own.
const url = await createDatabase();
await migrate(url, migrationsDirectory, () => undefined);
const database = connectDatabase(url, { poolSize: 5 });
const options = { database, clock: realClock, defaultSpeed: 1, logger: pino({ level: 'silent' }) };
const lenient = await buildApp({ ...options, auth: 'lenient' });
const strict = await buildApp({ ...options, auth: 'strict' });
afterAll(async () => {
  await lenient.close();
  await strict.close();
  await database.close();
});

const setAuth = async (auth: unknown) => lenient.inject({ method: 'PATCH', url: '/_emulator/accounts/default', payload: { auth } });
const statusOf = async (app: FastifyInstance, path = '/v1/clusters'): Promise<number> => (await app.inject({ method: 'GET', url: path })).statusCode;

describe('whether a call without a token is taken for one of the owner of the account default', () => {
  test.each([
    ['server', 200, 401],
    ['strict', 401, 401],
    ['lenient', 200, 200],
  ])('%s: a lenient server answers %d, a strict one %d', async (auth, byLenient, byStrict) => {
    const changed = await setAuth(auth);
    expect([changed.statusCode, changed.json<{ auth: string }>().auth]).toEqual([200, auth]);
    expect([await statusOf(lenient), await statusOf(strict)]).toEqual([byLenient, byStrict]);
    if (byStrict === 401) {
      const { statusCode, body } = await strict.inject({ method: 'POST', url: '/v1/clusters', payload: { name: 'shop' } });
      expect([statusCode, body]).toEqual([401, expect.stringContaining('the header Authorization is missing') as unknown]);
    }
  });

  test('what needs nobody to sign in stays open, and a token is good in all', async () => {
    await setAuth('strict');
    expect(await statusOf(lenient, '/v1/zones')).toBe(200);
    const login = await lenient.inject({
      method: 'POST',
      url: '/identity/token',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'grant_type=urn:ibm:params:oauth:grant-type:apikey&apikey=somebody',
    });
    const { access_token: token } = login.json<{ access_token: string }>();
    const answer = await lenient.inject({ method: 'GET', url: '/v1/clusters', headers: { authorization: `Bearer ${token}` } });
    expect(answer.statusCode).toBe(200);
  });

  test.each(['open', true, 1])('400: %p', async (auth) => {
    const refused = await setAuth(auth);
    expect([refused.statusCode, refused.body]).toEqual([400, expect.stringContaining('auth must be one of: lenient, strict, server') as unknown]);
  });

  test('201: an account can be made with it', async () => {
    const made = await lenient.inject({ method: 'POST', url: '/_emulator/accounts', payload: { name: 'strict-one', auth: 'strict' } });
    expect([made.statusCode, made.json<{ auth: string }>().auth]).toEqual([201, 'strict']);
  });
});
