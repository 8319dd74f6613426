import type { FastifyInstance } from 'fastify';
import { randomUUID } from '../../src/core/ids.js';
import { bearer, type IdentityFixture, openIdentity } from './support.js';

let identity: IdentityFixture;
let lenient: FastifyInstance;
let strict: FastifyInstance;
let accountId: string;
let token: string;

beforeAll(async () => {
  identity = openIdentity();
  lenient = await identity.serve('lenient');
  strict = await identity.serve('strict');
  accountId = await identity.accountIdOfKey(`key-${randomUUID()}`);
  ({ token } = await identity.tokens.issue('access', bearer(accountId)));
});
afterAll(() => identity.close());

async function call(app: FastifyInstance, url: string, authorization?: string): Promise<{ status: number; body: Record<string, string> }> {
  const response = await app.inject({ url, headers: authorization === undefined ? {} : { authorization } });
  return { status: response.statusCode, body: response.json() };
}

test.each([
  ['Bearer', (text: string) => `Bearer ${text}`],
  ['bearer', (text: string) => `bearer ${text}`],
  ['no scheme', (text: string) => text],
  ['spaces around', (text: string) => `  Bearer   ${text} `],
])('a token with %s signs in to its account', async (_, write) => {
  for (const app of [lenient, strict]) {
    expect(await call(app, '/mine', write(token))).toEqual({ status: 200, body: { accountId } });
  }
});

test.each([undefined, '', '  '])('without a token (%j) a lenient server takes the default account', async (header) => {
  const { defaultAccountId } = identity.accounts;
  expect(await call(lenient, '/mine', header)).toEqual({ status: 200, body: { accountId: defaultAccountId } });
  expect(await call(lenient, '/public', header)).toEqual({ status: 200, body: { accountId: defaultAccountId } });
});

test.each([undefined, '', '  '])('without a token (%j) a strict server answers only what is open to anyone', async (header) => {
  expect(await call(strict, '/mine', header)).toMatchObject({
    status: 401,
    body: { code: 'A0003', type: 'Authentication', description: expect.stringContaining('Authorization is missing') as string },
  });
  expect((await call(strict, '/public', header)).status).toBe(200);
});

describe.each(['/mine', '/public'])('a token that is present must be valid on %s', (url) => {
  test.each([
    ['that is none', () => 'Bearer not.a.token', 'it is not a JSON web token'],
    ['of another scheme', () => `Basic ${Buffer.from('bx:bx').toString('base64')}`, 'must be Bearer and a token'],
    ['of too many words', () => `Bearer ${token} ${token}`, 'must be Bearer and a token'],
    ['cut short', () => `Bearer ${token.slice(0, -4)}`, 'its signature is wrong'],
  ])('one %s is refused by every server', async (_, header, reason) => {
    for (const app of [lenient, strict]) {
      const { status, body } = await call(app, url, header());
      expect({ status, code: body['code'] }).toEqual({ status: 401, code: 'A0003' });
      expect(body['description']).toContain(reason);
      expect(body['description']).not.toContain(token.slice(0, 20));
    }
  });

  test('a refresh token is not an access token', async () => {
    const refresh = await identity.tokens.issue('refresh', bearer(accountId));
    expect((await call(strict, url, `Bearer ${refresh.token}`)).body['description']).toContain('not meant for use as an access token');
  });

  test('an expired one gets 401, so that clients log in again', async () => {
    const expired = await identity.tokens.issue('access', bearer(accountId), -1);
    expect(await call(lenient, url, `Bearer ${expired.token}`)).toMatchObject({
      status: 401,
      body: { description: 'The token cannot be verified: it has expired.' },
    });
  });
});

test('where nobody checks, no token is read', async () => {
  expect(await call(strict, '/unchecked', 'Bearer not.a.token')).toEqual({ status: 200, body: { accountId: '' } });
});

test('an unknown path is not found, with or without a token', async () => {
  expect((await call(strict, '/nowhere')).status).toBe(404);
  expect((await call(strict, '/nowhere', 'Bearer not.a.token')).status).toBe(404);
});
