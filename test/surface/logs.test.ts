import { expect, test } from '@jest/globals';
import { createDatabase, serve, startFreshEmulator } from './own-database.js';

let log = '';
const destination = { write: (line: string) => void (log += line) };
const app = await startFreshEmulator(destination);

const APIKEY_GRANT = 'urn:ibm:params:oauth:grant-type:apikey';
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const apiKey = 'Very-Secret-Api-Key-4711';

/** The parts of a token that would let anybody use it. */
const partsOf = (token: string): string[] => [token, token.split('.').at(-1) ?? token];

test('no API key and no token is ever logged, whichever way it comes and whatever becomes of it', async () => {
  const login = await app.inject({ method: 'POST', url: '/identity/token', headers: form, payload: new URLSearchParams({ grant_type: APIKEY_GRANT, apikey: apiKey }).toString() });
  const { access_token: token, refresh_token: refresh } = login.json<{ access_token: string; refresh_token: string }>();

  const query = new URLSearchParams({ grant_type: APIKEY_GRANT, apikey: apiKey }).toString();
  expect((await app.inject({ method: 'POST', url: `/identity/token?${query}` })).statusCode).toBe(200);
  expect((await app.inject({ method: 'POST', url: `//identity//token/?${query}` })).statusCode).toBe(200);
  expect((await app.inject({ method: 'GET', url: `/identity/token?${query}` })).statusCode).toBe(405);
  expect((await app.inject({ method: 'POST', url: `/identity/nowhere?${query}` })).statusCode).toBe(404);
  expect((await app.inject({ method: 'POST', url: `/identity/token?grant_type=refresh_token&refresh_token=${refresh}` })).statusCode).toBe(200);
  expect((await app.inject({ method: 'POST', url: '/identity/token', headers: form, payload: `apikey=${apiKey}` })).statusCode).toBe(400);
  expect((await app.inject({ method: 'POST', url: '/identity/token', headers: { 'content-type': 'application/json' }, payload: `{"apikey": "${apiKey}"` })).statusCode).toBe(400);

  const headers = { authorization: `Bearer ${token}`, 'x-auth-refresh-token': refresh, 'x-auth-softlayer-apikey': apiKey, cookie: `session=${apiKey}` };
  expect((await app.inject({ url: '/v1/clusters', headers })).statusCode).toBe(200);
  expect((await app.inject({ url: '/v1/clusters', headers: { ...headers, authorization: `Bearer ${token}x` } })).statusCode).toBe(401);
  expect((await app.inject({ method: 'POST', url: '/v1/clusters', headers, payload: { name: apiKey, dataCenter: apiKey, machineType: apiKey } })).statusCode).toBe(400);
  expect((await app.inject({ method: 'POST', url: '/v2/satellite/removeController', headers })).statusCode).toBe(501);

  expect(log.match(/request completed/g)?.length).toBeGreaterThan(10);
  expect(log).toContain('"url":"/identity/token"');
  expect(log).toContain('"url":"/v1/clusters"');
  for (const secret of [apiKey, ...partsOf(token), ...partsOf(refresh)]) expect(log).not.toContain(secret);
});

test('a new account is not logged with its API key', async () => {
  const created = await app.inject({ method: 'POST', url: '/_emulator/accounts', payload: { name: 'logged' } });
  const { apiKey: key } = created.json<{ apiKey: string }>();
  expect(key.length).toBeGreaterThan(20);
  expect(log).not.toContain(key);
});

test('a failure that nobody foresaw is logged with its cause, of which the caller gets nothing but the incident id', async () => {
  const unmigrated = await serve(await createDatabase(), destination);
  const before = log.length;
  const answer = await unmigrated.inject('/v1/clusters');
  const { incidentID, ...rest } = answer.json<{ incidentID: string }>();
  expect({ status: answer.statusCode, ...rest }).toEqual({
    status: 500,
    code: 'G0002',
    description: 'The request could not be handled because of an internal failure.',
    type: 'General',
  });
  const line = log.slice(before).split('\n').find((one) => one.includes('"msg":"request failed"'));
  expect(JSON.parse(line ?? '{}')).toMatchObject({ reqId: incidentID, level: 50, err: { message: expect.stringContaining('does not exist'), stack: expect.stringContaining('/src/') } });
});
