import { describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import type { Answer } from '../support/contract.js';
import { connectEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';

const emulator = await connectEmulator();

interface Key {
  readonly id: string;
  readonly user: { readonly email: string; readonly name: string; readonly iamId: string };
  readonly roles: readonly string[];
  readonly createdAt: string;
  readonly apiKey: string;
}
interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly delegated_refresh_token: string;
}
interface Refusal {
  readonly code: string;
  readonly description: string;
}

const API_KEY = 'urn:ibm:params:oauth:grant-type:apikey';
const DELEGATED = 'urn:ibm:params:oauth:grant-type:delegated-refresh-token';
const PASSCODE = 'urn:ibm:params:oauth:grant-type:passcode';
const REVOKED = 'The refresh token cannot be used: its API key was revoked.';

const vera = { email: 'vera@example.com', name: 'Vera Viewer' };
const keysOf = ({ id }: TestAccount): string => `/_emulator/accounts/${id}/api-keys`;

const makeKey = async (account: TestAccount, wish: object = {}): Promise<Key> => {
  const created = await emulator.call({ method: 'POST', url: keysOf(account), body: wish });
  expect(created.status).toBe(201);
  return created.body as Key;
};
const revoke = (account: TestAccount, id: string): Promise<Answer> => emulator.call({ method: 'DELETE', url: `${keysOf(account)}/${id}` });
const post = (path: string, form: Readonly<Record<string, string>>): Promise<Answer> =>
  emulator.call({
    method: 'POST',
    url: `/identity/${path}`,
    body: new URLSearchParams(form).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
const logIn = async (apikey: string): Promise<Tokens> =>
  (await post('token', { grant_type: API_KEY, apikey, response_type: 'cloud_iam delegated_refresh_token' })).body as Tokens;
const as = (token: string, url: string): Promise<Answer> => emulator.call({ method: 'GET', url, headers: { authorization: `Bearer ${token}` } });

describe('an API key that is made for an account', () => {
  test('logs in to it as its user', async () => {
    const account = await emulator.account();
    await account.createCluster();
    const key = await makeKey(account, { user: vera, roles: ['viewer'] });
    const { access_token: token } = await logIn(key.apiKey);
    expect(decodeJwt(token)).toMatchObject({
      account: { bss: account.id },
      api_key_id: key.id,
      iam_id: key.user.iamId,
      given_name: 'Vera',
      family_name: 'Viewer',
      name: 'Vera Viewer',
      email: 'vera@example.com',
      sub: 'vera@example.com',
    });
    expect((await as(token, '/v1/clusters')).body).toMatchObject([{ name: 'shop' }]);
  });

  test('is shown once, and listed without itself', async () => {
    const account = await emulator.account();
    const { apiKey, ...shown } = await makeKey(account, { user: vera, roles: ['operator', 'editor', 'operator'] });
    expect({ apiKey, ...shown }).toEqual({
      apiKey: expect.stringMatching(/^[0-9a-f]{64}$/),
      id: expect.stringMatching(/^ApiKey-[0-9a-f-]{36}$/),
      user: { ...vera, iamId: expect.stringMatching(/^IBMid-[0-9A-F]{10}$/) },
      roles: ['operator', 'editor'],
      createdAt: expect.stringMatching(/Z$/),
    });
    const listed = await emulator.call({ method: 'GET', url: keysOf(account) });
    expect(listed.body).toEqual([expect.objectContaining({ roles: ['administrator'], user: expect.objectContaining({ name: 'Account Owner' }) }), shown]);
    expect(listed.text).not.toContain(apiKey);
    expect(listed.text).not.toContain(account.apiKey);
  });

  test("is an administrator's and the account owner's where nothing else is asked for", async () => {
    const account = await emulator.account();
    const key = await makeKey(account);
    expect(key).toMatchObject({ roles: ['administrator'], user: { name: 'Account Owner' } });
    expect(decodeJwt((await logIn(key.apiKey)).access_token)).toMatchObject({ email: decodeJwt(account.token)['email'] });
  });

  test('names its user by the email where it has no name', async () => {
    expect((await makeKey(await emulator.account(), { user: { email: 'vera@example.com' } })).user.name).toBe('vera@example.com');
  });

  test('may be a certain text, once', async () => {
    const [account, other] = [await emulator.account(), await emulator.account()];
    const apiKey = `chosen-${account.id}`;
    expect((await makeKey(account, { apiKey })).apiKey).toBe(apiKey);
    expect(decodeJwt((await logIn(apiKey)).access_token)).toMatchObject({ account: { bss: account.id } });
    for (const { id } of [account, other]) {
      const taken = await emulator.call({ method: 'POST', url: `/_emulator/accounts/${id}/api-keys`, body: { apiKey } });
      expect(taken).toMatchObject({ status: 409, body: { code: 'X0409', description: 'This text is an API key already. Choose another, or leave it out.' } });
    }
  });

  test('has 1,000 characters at most, as that of a new account', async () => {
    const { id } = await emulator.account();
    const refused = await emulator.call({ method: 'POST', url: `/_emulator/accounts/${id}/api-keys`, body: { apiKey: 'x'.repeat(1_001) } });
    expect(refused).toMatchObject({ status: 400, body: { description: expect.stringContaining('apiKey') as unknown } });
  });

  test('is the password of its user', async () => {
    const account = await emulator.account();
    const key = await makeKey(account, { user: vera });
    for (const username of ['apikey', 'vera@example.com', 'Vera@Example.com']) {
      const answer = await post('token', { grant_type: 'password', username, password: key.apiKey });
      expect(decodeJwt((answer.body as Tokens).access_token)).toMatchObject({ account: { bss: account.id }, email: 'vera@example.com' });
    }
    const answer = await post('token', { grant_type: 'password', username: 'omar@example.com', password: key.apiKey });
    expect(decodeJwt((answer.body as Tokens).access_token)).not.toMatchObject({ account: { bss: account.id } });
  });

  test.each([
    [{ user: {} }, 'Required fields are missing: user.email.'],
    [{ user: { email: 'vera' } }, 'user.email must be an email address'],
    [{ user: { email: 'vera@example.com', name: 'V\nV' } }, 'user.name must have 1 to 200 characters, and no control characters'],
    [{ roles: ['owner'] }, 'roles.0 must be one of: viewer, editor, operator, administrator'],
    [{ roles: 'viewer' }, 'roles must be an array'],
    [{ apiKey: 7 }, 'apiKey must be a string'],
  ])('is not made from %j', async (body, problem) => {
    const account = await emulator.account();
    const refused = await emulator.call({ method: 'POST', url: keysOf(account), body });
    expect(refused).toMatchObject({ status: 400, body: { description: expect.stringContaining(problem) } });
    expect((await emulator.call({ method: 'GET', url: keysOf(account) })).body).toHaveLength(1);
  });
});

describe('the user of a key', () => {
  test('owns the clusters and the region keys that were made with it (R104, R295)', async () => {
    const account = await emulator.account();
    const { access_token: token } = await logIn((await makeKey(account, { user: vera })).apiKey);
    const authorization = `Bearer ${token}`;
    const body = { name: 'shop', dataCenter: 'dal10', machineType: 'b3c.4x16', workerNum: 1 };
    expect((await emulator.call({ method: 'POST', url: '/v1/clusters', body, headers: { authorization } })).status).toBe(201);

    expect((await account.get('/v1/clusters/shop')).body).toMatchObject({ ownerEmail: 'vera@example.com' });
    expect((await account.get('/v1/logging/shop/clusterkeyowner')).body).toMatchObject({ email: 'vera@example.com' });

    await account.post('/v1/keys', undefined, { 'x-region': 'us-south' });
    expect((await account.get('/v1/logging/shop/clusterkeyowner')).body).toMatchObject({ email: decodeJwt(account.token)['email'] });
  });

  test('is who a kubeconfig logs in', async () => {
    const account = await emulator.account({ speed: 'instant' });
    await account.createCluster();
    const { access_token: token } = await logIn((await makeKey(account, { user: vera })).apiKey);
    const config = (await as(token, '/v1/clusters/shop/config?format=json')).body as { users: { name: string; user: { 'auth-provider': { config: Record<string, string> } } }[] };
    expect(config.users[0]?.name).toBe('IAM#vera@example.com');
    expect(decodeJwt(config.users[0]?.user['auth-provider'].config['id-token'] ?? '')).toMatchObject({ email: 'vera@example.com' });
  });

  test('has the same IAM id in every account', async () => {
    const [one, other] = [await makeKey(await emulator.account(), { user: vera }), await makeKey(await emulator.account(), { user: vera })];
    expect(one.user.iamId).toBe(other.user.iamId);
    expect(one.id).not.toBe(other.id);
  });
});

describe('a revoked API key', () => {
  test('ends its tokens of every kind at once, and those that were made from these', async () => {
    const account = await emulator.account({ speed: 'instant' });
    await account.createCluster();
    const key = await makeKey(account);
    const first = await logIn(key.apiKey);
    const second = (await post('token', { grant_type: 'refresh_token', refresh_token: first.refresh_token })).body as Tokens;
    const { passcode } = (await post('passcode', { grant_type: 'refresh_token', refresh_token: second.refresh_token })).body as { passcode: string };
    const config = (await as(second.access_token, '/v1/clusters/shop/config?format=json')).body as { users: { user: { 'auth-provider': { config: Record<string, string> } } }[] };
    const { 'refresh-token': kube = '', 'id-token': id = '' } = config.users[0]?.user['auth-provider'].config ?? {};

    expect((await revoke(account, key.id)).status).toBe(204);

    for (const { access_token: token } of [first, second]) {
      for (const url of ['/v1/clusters', '/v1/versions']) {
        expect(await as(token, url)).toMatchObject({ status: 401, body: { code: 'A0003', description: 'The token cannot be verified: its API key was revoked.' } });
      }
      expect((await post('introspect', { token })).body).toEqual({ active: false });
    }
    for (const token of [id, kube, first.refresh_token, first.delegated_refresh_token]) expect((await post('introspect', { token })).body).toEqual({ active: false });
    for (const token of [first.refresh_token, second.refresh_token, kube]) {
      const refused = await post('token', { grant_type: 'refresh_token', refresh_token: token });
      expect(refused).toMatchObject({ status: 400, body: { errorCode: 'BXNIM0407E', errorDetails: REVOKED } });
    }
    const delegated = await post('token', { grant_type: DELEGATED, refresh_token: first.delegated_refresh_token });
    expect(delegated).toMatchObject({ status: 400, body: { errorCode: 'BXNIM0407E', errorDetails: REVOKED } });
    const logins: Record<string, string>[] = [
      { grant_type: API_KEY, apikey: key.apiKey },
      { grant_type: 'password', username: 'apikey', password: key.apiKey },
      { grant_type: PASSCODE, passcode },
    ];
    for (const form of logins) {
      expect(await post('token', form)).toMatchObject({ status: 400, body: { errorCode: 'BXNIM0415E', errorMessage: 'Provided API key could not be found.' } });
    }
    expect((await post('passcode', { grant_type: API_KEY, apikey: key.apiKey })).status).toBe(400);
  });

  test('leaves the other keys of the account as they are', async () => {
    const account = await emulator.account();
    const [gone, kept] = [await makeKey(account), await makeKey(account)];
    const { access_token: token } = await logIn(kept.apiKey);
    await revoke(account, gone.id);
    expect((await as(token, '/v1/clusters')).status).toBe(200);
    expect((await account.get('/v1/clusters')).status).toBe(200);
    const { body } = await emulator.call({ method: 'GET', url: keysOf(account) });
    expect((body as Key[]).map(({ id }) => id)).not.toContain(gone.id);
  });

  test('cannot be revoked again, nor made anew', async () => {
    const account = await emulator.account();
    const { id, apiKey } = await makeKey(account);
    await revoke(account, id);
    expect(await revoke(account, id)).toMatchObject({ status: 404, body: { code: 'X0404', description: `The account has no API key with the id '${id}'.` } });
    expect((await emulator.call({ method: 'POST', url: keysOf(account), body: { apiKey } })).status).toBe(409);
  });

  test('may be a plain key, whose text then leads nowhere', async () => {
    const account = await emulator.account();
    const [plain] = (await emulator.call({ method: 'GET', url: keysOf(account) })).body as Key[];
    await revoke(account, plain?.id ?? '');
    expect((await account.get<Refusal>('/v1/clusters')).body.description).toContain('its API key was revoked');
    expect((await post('token', { grant_type: API_KEY, apikey: account.apiKey })).body).toMatchObject({ errorCode: 'BXNIM0415E' });
  });

  test('is not revoked from another account', async () => {
    const [account, other] = [await emulator.account(), await emulator.account()];
    const { id, apiKey } = await makeKey(account);
    expect((await revoke(other, id)).status).toBe(404);
    expect((await as((await logIn(apiKey)).access_token, '/v1/clusters')).status).toBe(200);
  });
});
