import { createPublicKey } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, generateKeyPair, SignJWT } from 'jose';
import { createSigningKeys } from '../../src/domains/identity/signing-keys.js';
import type { TokenUse } from '../../src/domains/identity/tokens.js';
import { userNamed } from '../../src/domains/accounts/user.js';
import { bearer, type IdentityFixture, openIdentity } from './support.js';

let identity: IdentityFixture;

beforeAll(() => {
  identity = openIdentity();
});
afterAll(() => identity.close());

const issue = async (use: TokenUse = 'access', accountId?: string): Promise<string> =>
  (await identity.tokens.issue(use, bearer(accountId))).token;

const reasonFor = async (token: string, use: TokenUse = 'access'): Promise<string> => {
  const verdict = await identity.tokens.verify(token, use);
  return verdict.valid ? 'valid' : verdict.reason;
};

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

const replacePart = (token: string, index: number, part: string): string =>
  token
    .split('.')
    .map((old, at) => (at === index ? part : old))
    .join('.');

test('a token leads to the account it was issued for', async () => {
  expect(await identity.tokens.verify(await issue('access', 'account-1'), 'access')).toMatchObject({
    valid: true,
    claims: { account: { bss: 'account-1' } },
  });
});

test('an access token has the claims that clients parse, of the types they expect', async () => {
  const before = Math.floor(identity.clock.now().getTime() / 1_000);
  const { token, lifetime, expiresAt } = await identity.tokens.issue('access', bearer('0123456789abcdef'));

  const claims = decodeJwt(token);
  expect(claims).toEqual({
    iam_id: expect.stringMatching(/^IBMid-[0-9A-F]{10}$/) as string,
    id: claims['iam_id'],
    realmid: 'IBMid',
    identifier: expect.stringMatching(/^[0-9A-F]{10}$/) as string,
    given_name: 'Account',
    family_name: 'Owner',
    name: 'Account Owner',
    email: 'owner-01234567@example.com',
    sub: 'owner-01234567@example.com',
    account: { valid: true, bss: '0123456789abcdef' },
    iss: 'http://127.0.0.1:4570/identity',
    grant_type: 'urn:ibm:params:oauth:grant-type:apikey',
    scope: 'ibm openid',
    client_id: 'bx',
    acr: 1,
    amr: ['pwd'],
    jti: expect.any(String) as string,
    iat: before,
    exp: before + 3_600,
  });
  expect({ lifetime, expiresAt }).toEqual({ lifetime: 3_600, expiresAt: before + 3_600 });
  expect(decodeProtectedHeader(token)).toMatchObject({ alg: 'RS256', typ: 'JWT' });
});

test('a token names the API key and the user that it was made for', async () => {
  const caller = { accountId: 'account-1', apiKeyId: 'ApiKey-1', user: userNamed('vera@example.com', 'Vera van der Berg') };
  const { token } = await identity.tokens.issue('access', { ...bearer(), caller });
  expect(decodeJwt(token)).toMatchObject({
    api_key_id: 'ApiKey-1',
    iam_id: expect.stringMatching(/^IBMid-[0-9A-F]{10}$/) as string,
    given_name: 'Vera',
    family_name: 'van der Berg',
    name: 'Vera van der Berg',
    email: 'vera@example.com',
    sub: 'vera@example.com',
    account: { valid: true, bss: 'account-1' },
  });
});

test('no two tokens are equal, even of the same second', async () => {
  expect(await issue()).not.toBe(await issue());
});

test('an access token holds for an hour of real time, to the second', async () => {
  const token = await issue();
  identity.clock.advance(3_599);
  expect(await reasonFor(token)).toBe('valid');
  identity.clock.advance(1);
  expect(await reasonFor(token)).toBe('it has expired');
});

test('a refresh token holds for thirty days', async () => {
  const token = await issue('refresh');
  identity.clock.advance(30 * 86_400 - 1);
  expect(await reasonFor(token, 'refresh')).toBe('valid');
  identity.clock.advance(1);
  expect(await reasonFor(token, 'refresh')).toBe('it has expired');
});

const uses: TokenUse[] = ['access', 'id', 'refresh', 'delegated refresh'];
test.each(uses.flatMap((issued) => uses.filter((used) => used !== issued).map((used) => ({ issued, used }))))(
  'a token issued as $issued token cannot be used as $used token',
  async ({ issued, used }) => {
    expect(await reasonFor(await issue(issued), used)).toMatch(new RegExp(`^it is not meant for use as an? ${used} token$`));
  },
);

describe('a forged token is refused', () => {
  test('whose account was changed', async () => {
    const token = await issue();
    const claims = { ...decodeJwt(token), account: { valid: true, bss: 'another-account' } };
    expect(await reasonFor(replacePart(token, 1, encode(claims)))).toBe('its signature is wrong');
  });

  test('whose use was changed', async () => {
    const token = await issue('refresh');
    const header = { ...decodeProtectedHeader(token), typ: 'JWT' };
    expect(await reasonFor(replacePart(token, 0, encode(header)))).toBe('its signature is wrong');
  });

  test('whose signature is of another token', async () => {
    const [, , signature = ''] = (await issue('access', 'another-account')).split('.');
    expect(await reasonFor(replacePart(await issue(), 2, signature))).toBe('its signature is wrong');
  });

  test('signed with another key that claims the kid of ours', async () => {
    const { kid } = decodeProtectedHeader(await issue());
    const { privateKey } = await generateKeyPair('RS256');
    const token = await new SignJWT({ account: { bss: 'an-account' } })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', ...(kid !== undefined && { kid }) })
      .setExpirationTime('1h')
      .sign(privateKey);
    expect(await reasonFor(token)).toBe('its signature is wrong');
  });

  test.each([{ kid: 'unheard-of' }, {}])('signed with an unknown key: %j', async (header) => {
    const { privateKey } = await generateKeyPair('RS256');
    const token = await new SignJWT({}).setProtectedHeader({ alg: 'RS256', typ: 'JWT', ...header }).sign(privateKey);
    expect(await reasonFor(token)).toBe('it is signed with an unknown key');
  });

  test('without a signature, by the algorithm none', async () => {
    const [, claims = ''] = (await issue()).split('.');
    expect(await reasonFor(`${encode({ alg: 'none', typ: 'JWT' })}.${claims}.`)).toBe('it is not signed with RS256');
  });

  test('signed with the public key as a shared secret', async () => {
    const token = await issue();
    const header = { ...decodeProtectedHeader(token), alg: 'HS256' };
    const {
      keys: [key],
    } = await identity.tokens.jwks();
    const pem = createPublicKey({ key: { ...key }, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
    const forged = await new SignJWT(decodeJwt(token)).setProtectedHeader(header).sign(Buffer.from(pem));
    expect(await reasonFor(forged)).toBe('it is not signed with RS256');
  });
});

describe('a token of our own key is refused', () => {
  const sign = async (claims: Record<string, unknown>, expires: boolean): Promise<string> => {
    const { privateKey, id: kid } = await createSigningKeys(identity.database, identity.clock).current();
    const token = new SignJWT({ ...decodeJwt(await issue()), exp: undefined, ...claims }).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid });
    return (expires ? token.setExpirationTime(new Date(identity.clock.now().getTime() + 60_000)) : token).sign(privateKey);
  };

  test.each(['https://iam.cloud.ibm.com', 'https://iam.cloud.ibm.com/oidc/token', 'identity', '', 7, null])('from the issuer %j', async (iss) => {
    expect(await reasonFor(await sign({ iss }, true))).toMatch(/^it (has another issuer|is not a JSON web token)$/);
  });

  test('without an expiry', async () => {
    expect(await reasonFor(await sign({}, false))).toBe('it is not a JSON web token');
  });

  test('unless it is like those that are issued', async () => {
    expect(await reasonFor(await sign({}, true))).toBe('valid');
  });
});

test.each(['x', 'not.a.token', '..', 'a.b', 'a.b.c.d.e', 'e30.e30.e30', '\u0000'])('%j is not a token', async (text) => {
  expect(await reasonFor(text)).toMatch(/^it is not (a JSON web token|signed with RS256)$/);
});

test('a token cut short at any place is refused, and the reason repeats nothing of it', async () => {
  const token = await issue();
  for (let length = token.length - 1; length > 0; length -= 37) {
    const reason = await reasonFor(token.slice(0, length));
    expect(reason).toMatch(/^(its signature is wrong|it is not a JSON web token)$/);
  }
});
