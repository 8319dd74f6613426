import type { FastifyInstance } from 'fastify';
import { SignJWT, generateKeyPair } from 'jose';
import { randomUUID } from '../../src/core/ids.js';
import { API_KEY, basic, claimsOf, IamClient, refusal } from './client.js';
import { type IdentityFixture, openIdentity } from './support.js';

let identity: IdentityFixture;
let app: FastifyInstance;
let iam: IamClient;

beforeAll(async () => {
  identity = openIdentity();
  app = await identity.serve('lenient');
  iam = new IamClient(app);
});
afterAll(() => identity.close());

const newKey = (): string => `key-${randomUUID()}`;

describe('the OpenID configuration', () => {
  test.each(['/identity/.well-known/openid-configuration', '/.well-known/openid-configuration'])('at %s names what there is, at the address that the caller used', async (url) => {
    const response = await app.inject({ url, headers: { host: 'iks.test:4570' } });
    expect(response.json()).toMatchObject({
      issuer: 'http://iks.test:4570/identity',
      token_endpoint: 'http://iks.test:4570/identity/token',
      passcode_endpoint: 'http://iks.test:4570/identity/passcode',
      userinfo_endpoint: 'http://iks.test:4570/identity/userinfo',
      introspection_endpoint: 'http://iks.test:4570/identity/introspect',
      jwks_uri: 'http://iks.test:4570/identity/keys',
      id_token_signing_alg_values_supported: ['RS256'],
      subject_types_supported: ['public'],
    });
  });

  test('has the issuer that is in the tokens', async () => {
    const { access_token: token } = await iam.logIn({ grant_type: API_KEY, apikey: newKey() });
    const { issuer } = (await app.inject({ url: '/.well-known/openid-configuration', headers: { host: 'iks.test:4570' } })).json<{ issuer: string }>();
    expect(claimsOf(token)).toHaveProperty('iss', issuer);
  });

  test('is where a kubeconfig sends kubectl for a new id token', async () => {
    const { refresh_token: token } = await iam.logIn({ grant_type: API_KEY, apikey: newKey() }, 'kube:kube');
    const { token_endpoint: endpoint } = (await app.inject('/identity/.well-known/openid-configuration')).json<{ token_endpoint: string }>();
    const refreshed = await app.inject({
      method: 'POST',
      url: new URL(endpoint).pathname,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...basic('kube:kube') },
      payload: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: token }).toString(),
    });
    expect(refreshed.json()).toMatchObject({ id_token: expect.any(String) as string, refresh_token: expect.any(String) as string });
  });
});

describe('introspection', () => {
  const introspect = async (token: string): Promise<unknown> => (await iam.post('introspect', { token }, basic('bx:bx'))).json();

  test('tells what a token of any kind says', async () => {
    const form = { grant_type: API_KEY, apikey: newKey(), response_type: 'cloud_iam delegated_refresh_token' };
    const { access_token: access, refresh_token: refresh, id_token: id = '', delegated_refresh_token: delegated = '' } = await iam.logIn(form, 'kube:kube');
    for (const token of [access, refresh, id, delegated]) expect(await introspect(token)).toEqual({ active: true, ...claimsOf(token) });
  });

  test('tells of an expired token that it is not active, and nothing else', async () => {
    const { access_token: access } = await iam.logIn({ grant_type: API_KEY, apikey: newKey() });
    identity.clock.advance(3_600);
    expect(await introspect(access)).toEqual({ active: false });
  });

  test('tells nothing of a token whose account is gone', async () => {
    const { access_token: access } = await iam.logIn({ grant_type: API_KEY, apikey: newKey() });
    await identity.accounts.remove(claimsOf(access).account.bss);
    expect(await introspect(access)).toEqual({ active: false });
  });

  test.each(['x', 'not.a.token', '\0'])('tells nothing of %j', async (token) => {
    expect(await introspect(token)).toEqual({ active: false });
  });

  test('tells nothing of a token that others signed', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const { access_token: access } = await iam.logIn({ grant_type: API_KEY, apikey: newKey() });
    expect(await introspect(await new SignJWT({ ...claimsOf(access) }).setProtectedHeader({ alg: 'RS256', typ: 'JWT' }).sign(privateKey))).toEqual({ active: false });
  });

  test('needs a token', async () => {
    const response = await iam.post('introspect', {});
    expect([response.statusCode, response.json()]).toEqual([400, refusal('BXNIM0109E', "Property 'token' either missing or empty.")]);
  });
});

describe('user info', () => {
  const ask = (authorization?: string) => app.inject({ url: '/identity/userinfo', headers: authorization === undefined ? {} : { authorization } });

  test('is what the access token says', async () => {
    const { access_token: access } = await iam.logIn({ grant_type: API_KEY, apikey: newKey() });
    expect((await ask(`Bearer ${access}`)).json()).toEqual({ active: true, ...claimsOf(access) });
  });

  test.each([
    ['in lower case', (token: string) => `bearer ${token}`],
    ['not at all', (token: string) => token],
  ])('takes the token where Bearer is written %s, as every operation does', async (_, write) => {
    const { access_token: access } = await iam.logIn({ grant_type: API_KEY, apikey: newKey() });
    expect((await ask(write(access))).json()).toEqual({ active: true, ...claimsOf(access) });
  });

  test('is for bearers of access tokens alone, on a lenient server too', async () => {
    const { refresh_token: refresh } = await iam.logIn({ grant_type: API_KEY, apikey: newKey() });
    for (const [authorization, reason] of [
      [undefined, /the header Authorization has none/],
      ['Basic Yng6Yng=', /the header Authorization has none/],
      ['Bearer x', /not a JSON web token/],
      [`Bearer ${refresh}`, /not meant for use as an access token/],
    ] as const) {
      const response = await ask(authorization);
      expect([response.statusCode, response.json()]).toEqual([401, refusal('BXNIM0446E', reason)]);
    }
  });
});
