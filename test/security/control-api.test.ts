import { describe, expect, test } from '@jest/globals';
import { startEmulator } from '../support/emulator.js';
import type { PlacedOperation } from '../surface/document.js';
import { documentedOperations } from './support.js';

const TOKEN = 'a-control-token-of-32-characters';
const closed = await startEmulator();
const open = await startEmulator({ controlToken: TOKEN });
type Emulator = typeof open;

const operations = documentedOperations(open.app).filter(({ path }) => path.startsWith('/_emulator'));
const urlOf = ({ path }: PlacedOperation): string => path.replaceAll(/\{\w+\}/g, 'nobodys');

const send = async (
  { app }: Emulator,
  remoteAddress: string,
  headers: Readonly<Record<string, string>> = {},
  { method, url }: { readonly method: 'GET' | 'POST'; readonly url: string } = { method: 'GET', url: '/_emulator/accounts' },
): Promise<{ status: number; body: { code?: string; description?: string } }> => {
  const response = await app.inject({ method, url, remoteAddress, headers });
  return { status: response.statusCode, body: response.json() };
};

const NO_TOKEN_SET =
  'The control API answers nobody but callers on its own machine, for it has no token. Start the emulator with IKS_CONTROL_TOKEN set, and send that as Authorization: Bearer.';
const TOKEN_MISSING =
  'From beyond its own machine the control API needs the token that the emulator was started with: send the value of IKS_CONTROL_TOKEN as Authorization: Bearer.';

describe('on this machine the control API asks for no token', () => {
  test.each(['127.0.0.1', '127.8.9.10', '::1', '::ffff:127.0.0.1'])('from %s', async (address) => {
    for (const emulator of [closed, open]) {
      expect((await send(emulator, address)).status).toBe(200);
      expect((await send(emulator, address, { authorization: 'Bearer anything' })).status).toBe(200);
    }
  });
});

describe.each(['192.168.1.7', '172.17.0.1', '10.0.0.1', '8.8.8.8', '::ffff:10.0.0.1', '2001:db8::1'])('beyond this machine, from %s,', (address) => {
  test('it answers nobody unless the emulator has a control token', async () => {
    const attempts: Record<string, string>[] = [{}, ...['Bearer ', 'Bearer undefined', `Bearer ${TOKEN}`].map((authorization) => ({ authorization }))];
    for (const headers of attempts) {
      expect(await send(closed, address, headers)).toMatchObject({ status: 401, body: { code: 'X0401', description: NO_TOKEN_SET } });
    }
  });

  test('it answers whoever sends that token, and nobody else', async () => {
    expect((await send(open, address, { authorization: `Bearer ${TOKEN}` })).status).toBe(200);
    expect((await send(open, address, { authorization: `bearer  ${TOKEN} ` })).status).toBe(200);
    for (const authorization of [undefined, '', TOKEN, `Basic ${TOKEN}`, `Bearer ${TOKEN.slice(0, -1)}`, `Bearer ${TOKEN}x`, `Bearer ${TOKEN} x`]) {
      const answer = await send(open, address, authorization === undefined ? {} : { authorization });
      expect(answer).toMatchObject({ status: 401, body: { code: 'X0401', description: TOKEN_MISSING } });
    }
  });

  test('the token of an account is not that token', async () => {
    const { token } = await open.account();
    expect((await send(open, address, { authorization: `Bearer ${token}` })).status).toBe(401);
  });
});

test.each(['forwarded', 'x-forwarded-for', 'via'])('what a proxy on this machine passes on comes from beyond it: %s', async (header) => {
  expect(await send(closed, '127.0.0.1', { [header]: '127.0.0.1' })).toMatchObject({ status: 401, body: { code: 'X0401' } });
  expect((await send(open, '127.0.0.1', { [header]: '127.0.0.1', authorization: `Bearer ${TOKEN}` })).status).toBe(200);
});

test('what is no browser may call this machine by any name', async () => {
  expect((await send(closed, '127.0.0.1', { host: 'emulator.test:8080' })).status).toBe(200);
});

describe('what a browser on this machine sends for a page', () => {
  const host = 'localhost:4570';

  test.each([
    ['of another site', { host, 'sec-fetch-site': 'cross-site' }],
    ['of another port', { host, 'sec-fetch-site': 'same-site' }],
    ['of another origin', { host, origin: 'https://evil.example.com' }],
    ['of another origin on this machine', { host, origin: 'http://localhost:3000' }],
    ['of a file or a sandbox', { host, origin: 'null' }],
    ['of a name that was made to lead here', { host: 'evil.example.com:4570', origin: 'http://evil.example.com:4570', 'sec-fetch-site': 'same-origin' }],
  ])('%s counts as from beyond it', async (_, headers) => {
    expect(await send(closed, '127.0.0.1', headers)).toMatchObject({ status: 401, body: { code: 'X0401', description: NO_TOKEN_SET } });
    expect((await send(open, '127.0.0.1', { ...headers, authorization: `Bearer ${TOKEN}` })).status).toBe(200);
  });

  test.each([
    ['of its own', { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' }],
    ['that the address bar asks for', { host, 'sec-fetch-site': 'none' }],
    ['of its own at an address', { host: '[::1]:4570', origin: 'http://[::1]:4570' }],
    ['of its own on the port of all', { host: '127.0.0.1', origin: 'http://127.0.0.1' }],
  ])('%s is welcome', async (_, headers) => {
    expect((await send(closed, '127.0.0.1', headers)).status).toBe(200);
  });
});

test.each(operations.map((operation) => [operation.operationId, operation] as const))('%s is closed to others, and says so in its documentation', async (_, operation) => {
  expect(operation.responses['401']?.description).toBe('X0401 (controlTokenNotSet), X0401 (controlTokenMissing)');
  const place = { method: operation.method as 'GET', url: urlOf(operation) };
  expect(await send(open, '192.168.1.7', {}, place)).toMatchObject({ status: 401, body: { code: 'X0401' } });
});

test('the rest of the emulator asks them for nothing more than before', async () => {
  for (const url of ['/v1/clusters', '/v1/zones', '/', '/docs', '/openapi.json', '/livez', '/identity/keys']) {
    expect([url, (await closed.app.inject({ url, remoteAddress: '192.168.1.7' })).statusCode]).toEqual([url, 200]);
  }
});
