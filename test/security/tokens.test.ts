import { describe, expect, test } from '@jest/globals';
import { decodeJwt, decodeProtectedHeader, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { realClock } from '../../src/core/clock.js';
import { ownerOf } from '../../src/domains/accounts/caller.js';
import { createSigningKeys } from '../../src/domains/identity/signing-keys.js';
import { createTokenService } from '../../src/domains/identity/tokens.js';
import { type Call, startEmulator } from '../support/emulator.js';
import { documentedOperations, postForm } from './support.js';

/** What a token must be to be let in, on every operation: the forms of the header itself are in test/input. */
const lenient = await startEmulator();
const strict = await startEmulator({ auth: 'strict' });
const account = await lenient.account();
const victim = await lenient.account();

const good = decodeJwt(account.token);
const header = decodeProtectedHeader(account.token);
const [protectedPart = '', claimsPart = '', signature = ''] = account.token.split('.');
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const { privateKey: foreignKey, publicKey: foreignPublicKey } = await generateKeyPair('RS256', { extractable: true });
const { privateKey: ownKey } = await createSigningKeys(lenient.connection.prisma, realClock).current();

const signed = (key: typeof ownKey, claims: object, head: object = {}): Promise<string> =>
  new SignJWT({ ...good, ...claims }).setProtectedHeader({ ...header, alg: 'RS256', ...head }).sign(key, { crit: { magic: true } });

const bearer = { caller: ownerOf(account.id), clientId: 'bx', grantType: 'apikey', issuer: 'http://127.0.0.1:4570/identity', scope: 'ibm openid' };
const service = createTokenService({ database: lenient.connection.prisma, clock: realClock });

const forged: readonly (readonly [string, () => string | Promise<string>])[] = [
  ['the claims of another account', () => `${protectedPart}.${encode({ ...good, account: { valid: true, bss: victim.id } })}.${signature}`],
  ['another API key in the claims', () => `${protectedPart}.${encode({ ...good, api_key_id: decodeJwt(victim.token)['api_key_id'] })}.${signature}`],
  ['a later expiry', () => `${protectedPart}.${encode({ ...good, exp: (good.exp ?? 0) + 3_600 })}.${signature}`],
  ['the algorithm none, without a signature', () => `${encode({ alg: 'none', typ: 'JWT' })}.${claimsPart}.`],
  ['the algorithm None, with the old signature', () => `${encode({ ...header, alg: 'None' })}.${claimsPart}.${signature}`],
  ['a shared secret for a signature', () => new SignJWT(good).setProtectedHeader({ alg: 'HS256', typ: 'JWT' }).sign(Buffer.from(signature))],
  ['the key of somebody else, by our name', () => signed(foreignKey, {})],
  ['the key of somebody else, by a name of its own', () => signed(foreignKey, {}, { kid: 'theirs' })],
  ['the key of somebody else, brought along', async () => signed(foreignKey, {}, { jwk: await exportJWK(foreignPublicKey), kid: undefined })],
  ['the key of somebody else, to be fetched', () => signed(foreignKey, {}, { jku: 'http://127.0.0.1:9/keys' })],
  ['the issuer of the real cloud', () => signed(ownKey, { iss: 'https://iam.cloud.ibm.com' })],
  ['no issuer', () => signed(ownKey, { iss: undefined })],
  ['an expiry in the past', () => signed(ownKey, { exp: Math.floor(Date.now() / 1_000) - 1 })],
  ['no expiry', () => signed(ownKey, { exp: undefined })],
  ['a beginning in the future', () => signed(ownKey, { nbf: Math.floor(Date.now() / 1_000) + 3_600 })],
  ['an API key that does not exist', () => signed(ownKey, { api_key_id: 'ApiKey-00000000-0000-0000-0000-000000000000' })],
  ['the API key of another account', () => signed(ownKey, { api_key_id: decodeJwt(victim.token)['api_key_id'] })],
  ['an account that does not exist', () => signed(ownKey, { account: { valid: true, bss: 'nobodys' } })],
  ['a demand that nobody understands', () => signed(ownKey, {}, { crit: ['magic'], magic: true })],
  ['the last byte cut off', () => account.token.slice(0, -1)],
  ['no signature', () => `${protectedPart}.${claimsPart}.`],
  ['no claims', () => `${protectedPart}..${signature}`],
  ['a part too many', () => `${account.token}.${signature}`],
  ['claims that are no object', () => `${protectedPart}.${encode([])}.${signature}`],
];

/** Tokens that are good for something else. */
const misused: typeof forged = [
  ['a use for refreshing alone', async () => (await service.issue('refresh', bearer)).token],
  ['a use for clusters alone', async () => (await service.issue('id', bearer)).token],
  ['a use for delegates alone', async () => (await service.issue('delegated refresh', bearer)).token],
];

describe('a token is refused with 401 that has', () => {
  test.each([...forged, ...misused])('%s', async (_, make) => {
    const token = await make();
    for (const emulator of [lenient, strict]) {
      for (const url of ['/v1/clusters', '/v1/versions', '/v2/resource_groups']) {
        const { status, text } = await emulator.call({ method: 'GET', url, headers: { authorization: `Bearer ${token}` } });
        expect([url, status]).toEqual([url, 401]);
        expect(text).not.toContain(token);
      }
    }
  });

  test.each(forged)('%s, and IAM knows nothing of it', async (_, make) => {
    const token = await make();
    expect((await postForm(lenient, '/identity/introspect', { token })).body).toEqual({ active: false });
  });
});

test('the good token that all these were made of is let in', async () => {
  expect((await account.get('/v1/clusters')).status).toBe(200);
  const resigned = await signed(ownKey, {});
  expect((await lenient.call({ method: 'GET', url: '/v1/clusters', headers: { authorization: `Bearer ${resigned}` } })).status).toBe(200);
});

test('every operation that is about an account refuses a forged token before it looks at anything else', async () => {
  const token = await signed(foreignKey, {});
  const operations = documentedOperations(lenient.app).filter(({ path }) => !/^\/(_emulator|identity|\.well-known|livez|readyz)/.test(path));
  expect(operations.length).toBeGreaterThan(100);
  for (const { method, path, operationId, requestBody } of operations) {
    const call = { method: method as Call['method'], url: path.replaceAll(/\{\w+\}/g, '%00'), headers: { authorization: `Bearer ${token}` } };
    const { status } = await lenient.call({ ...call, ...(requestBody !== undefined && { body: '{' }) });
    expect([operationId, status]).toEqual([operationId, 401]);
  }
});
