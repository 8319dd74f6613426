import { describe, expect, test } from '@jest/globals';
import { startEmulator } from '../../support/emulator.js';
import type { TestAccount } from '../../support/test-account.js';
import { journalOf } from './support.js';

const emulator = await startEmulator();

/** Every byte that the journal of an account holds. */
async function storedOf(account: TestAccount): Promise<string> {
  await journalOf(emulator, account).read();
  const { rows } = await emulator.database.query<{ text: string }>(
    'SELECT to_jsonb(journal_entries)::text AS text FROM journal_entries WHERE account_id = $1',
    [account.id],
  );
  return rows.map(({ text }) => text).join('\n');
}

const form = (fields: Record<string, string>) => ({
  method: 'POST' as const,
  url: '/identity/token',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  payload: new URLSearchParams(fields).toString(),
});

describe('no stored byte has', () => {
  test('the API key and the tokens of a login, nor the token of the calls after it', async () => {
    const account = await emulator.account();
    const apikey = account.apiKey;
    const login = await emulator.app.inject(form({ grant_type: 'urn:ibm:params:oauth:grant-type:apikey', apikey, response_type: 'cloud_iam,delegated_refresh_token' }));
    const tokens = login.json<Record<string, string>>();
    await account.get('/v1/clusters');
    await emulator.app.inject(form({ grant_type: 'refresh_token', refresh_token: tokens['refresh_token'] ?? '' }));
    await emulator.call({ method: 'POST', url: `/identity/introspect?token=${account.token}`, body: {} });
    const stored = await storedOf(account);
    expect(stored.match(/"apikey": "\[redacted\]"/g)?.length).toBeGreaterThan(1);
    for (const secret of [apikey, account.token, tokens['access_token'], tokens['refresh_token'], tokens['delegated_refresh_token']]) {
      expect(secret).toMatch(/.{20}/);
      expect(stored).not.toContain(secret);
      expect(stored).not.toContain(secret?.split('.').at(-1));
    }
  });

  test('a password, and the same word where an answer or another field repeats it', async () => {
    const account = await emulator.account();
    const login = await emulator.app.inject(form({ grant_type: 'password', username: 'apikey', password: account.apiKey }));
    expect(login.statusCode).toBe(200);
    await account.post('/v1/clusters', { name: 'shop', password: 'xylo-quartz', nested: [{ adminPassword: 12_345_678 }], note: 'it is xylo-quartz' });
    const stored = await storedOf(account);
    expect(stored).toContain('it is [redacted]');
    for (const secret of [account.apiKey, 'xylo-quartz', '12345678']) expect(stored).not.toContain(secret);
  });

  test('a passcode, and the key that it was asked with', async () => {
    const account = await emulator.account();
    const { body } = await emulator.call({
      method: 'POST',
      url: '/identity/passcode',
      headers: { authorization: `Bearer ${account.token}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: '',
    });
    const { passcode } = body as { passcode: string };
    const stored = await storedOf(account);
    expect(stored).toContain('"iamPasscode"');
    expect(stored).not.toContain(passcode);
  });

  test('the credentials of the classic infrastructure', async () => {
    const account = await emulator.account();
    const { status } = await account.post('/v1/credentials', undefined, { 'x-auth-softlayer-username': 'user-1', 'x-auth-softlayer-apikey': 'iaas-secret-0123' });
    expect(status).toBe(204);
    const stored = await storedOf(account);
    expect(stored).toContain('user-1');
    expect(stored).not.toContain('iaas-secret-0123');
  });

  test.each(['json', 'yaml', 'zip'])('the keys, certificates and tokens of a kubeconfig as %s', async (format) => {
    const account = await emulator.account({ speed: 'instant' });
    await account.createCluster();
    const secrets: string[] = [];
    for (const kind of ['config', 'config/admin']) {
      const { text } = await account.get(`/v1/clusters/shop/${kind}?format=${format === 'zip' ? 'zip' : format}`);
      secrets.push(...(text.match(/(?:LS0tLS1CRUdJTi|eyJ)[\w+/=.-]{40,}/g) ?? []));
    }
    expect(secrets.length).toBeGreaterThan(format === 'zip' ? -1 : 4);
    const stored = await storedOf(account);
    expect(stored).toContain('"getClusterConfigAdmin"');
    for (const secret of secrets) expect(stored).not.toContain(secret.slice(0, 60));
    expect(stored).not.toMatch(/LS0tLS1CRUdJTi|BEGIN [A-Z ]*(?:CERTIFICATE|KEY)/);
  });

  test('the client key of an audit webhook', async () => {
    const account = await emulator.account({ speed: 'instant' });
    await account.createCluster();
    const pem = '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n-----END PRIVATE KEY-----\n';
    await account.put('/v1/clusters/shop/apiserverconfigs/auditwebhook', { auditServer: 'https://audit.example.com', clientKey: pem, note: pem });
    const stored = await storedOf(account);
    expect(stored).toContain('audit.example.com');
    expect(stored).not.toContain('MIIEvQIBADANBgkqhkiG9w0BAQEFAASC');
  });

  test.each([
    '{"apikey": xylo-quartz}',
    '{"apikey": "xylo-quartz", ',
    "{'apikey': 'xylo-quartz'}",
    'apikey=xylo-quartz&x=1',
    'password: xylo-quartz',
    'Authorization: Basic xylo-quartz',
    'authorization=bearer xylo-quartz, x',
    '{"token":"xylo-quartz',
    'header: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJvcGVuLXNlc2FtZSJ9.xylo-quartz',
  ])('a secret in a body that is no JSON: %s', async (body) => {
    const account = await emulator.account();
    const { status } = await account.post('/v1/clusters', body);
    expect(status).toBe(400);
    const stored = await storedOf(account);
    expect(stored).toContain('"createCluster"');
    expect(stored).not.toMatch(/xyl|uartz|eyJzdWI/);
  });

  test.each([1, 20_000, 200_000])('a secret in a body with a field of %i letters', async (length) => {
    const account = await emulator.account();
    const pad = 'x'.repeat(length);
    await account.post('/v1/clusters', { name: 'shop', password: 'xylo-quartz', list: [{ 'api-key': 'xylo-quartz' }], pad, token: 'xylo-quartz' });
    const stored = await storedOf(account);
    expect(stored).toContain('"createCluster"');
    expect(stored).not.toMatch(/xyl|uartz/);
  });

  test('a secret in the query, or in a header that is not ours', async () => {
    const account = await emulator.account();
    await account.get('/v1/clusters?apikey=xylo-quartz&x=1', { 'x-auth-refresh-token': 'another-secret', cookie: 'session=third-secret' });
    const stored = await storedOf(account);
    expect(stored).toContain('"x": "1"');
    expect(stored).not.toMatch(/xylo-quartz|another-secret|third-secret/);
  });
});

describe('what is no secret stays as it is', () => {
  const exchangeOf = async (body: object, headers: Record<string, string> = {}) => {
    const account = await emulator.account();
    await account.post('/v1/clusters', body, headers);
    const [entry] = (await journalOf(emulator, account).read({ operation: 'createCluster' })).entries;
    return entry;
  };

  test('around a secret of digits, which numbers and texts repeat', async () => {
    const entry = await exchangeOf({ password: 12_345_678, number: 12_345_678, longer: 123_456_789, texts: ['it is 12345678', 'x'], 'of 12345678': true });
    const content = { password: '[redacted]', number: '[redacted]', longer: 123_456_789, texts: ['it is [redacted]', 'x'], 'of [redacted]': true };
    expect(entry?.request.body?.content).toEqual(content);
  });

  test('around a secret that is a word of the journal itself', async () => {
    const entry = await exchangeOf({ password: 'content', list: [{ token: 'headers' }], pin: { secret: 'contentType' } });
    expect(entry?.request.headers).toMatchObject({ authorization: '[redacted]' });
    expect(entry?.request.body).toMatchObject({ kind: 'json', content: { password: '[redacted]', list: [{ token: '[redacted]' }], pin: { secret: '[redacted]' } } });
    expect(entry?.answer?.body).toMatchObject({ contentType: 'application/json; charset=utf-8', kind: 'json' });
  });

  test('of a body whose length is a secret', async () => {
    const body = { password: 100_048, pad: '' };
    const pad = 'x'.repeat(100_048 - JSON.stringify(body).length);
    expect((await exchangeOf({ ...body, pad }))?.request.body).toMatchObject({ bytes: 100_048, truncated: true });
  });
});

test.each([
  ['letters', 'x'.repeat(900_000)],
  ['beginnings of tokens', 'eyJ-'.repeat(200_000)],
  ['beginnings of certificates', '-----BEGIN A'.repeat(70_000)],
  ['quotes of a parser', `${', "'.repeat(200_000)} is not valid JSON`],
  ['names', 'apikey='.repeat(100_000)],
  ['spaces', `apikey${' '.repeat(900_000)}`],
  ['spaces after the name of a scheme', `apikey=basic${' '.repeat(900_000)}`],
  ['schemes', 'apikey=basic  '.repeat(60_000)],
])('a body of nothing but %s holds nobody up', async (_, body) => {
  const account = await emulator.account();
  await account.post('/v1/clusters', body);
  const before = performance.now();
  await account.post('/v1/clusters', JSON.stringify({ name: body.slice(0, 60_000) }));
  await storedOf(account);
  expect(performance.now() - before).toBeLessThan(5_000);
});
