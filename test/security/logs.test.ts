import { expect, test } from '@jest/globals';
import { createDatabase, serve, startFreshEmulator } from '../surface/own-database.js';

let log = '';
const destination = { write: (line: string) => void (log += line) };
const app = await startFreshEmulator(destination);

const API_KEY = 'urn:ibm:params:oauth:grant-type:apikey';
const form = { 'content-type': 'application/x-www-form-urlencoded' };

/** Everything that would let somebody in, as it turns up. */
const secrets = new Set<string>();
function keep<Text extends string | undefined>(secret: Text): Text {
  if (secret === undefined || secret.length < 8) return secret;
  secrets.add(secret);
  // The signature is what makes a token good.
  const [, , signature] = secret.split('.');
  if (signature !== undefined && signature.length > 20) secrets.add(signature);
  return secret;
}

interface Tokens {
  readonly access_token?: string;
  readonly refresh_token?: string;
  readonly id_token?: string;
  readonly delegated_refresh_token?: string;
}

async function iam(path: string, fields: Record<string, string>, client = 'bx:bx'): Promise<Tokens & { passcode?: string }> {
  const headers = { ...form, authorization: `Basic ${Buffer.from(client).toString('base64')}` };
  const answer = await app.inject({ method: 'POST', url: `/identity/${path}`, headers, payload: new URLSearchParams(fields).toString() });
  const body = answer.json<Tokens & { passcode?: string }>();
  for (const secret of [body.access_token, body.refresh_token, body.id_token, body.delegated_refresh_token, body.passcode]) keep(secret);
  return body;
}

const call = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, token: string | undefined, payload?: object, headers: Record<string, string> = {}) =>
  app.inject({ method, url, headers: { ...(token !== undefined && { authorization: `Bearer ${token}` }), ...headers }, ...(payload !== undefined && { payload }) });

test('no key, password, token, passcode or kubeconfig is logged at the level trace, whatever becomes of the calls they are in', async () => {
  const apikey = keep('an-api-key-that-nobody-may-see');
  const password = keep('a-password-that-nobody-may-see');
  const softlayer = keep('a-softlayer-key-that-nobody-may-see');
  const clientKey = keep('a-client-key-that-nobody-may-see');
  const hook = keep('a-part-of-a-webhook-url-that-nobody-may-see');

  // Logging in, every way there is, and failing to.
  const { access_token: token, refresh_token: refresh = '', delegated_refresh_token: delegated = '' } = await iam('token', { grant_type: API_KEY, apikey, response_type: 'cloud_iam delegated_refresh_token' });
  await iam('token', { grant_type: 'password', username: 'vera@example.com', password });
  await iam('token', { grant_type: 'password', username: 'apikey', password: apikey });
  await iam('token', { grant_type: 'refresh_token', refresh_token: refresh });
  await iam('token', { grant_type: 'refresh_token', refresh_token: `${refresh}x` });
  await iam('token', { grant_type: 'urn:ibm:params:oauth:grant-type:delegated-refresh-token', refresh_token: delegated }, 'kube:kube');
  const { passcode = '' } = await iam('passcode', { grant_type: 'refresh_token', refresh_token: refresh });
  for (let use = 0; use < 2; use += 1) await iam('token', { grant_type: 'urn:ibm:params:oauth:grant-type:passcode', passcode });
  await iam('introspect', { token: token ?? '' });
  for (const query of [`apikey=${apikey}&grant_type=${API_KEY}`, `grant_type=refresh_token&refresh_token=${refresh}`, `passcode=${passcode}`]) {
    for (const path of ['/identity/token', '/identity/passcode', '//identity//token/', '/identity/nowhere', '/identity/%zz']) await app.inject({ method: 'POST', url: `${path}?${query}` });
  }
  await call('GET', '/identity/userinfo', token);

  // Keys of the control API.
  const account = await app.inject({ method: 'POST', url: '/_emulator/accounts', payload: { name: 'logged' } });
  keep(account.json<{ apiKey: string }>().apiKey);
  const made = await app.inject({ method: 'POST', url: '/_emulator/accounts/logged/api-keys', payload: { roles: ['viewer'] } });
  const { id, apiKey } = made.json<{ id: string; apiKey: string }>();
  keep(apiKey);
  const chosen = keep('a-chosen-key-that-nobody-may-see');
  for (let attempt = 0; attempt < 2; attempt += 1) await app.inject({ method: 'POST', url: '/_emulator/accounts/logged/api-keys', payload: { apiKey: chosen } });
  const viewer = (await iam('token', { grant_type: API_KEY, apikey: apiKey })).access_token;
  expect((await call('POST', '/v1/keys', viewer)).statusCode).toBe(403);
  await app.inject({ method: 'DELETE', url: `/_emulator/accounts/logged/api-keys/${id}` });
  expect((await call('GET', '/v1/clusters', viewer)).statusCode).toBe(401);
  await iam('token', { grant_type: API_KEY, apikey: apiKey });

  // Secrets in headers and bodies, taken and refused.
  await call('POST', '/v1/clusters', token, { name: 'shop', dataCenter: 'dal10', machineType: 'b3c.4x16', workerNum: 1 });
  await app.inject({ method: 'POST', url: `/_emulator/accounts/${bssOf(token)}/clock/settle`, payload: { until: 'all' } });
  const credentials = { 'x-auth-softlayer-username': 'me', 'x-auth-softlayer-apikey': softlayer };
  expect((await call('POST', '/v1/credentials', token, undefined, credentials)).statusCode).toBe(204);
  expect((await call('POST', '/v1/credentials', token, undefined, { ...credentials, 'x-region': 'nowhere' })).statusCode).toBe(400);
  expect((await call('PUT', '/v1/clusters/shop/apiserverconfigs/auditwebhook', token, { auditServer: 'https://audit.example.com', clientKey })).statusCode).toBe(204);
  expect((await call('POST', '/v1/clusters/shop/webhooks', token, { level: 'Normal', type: 'slack', url: `https://hooks.example.com/${hook}` })).statusCode).toBe(201);
  await call('GET', '/v1/clusters', `${token ?? ''}x`);
  await call('GET', '/v1/clusters', token, undefined, { 'x-auth-refresh-token': refresh, cookie: `session=${apikey}` });

  // Kubeconfigs of both kinds.
  for (const url of ['/v1/clusters/shop/config', '/v1/clusters/shop/config/admin', '/v2/getKubeconfig?cluster=shop', '/v2/getKubeconfig?cluster=shop&admin=true']) {
    const answer = await call('GET', `${url}${url.includes('?') ? '&' : '?'}format=json`, token);
    expect(answer.statusCode).toBe(200);
    const [user] = answer.json<{ users: { user: Record<string, string> & { 'auth-provider'?: { config: Record<string, string> } } }[] }>().users;
    keep(user?.user['client-key-data']);
    keep(user?.user['auth-provider']?.config['id-token']);
    keep(user?.user['auth-provider']?.config['refresh-token']);
  }

  expect(secrets.size).toBeGreaterThan(30);
  expect(log.match(/"url":"\/identity\/token"/g)?.length).toBeGreaterThan(10);
  expect(log).toContain('"url":"/v1/clusters/shop/config/admin?format=json"');
  expect(log).toContain('"statusCode":403');
  for (const secret of secrets) expect(log).not.toContain(secret);
});

test('nor is any of it when the database fails under a call', async () => {
  const broken = await serve(await createDatabase(), destination);
  const before = log.length;
  const apikey = keep('an-api-key-for-a-broken-database');
  const forms: Record<string, string>[] = [
    { grant_type: API_KEY, apikey },
    { grant_type: 'password', username: 'vera@example.com', password: apikey },
  ];
  for (const fields of forms) {
    const answer = await broken.inject({ method: 'POST', url: '/identity/token', headers: form, payload: new URLSearchParams(fields).toString() });
    expect([answer.statusCode, answer.body.includes(apikey)]).toEqual([500, false]);
  }
  await broken.inject({ url: '/v1/clusters', headers: { authorization: `Bearer ${apikey}` } });
  expect(log.slice(before)).toContain('request failed');
  for (const secret of secrets) expect(log).not.toContain(secret);
});

function bssOf(token = ''): string {
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { account: { bss: string } };
  return claims.account.bss;
}
