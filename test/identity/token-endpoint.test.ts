import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { createLocalJWKSet, decodeJwt, type JSONWebKeySet, jwtVerify } from 'jose';
import { randomUUID } from '../../src/core/ids.js';
import { accountOf, API_KEY, basic, DELEGATED, IamClient, REFRESH, refusal, type Tokens } from './client.js';
import { bearer, type IdentityFixture, openIdentity } from './support.js';

let identity: IdentityFixture;
let app: FastifyInstance;

beforeAll(async () => {
  identity = openIdentity();
  app = await identity.serve('strict');
});
afterAll(() => identity.close());

const newKey = (): string => `key-${randomUUID()}`;

const post = (form: Readonly<Record<string, string>>, headers?: Readonly<Record<string, string>>): Promise<LightMyRequestResponse> =>
  new IamClient(app).post('token', form, headers);

async function logIn(apikey: string, extra: Readonly<Record<string, string>> = {}, client?: string): Promise<Tokens> {
  const response = await post({ grant_type: API_KEY, apikey, ...extra }, client === undefined ? {} : basic(client));
  expect(response.statusCode).toBe(200);
  return response.json<Tokens>();
}

describe('iamToken with an API key', () => {
  test('200: gets tokens in the shape that clients decode', async () => {
    const response = await post({ grant_type: API_KEY, apikey: newKey(), response_type: 'cloud_iam' }, basic('bx:bx'));

    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toMatch(/^application\/json/);
    expect(response.json()).toEqual({
      access_token: expect.any(String) as string,
      refresh_token: expect.any(String) as string,
      token_type: 'Bearer',
      expires_in: 3_600,
      expiration: Math.floor(identity.clock.now().getTime() / 1_000) + 3_600,
      scope: 'ibm openid',
    });
  });

  test('always leads to the same account, and another key to another', async () => {
    const mine = newKey();
    const accounts = await Promise.all([mine, mine, newKey()].map(async (key) => accountOf((await logIn(key)).access_token)));
    expect(accounts[0]).toBe(accounts[1]);
    expect(accounts[0]).not.toBe(accounts[2]);
    expect(accounts[0]).toBe(await identity.accountIdOfKey(mine));
  });

  test('gets a token whose issuer is the address that the caller used', async () => {
    const { access_token: token } = await logIn(newKey());
    expect(decodeJwt(token).iss).toBe('http://iks.test:4570/identity');
  });

  test.each([
    { client: 'bx:bx', id: 'bx' },
    { client: 'kube:kube', id: 'kube' },
    { client: undefined, id: 'default' },
  ])('is taken from the client $client', async ({ client, id }) => {
    const { access_token: token } = await logIn(newKey(), {}, client);
    expect(decodeJwt(token)['client_id']).toBe(id);
  });

  test('gets an id token from the client kube alone', async () => {
    expect(await logIn(newKey(), {}, 'kube:kube')).toHaveProperty('id_token');
    expect(await logIn(newKey(), {}, 'bx:bx')).not.toHaveProperty('id_token');
  });

  test('is found in the query', async () => {
    const apikey = newKey();
    const query = new URLSearchParams({ grant_type: API_KEY, apikey });
    const response = await app.inject({ method: 'POST', url: `/identity/token?${query.toString()}` });
    expect(accountOf(response.json<Tokens>().access_token)).toBe(await identity.accountIdOfKey(apikey));
  });

  test('is found in the body when the grant is in the query', async () => {
    const response = await app.inject({
      method: 'POST',
      url: `/identity/token?grant_type=${API_KEY}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'apikey=from-the-body',
    });
    expect(response.statusCode).toBe(200);
  });

  test('is found in JSON', async () => {
    const response = await app.inject({ method: 'POST', url: '/identity/token', payload: { grant_type: API_KEY, apikey: newKey() } });
    expect(response.statusCode).toBe(200);
  });
});

describe('iamToken with a refresh token', () => {
  test('200: gets new tokens for the same account, after the access token has expired too', async () => {
    const first = await logIn(newKey());
    identity.clock.advance(3_601);

    const response = await post({ grant_type: REFRESH, refresh_token: first.refresh_token });

    const second = response.json<Tokens>();
    expect(accountOf(second.access_token)).toBe(accountOf(first.access_token));
    expect((await identity.tokens.verify(first.access_token, 'access')).valid).toBe(false);
    expect((await identity.tokens.verify(second.access_token, 'access')).valid).toBe(true);
    expect(second.refresh_token).not.toBe(first.refresh_token);
  });

  test.each([
    { name: 'no token at all', token: 'not-a-token', details: /not a JSON web token/ },
    { name: 'an access token', token: 'access', details: /not meant for use as a refresh token/ },
    { name: 'a delegated one', token: 'delegated refresh', details: /not meant for use as a refresh token/ },
    { name: 'an expired one', token: 'expired', details: /has expired/ },
  ])('that is $name is refused with the code that makes clients log in again', async ({ token, details }) => {
    const accountId = await identity.accountIdOfKey(newKey());
    const holder = bearer(accountId);
    const issued = {
      access: (await identity.tokens.issue('access', holder)).token,
      'delegated refresh': (await identity.tokens.issue('delegated refresh', holder)).token,
      expired: (await identity.tokens.issue('refresh', holder, -1)).token,
    };
    const sent = Object.hasOwn(issued, token) ? issued[token as keyof typeof issued] : token;

    const response = await post({ grant_type: REFRESH, refresh_token: sent });

    expect(response.statusCode).toBe(400);
    expect(response.json()).toEqual(refusal('BXNIM0407E', details));
    expect(response.body).not.toContain(sent);
  });

  test('of an account that was removed is refused, and the API key makes the account anew', async () => {
    const apikey = newKey();
    const { refresh_token: token, access_token: access } = await logIn(apikey);
    await identity.accounts.remove(accountOf(access));

    const response = await post({ grant_type: REFRESH, refresh_token: token });

    expect(response.json()).toEqual(refusal('BXNIM0407E', /its account does not exist/));
    expect(accountOf((await logIn(apikey)).access_token)).toBe(accountOf(access));
  });
});

describe('iamToken with a delegated refresh token', () => {
  const asked = { response_type: 'delegated_refresh_token', receiver_client_ids: 'kube', delegated_refresh_token_expiry: '600' };

  test('comes alone, for a refresh token or an API key', async () => {
    const apikey = newKey();
    const { refresh_token: token } = await logIn(apikey);
    const answers = await Promise.all([
      post({ grant_type: REFRESH, refresh_token: token, ...asked }),
      post({ grant_type: API_KEY, apikey, ...asked }),
    ]);
    for (const answer of answers) expect(Object.keys(answer.json<object>())).toEqual(['delegated_refresh_token']);
  });

  test('comes with the others when both are asked for', async () => {
    const answer = await logIn(newKey(), { ...asked, response_type: 'cloud_iam delegated_refresh_token' });
    expect(answer).toMatchObject({ access_token: expect.any(String) as string, delegated_refresh_token: expect.any(String) as string });
  });

  test('gets the client kube tokens of the same account, in the field refresh_token', async () => {
    const apikey = newKey();
    const { delegated_refresh_token: delegated = '' } = await logIn(apikey, asked);

    const response = await post({ grant_type: DELEGATED, refresh_token: delegated }, basic('kube:kube'));

    const answer = response.json<Tokens>();
    expect(accountOf(answer.access_token)).toBe(await identity.accountIdOfKey(apikey));
    expect(answer).toMatchObject({ id_token: expect.any(String) as string, scope: 'ibm openid containers-kubernetes' });
  });

  test('expires when its owner said so', async () => {
    const { delegated_refresh_token: delegated = '' } = await logIn(newKey(), asked);
    identity.clock.advance(600);
    const response = await post({ grant_type: DELEGATED, refresh_token: delegated }, basic('kube:kube'));
    expect(response.json()).toEqual(refusal('BXNIM0407E', /has expired/));
  });

  test.each(['0', '-1', '1.5', 'soon', '2592001'])('cannot last %s seconds', async (expiry) => {
    const response = await post({ grant_type: API_KEY, apikey: newKey(), ...asked, delegated_refresh_token_expiry: expiry });
    expect(response.statusCode).toBe(400);
    expect(response.json()).toEqual(refusal('BXNIM0106E', /delegated_refresh_token_expiry/));
  });
});

describe('iamToken refuses a form in the envelope of IAM', () => {
  test.each<{ form: Record<string, string>; property: string }>([
    { form: {}, property: 'grant_type' },
    { form: { grant_type: '' }, property: 'grant_type' },
    { form: { grant_type: API_KEY }, property: 'apikey' },
    { form: { grant_type: API_KEY, apikey: '' }, property: 'apikey' },
    { form: { grant_type: 'password', password: 'a-password' }, property: 'username' },
    { form: { grant_type: 'password', username: 'somebody' }, property: 'password' },
    { form: { grant_type: 'urn:ibm:params:oauth:grant-type:passcode' }, property: 'passcode' },
    { form: { grant_type: REFRESH }, property: 'refresh_token' },
    { form: { grant_type: DELEGATED, apikey: 'a-key' }, property: 'refresh_token' },
  ])('400: without $property: $form', async ({ form, property }) => {
    const response = await post(form);
    expect(response.statusCode).toBe(400);
    expect(response.json()).toEqual({
      ...refusal('BXNIM0109E', `^Property '${property}' either missing or empty.$`),
      errorMessage: 'Property missing or empty.',
    });
  });

  test.each(['authorization_code', 'constructor', 'urn:ibm:params:oauth:grant-type:cr-token'])('400: with the grant %s', async (grant) => {
    const response = await post({ grant_type: grant, apikey: newKey() });
    expect(response.statusCode).toBe(400);
    expect(response.json()).toEqual(refusal('BXNIM0106E', /grant_type must be one of: .*grant-type:apikey/));
  });

  test('400: with an API key twice', async () => {
    const response = await app.inject({
      method: 'POST',
      url: '/identity/token',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: `grant_type=${API_KEY}&apikey=secret-1&apikey=secret-2`,
    });
    expect(response.statusCode).toBe(400);
    expect(response.json()).toEqual(refusal('BXNIM0106E', /apikey must be a string/));
    expect(response.body).not.toContain('secret');
  });

  test.each([
    { type: 'application/json', payload: '{"grant_type":', status: 400 },
    { type: 'application/xml', payload: '<grant/>', status: 415 },
  ])('$status: when it is no form: $type', async ({ type, payload, status }) => {
    const response = await app.inject({ method: 'POST', url: '/identity/token', headers: { 'content-type': type }, payload });
    expect(response.statusCode).toBe(status);
    expect(response.json()).toEqual(refusal('BXNIM0060E', /./));
  });
});

test('the published keys verify the tokens, as any relying party would', async () => {
  const { access_token: token } = await logIn(newKey());
  const response = await app.inject('/identity/keys');

  const keys = createLocalJWKSet(response.json<JSONWebKeySet>());
  const { payload } = await jwtVerify(token, keys, { currentDate: identity.clock.now() });

  expect(payload['account']).toMatchObject({ valid: true });
  expect(response.json<JSONWebKeySet>().keys).toContainEqual(
    expect.objectContaining({ kty: 'RSA', alg: 'RS256', use: 'sig', e: 'AQAB', kid: expect.any(String) as string }),
  );
  expect(response.body).not.toMatch(/"(d|p|q|dp|dq|qi)":/);
});
