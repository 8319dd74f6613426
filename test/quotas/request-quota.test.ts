import { describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { buildApp } from '../../src/app.js';
import { startEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';

const emulator = await startEmulator();

/** A second process on the same database, at a moment of real time that the test chooses. */
async function serverAt(start: string) {
  const moment = { now: new Date(start) };
  const options = { defaultSpeed: 30, auth: 'lenient', logger: pino({ level: 'silent' }) } as const;
  const app = await buildApp({ ...options, database: emulator.connection, clock: { now: () => moment.now } });
  const token = async ({ apiKey }: TestAccount): Promise<string> => {
    const payload = new URLSearchParams({ grant_type: 'urn:ibm:params:oauth:grant-type:apikey', apikey: apiKey }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await app.inject({ method: 'POST', url: '/identity/token', headers, payload });
    return answer.json<{ access_token: string }>().access_token;
  };
  const login = async (account: TestAccount) => {
    const authorization = `Bearer ${await token(account)}`;
    return (url = '/v1/clusters') => app.inject({ url, headers: { authorization } });
  };
  return { moment, login };
}

describe('the quota of requests (R106)', () => {
  test('there is none by default', async () => {
    const account = await emulator.account();
    const { login } = await serverAt('2026-11-23T10:00:00.000Z');
    const ask = await login(account);
    for (let index = 0; index < 30; index += 1) expect((await ask()).statusCode).toBe(200);
  });

  test('429 with Retry-After beyond it, and 200 again in the next window of ten seconds', async () => {
    const account = await emulator.account({ requestQuota: 3 });
    const { moment, login } = await serverAt('2026-11-23T10:00:02.500Z');
    const ask = await login(account);
    for (let index = 0; index < 3; index += 1) expect((await ask()).statusCode).toBe(200);
    const refused = await ask();
    expect(refused.statusCode).toBe(429);
    expect(refused.headers['retry-after']).toBe('8');
    expect(refused.json()).toMatchObject({ code: 'G0029', description: 'More than 3 requests within 10 seconds.' });
    moment.now = new Date('2026-11-23T10:00:09.999Z');
    expect((await ask()).headers['retry-after']).toBe('1');
    moment.now = new Date('2026-11-23T10:00:10.000Z');
    expect((await ask()).statusCode).toBe(200);
  });

  test('all operations of the account count together, those that need no account do not', async () => {
    const account = await emulator.account({ requestQuota: 2 });
    const { login } = await serverAt('2026-11-23T10:00:00.000Z');
    const ask = await login(account);
    for (let index = 0; index < 5; index += 1) expect((await ask('/v1/versions')).statusCode).toBe(200);
    expect((await ask('/v1/clusters')).statusCode).toBe(200);
    expect((await ask('/v2/getQuota')).statusCode).toBe(200);
    expect((await ask('/v1/subnets')).statusCode).toBe(429);
    expect((await ask('/v1/versions')).statusCode).toBe(200);
  });

  test('accounts are counted apart', async () => {
    const limited = await emulator.account({ requestQuota: 1 });
    const free = await emulator.account({ requestQuota: 1 });
    const { login } = await serverAt('2026-11-23T10:00:00.000Z');
    const [askLimited, askFree] = [await login(limited), await login(free)];
    expect((await askLimited()).statusCode).toBe(200);
    expect((await askLimited()).statusCode).toBe(429);
    expect((await askFree()).statusCode).toBe(200);
  });

  test("time is real, not the account's", async () => {
    const account = await emulator.account({ requestQuota: 1 });
    const { login } = await serverAt('2026-11-23T10:00:00.000Z');
    const ask = await login(account);
    await ask();
    await account.advance('1h');
    expect((await ask()).statusCode).toBe(429);
  });

  test('a new limit holds from the next request on, and can be lifted', async () => {
    const account = await emulator.account();
    const { login } = await serverAt('2026-11-23T10:00:00.000Z');
    const ask = await login(account);
    await ask();
    const change = (requestQuota: number | 'off') => emulator.call({ method: 'PATCH', url: `/_emulator/accounts/${account.id}`, body: { requestQuota } });
    await change(1);
    expect((await ask()).statusCode).toBe(429);
    await change('off');
    expect((await ask()).statusCode).toBe(200);
  });
});
