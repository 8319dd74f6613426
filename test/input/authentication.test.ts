import { describe, expect, test } from '@jest/globals';
import { SignJWT, decodeJwt, decodeProtectedHeader } from 'jose';
import { generateKeyPairSync } from 'node:crypto';
import { ownerOf } from '../../src/domains/accounts/caller.js';
import { createTokenService } from '../../src/domains/identity/tokens.js';
import { startEmulator } from '../support/emulator.js';
import { clusterRequest, expectNothingWritten, expectRefusal } from './refusals.js';

const lenient = await startEmulator();
const strict = await startEmulator({ auth: 'strict' });
const account = await lenient.account();

const refused = (problem: string) => ({
  status: 401,
  code: 'A0003',
  type: 'Authentication',
  description: `The token cannot be verified: ${problem}.`,
});

const [header = '', claims = '', signature = ''] = account.token.split('.');
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const foreignKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const bearer = { caller: ownerOf(account.id), clientId: 'bx', grantType: 'apikey', issuer: 'http://x', scope: 'ibm openid' };

/** A token of the emulator's own that was issued two hours ago. */
async function expiredToken(): Promise<string> {
  const twoHoursAgo = new Date(Date.now() - 2 * 3_600_000);
  return (await createTokenService({ database: lenient.connection.prisma, clock: { now: () => twoHoursAgo } }).issue('access', bearer)).token;
}
async function refreshToken(): Promise<string> {
  const clock = { now: () => new Date() };
  return (await createTokenService({ database: lenient.connection.prisma, clock }).issue('refresh', bearer)).token;
}
const signedByOthers = (kid: string | undefined) =>
  new SignJWT(decodeJwt(account.token)).setProtectedHeader({ alg: 'RS256', typ: 'JWT', ...(kid !== undefined && { kid }) }).sign(foreignKey);

const wrongTokens: readonly (readonly [what: string, token: () => string | Promise<string>, problem: string])[] = [
  ['no token at all', () => 'hello', 'it is not a JSON web token'],
  ['an expired one', expiredToken, 'it has expired'],
  ['one with other claims', () => `${header}.${encode({ ...decodeJwt(account.token), account: { bss: 'another' } })}.${signature}`, 'its signature is wrong'],
  ['one with another signature', () => `${header}.${claims}.${signature.split('').reverse().join('')}`, 'its signature is wrong'],
  ['one without a signature', () => `${encode({ alg: 'none', typ: 'JWT' })}.${claims}.`, 'it is not signed with RS256'],
  ['one signed with the public key as a secret', () => `${encode({ ...decodeProtectedHeader(account.token), alg: 'HS256' })}.${claims}.${signature}`, 'it is not signed with RS256'],
  ['one that others signed', () => signedByOthers('theirs'), 'it is signed with an unknown key'],
  ['one that others signed in our name', () => signedByOthers(decodeProtectedHeader(account.token).kid), 'its signature is wrong'],
  ['a refresh token', refreshToken, 'it is not meant for use as an access token'],
  ['two tokens', () => `${account.token} ${account.token}`, 'the header Authorization must be Bearer and a token'],
];

describe.each([
  ['lenient', lenient],
  ['strict', strict],
] as const)('a token that is present must be valid (%s)', (_, emulator) => {
  test.each(wrongTokens)('%s is refused on operations of an account, of the catalogue, and those not built', async (_name, make, problem) => {
    const token = await make();
    for (const url of ['/v1/clusters', '/global/v1/clusters/shop', '/v1/subnets', '/v1/versions', '/v2/getFlavors?zone=dal10', '/v2/storage/satellite/getAssignments']) {
      const answer = await emulator.call({ method: 'GET', url, headers: { authorization: `Bearer ${token}` } });
      expectRefusal(answer, refused(problem));
      expect(answer.body).toHaveProperty('recoveryCLI', "To log in, run 'ibmcloud login'.");
      expect(answer.text).not.toContain(token);
    }
  });

  test('and is looked at before the body', async () => {
    await expectNothingWritten(lenient, account, async () => {
      const answer = await emulator.call({ method: 'POST', url: '/v1/clusters', body: '{', headers: { authorization: 'Bearer wrong' } });
      expectRefusal(answer, refused('it is not a JSON web token'));
    });
  });

  test('a token of an account that is gone is refused, so that clients log in again', async () => {
    const gone = await lenient.account();
    await gone.delete(`/_emulator/accounts/${gone.id}`);
    const answer = await emulator.call({ method: 'GET', url: '/v1/clusters', headers: { authorization: `Bearer ${gone.token}` } });
    expectRefusal(answer, refused('its account does not exist'));
  });

  test('no token is read where none is needed: IAM, the control API, the documents', async () => {
    for (const url of ['/identity/keys', `/_emulator/accounts/${account.id}`, '/openapi.json', '/docs', '/', '/livez', '/readyz']) {
      expect([url, (await emulator.call({ method: 'GET', url, headers: { authorization: 'Bearer wrong' } })).status]).toEqual([url, 200]);
    }
  });
});

describe('without a token', () => {
  test.each(['', ' ', undefined])('(%j) a lenient emulator answers about the account `default`', async (authorization) => {
    const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
    const answer = await lenient.call({ method: 'GET', url: '/v1/subnets/vlan-spanning', headers });
    expect(answer.status).toBe(200);
    const byName = await lenient.call({ method: 'GET', url: '/_emulator/accounts/default' });
    expect(byName).toMatchObject({ status: 200, body: { name: 'default' } });
  });

  test.each(['', undefined])('(%j) a strict emulator refuses operations of an account', async (authorization) => {
    const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
    for (const [method, url] of [['GET', '/v1/clusters'], ['DELETE', '/v1/clusters/shop'], ['GET', '/v2/getCluster?cluster=shop']] as const) {
      expectRefusal(await strict.call({ method, url, headers }), refused('the header Authorization is missing'));
    }
    expectRefusal(await strict.call({ method: 'POST', url: '/v1/clusters', body: clusterRequest, headers }), refused('the header Authorization is missing'));
  });

  test('a strict emulator still answers what is open to anybody', async () => {
    for (const url of ['/v1/versions', '/v2/getVersions', '/v1/kube-versions', '/v1/zones', '/v1/locations', '/v1/regions', '/v1/datacenters/dal10/machine-types', '/v2/getFlavors?zone=dal10']) {
      expect([url, (await strict.call({ method: 'GET', url })).status]).toEqual([url, 200]);
    }
  });
});

describe('a token that nobody logged in for', () => {
  const tokenOf = async (use: 'access' | 'refresh'): Promise<string> => {
    const { body } = (await lenient.call({ method: 'GET', url: '/_emulator/accounts/default' })) as { body: { id: string } };
    const service = createTokenService({ database: lenient.connection.prisma, clock: { now: () => new Date() } });
    return (await service.issue(use, { ...bearer, issuer: 'http://x/identity', caller: ownerOf(body.id) })).token;
  };

  test('holds as long as calls without a token do: on a lenient emulator', async () => {
    const authorization = `Bearer ${await tokenOf('access')}`;
    expect((await lenient.call({ method: 'GET', url: '/v1/clusters', headers: { authorization } })).status).toBe(200);
    expectRefusal(await strict.call({ method: 'GET', url: '/v1/clusters', headers: { authorization } }), refused('it was not made from an API key'));
  });

  test('is not renewed by a strict one', async () => {
    const body = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: await tokenOf('refresh') }).toString();
    const call = { method: 'POST', url: '/identity/token', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body } as const;
    expect((await lenient.call(call)).status).toBe(200);
    expect(await strict.call(call)).toMatchObject({ status: 400, body: { errorCode: 'BXNIM0407E' } });
  });
});

test('a token leads to its account, whichever emulator on the database gave it', async () => {
  const id = await account.createCluster();
  const listed = await strict.call({ method: 'GET', url: '/v1/clusters', headers: { authorization: `Bearer ${account.token}` } });
  expect(listed).toMatchObject({ status: 200, body: [{ id }] });
});
