import { describe, expect, test } from '@jest/globals';
import { connectEmulator } from '../support/emulator.js';
import { clusterRequest, expectNothingWritten, expectRefusal, invalid } from './refusals.js';

const emulator = await connectEmulator();

const unusable = [
  ['NUL', 'a\0b', 'must not contain the character NUL'],
  ['half of a surrogate pair', 'a\ud800', 'must be Unicode text, without half of a surrogate pair'],
  ['the other half', '\udc00a', 'must be Unicode text, without half of a surrogate pair'],
  ['a thousand and one characters', 'x'.repeat(1_001), 'must be at most 1000 characters long'],
  ['nearly a megabyte', 'x'.repeat(1_000_000), 'must be at most 1000 characters long'],
] as const;

/** Texts without a pattern of their own, which would refuse these values first. */
const fields = ['dataCenter', 'machineType', 'publicVlan', 'privateVlan', 'masterVersion', 'operatingSystem', 'podSubnet', 'serviceSubnet'];

describe.each(unusable)('%s in a body is refused with 400', (_, text, problem) => {
  test.each(fields)('in the field %s', async (field) => {
    const account = await emulator.account();
    await expectNothingWritten(emulator, account, async () => {
      expectRefusal(await account.post('/v1/clusters', { ...clusterRequest, [field]: text }), invalid(`${field} ${problem}`));
    });
  });

  test.each(['name', 'defaultWorkerPoolName'])('in %s, by the pattern of names', async (field) => {
    const account = await emulator.account();
    await expectNothingWritten(emulator, account, async () => {
      const refused = await account.post<{ description: string }>('/v1/clusters', { ...clusterRequest, [field]: text });
      expect(refused.status).toBe(400);
      expect(refused.body.description).toContain(`${field} must begin with a letter, then have only letters`);
      expect(refused.text.length).toBeLessThan(500);
    });
  });

  test('in the name and the id seed of a new account', async () => {
    const named = await emulator.call({ method: 'POST', url: '/_emulator/accounts', body: { name: text } });
    expectRefusal(named, invalid('name must begin with a letter or digit, then have only letters, digits, hyphens, periods and underscores, 128 characters at most'));
    const seeded = await emulator.call({ method: 'POST', url: '/_emulator/accounts', body: { name: 'never-made', idSeed: text } });
    expectRefusal(seeded, invalid(`idSeed ${problem.replace('1000', '200')}`));
    expect((await emulator.call({ method: 'GET', url: '/_emulator/accounts/never-made' })).status).toBe(404);
  });

  test('in an unknown field it is ignored as the field is', async () => {
    const account = await emulator.account();
    expect((await account.post('/v1/clusters', { ...clusterRequest, unknown: text.slice(0, 10_000) })).status).toBe(201);
  });
});

describe('NUL in a path or a query is refused with 400 that names the parameter', () => {
  test.each([
    ['GET', '/v1/clusters/a%00b', 'idOrName'],
    ['DELETE', '/v1/clusters/%00', 'idOrName'],
    ['GET', '/v1/clusters/shop/workers/%00', 'workerId'],
    ['GET', '/v1/workers/%00', 'workerId'],
    ['GET', '/v1/clusters/shop/workerpools/%00', 'poolidOrName'],
    ['GET', '/v1/alb/albs/%00', 'albID'],
    ['GET', '/v1/datacenters/%00/vlans', 'datacenter'],
    ['GET', '/v1/datacenters/%00/machine-types', 'datacenter'],
    ['GET', '/_emulator/accounts/%00', 'account'],
    ['GET', '/v1/clusters?location=%00', 'location'],
    ['GET', '/v1/subnets?location=%00', 'location'],
    ['GET', '/v1/zones?location=%00', 'location'],
    ['GET', '/v2/getFlavors?zone=%00', 'zone'],
    ['GET', '/v2/getCluster?cluster=a%00', 'cluster'],
    ['GET', '/v2/getWorkers?cluster=shop&pool=%00', 'pool'],
    ['GET', '/v2/getWorkerPool?cluster=shop&workerpool=%00', 'workerpool'],
  ] as const)('%s %s', async (method, url, parameter) => {
    const account = await emulator.account();
    await expectNothingWritten(emulator, account, async () => {
      const refused = await emulator.call({ method, url, headers: { authorization: `Bearer ${account.token}` } });
      expectRefusal(refused, invalid(`${parameter} must not contain the character NUL`));
    });
  });
});

test.each(unusable.slice(0, 3))('%s in one of several alternatives is refused with 400', async (_, text, problem) => {
  const account = await emulator.account();
  const refused = await account.post(`/_emulator/accounts/${account.id}/faults`, { effect: { type: 'error', error: 'internal', description: text } });
  expectRefusal(refused, invalid(`effect.description ${problem}`));
});

describe('a path that is no text', () => {
  test.each(['/v1/clusters/%ff', '/v1/clusters/%', '/v1/clusters/%zz', '/v1/clusters/%ED%A0%80', '/_emulator/accounts/%ff'])('%s is refused with 400', async (url) => {
    const refused = await (await emulator.account()).get(url);
    expectRefusal(refused, invalid('the path must be UTF-8 text in percent-encoding'));
  });

  test('a part of it that is too long is refused with 400, one as long as allowed is looked up', async () => {
    const account = await emulator.account();
    expectRefusal(await account.get(`/v1/clusters/${'a'.repeat(501)}`), invalid('a part of the path must be at most 500 characters long'));
    expect((await account.get(`/v1/clusters/${'a'.repeat(500)}`)).status).toBe(404);
  });

  test.each([
    ['GET', '/v2/resource_groups/:part'],
    ['DELETE', '/v3/tags/:part'],
    ['GET', '/coe/v2/accounts/:part'],
    ['GET', '/v2/accounts/:part/users'],
  ] as const)('%s %s is refused in the envelope of the platform', async (method, url) => {
    for (const part of ['%ff', 'a'.repeat(501)]) {
      expect(await emulator.call({ method, url: url.replace(':part', part) })).toMatchObject({
        status: 400,
        body: { errors: [{ code: 'BAD_REQUEST', message: expect.stringMatching(/^The request is not valid: .*path must be/) }], status_code: 400 },
      });
    }
  });

  test('bytes in a query that are no text find nothing', async () => {
    expect((await (await emulator.account()).get('/v2/getCluster?cluster=%ff')).status).toBe(404);
  });
});

describe('API keys', () => {
  const login = (apikey: string) =>
    emulator.call({
      method: 'POST',
      url: '/identity/token',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ grant_type: 'urn:ibm:params:oauth:grant-type:apikey', apikey }).toString(),
    });

  test.each([
    ['with NUL', 'key\0'],
    ['in all of Unicode', '🔑 ключ 鍵'],
    ['of 100000 characters', 'k'.repeat(100_000)],
  ])('%s are keys as any other, for only their digests are kept', async (_, apiKey) => {
    const { status, body } = await login(apiKey);
    expect(status).toBe(200);
    const token = (body as { access_token: string }).access_token;
    const clusters = await emulator.call({ method: 'GET', url: '/v1/clusters', headers: { authorization: `Bearer ${token}` } });
    expect(clusters).toMatchObject({ status: 200, body: [] });
  });
});

test('a resource group header of other bytes than ASCII finds nothing', async () => {
  const listed = await (await emulator.account()).get('/v1/clusters', { 'x-auth-resource-group': 'ÿþ' });
  expect(listed).toMatchObject({ status: 200, body: [] });
});
