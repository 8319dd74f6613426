import { describe, expect, test } from '@jest/globals';
import { connectEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import { clusterRequest, expectRefusal, invalid } from './refusals.js';

const emulator = await connectEmulator();
const FORM = 'application/x-www-form-urlencoded';

const create = (account: TestAccount, body: unknown, headers: Record<string, string> = {}) =>
  account.post<{ id: string }>('/v1/clusters', body, headers);

describe('the token is read', () => {
  test.each([
    ['Bearer x', (token: string) => `Bearer ${token}`],
    ['bearer x', (token: string) => `bearer ${token}`],
    ['the bare token', (token: string) => token],
    ['more spaces', (token: string) => ` BEARER   ${token} `],
  ])('from %s', async (_, write) => {
    const account = await emulator.account();
    const id = await account.createCluster();
    const listed = await emulator.call({ method: 'GET', url: '/v1/clusters', headers: { authorization: write(account.token) } });
    expect(listed).toMatchObject({ status: 200, body: [{ id }] });
  });
});

describe('a JSON body is read', () => {
  test.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON;charset=UTF-8', 'application/json;', FORM, `${FORM}; charset=utf-8`])(
    'with the content type %s',
    async (type) => {
      const account = await emulator.account();
      expect((await create(account, clusterRequest, { 'content-type': type })).status).toBe(201);
    },
  );

  test('after a byte order mark', async () => {
    const account = await emulator.account();
    expect((await create(account, `\ufeff${JSON.stringify(clusterRequest)}`)).status).toBe(201);
  });
});

describe('an empty body that is declared as JSON is no body', () => {
  const json = { 'content-type': 'application/json' };

  test('on GET and DELETE', async () => {
    const account = await emulator.account();
    await account.createCluster();
    expect((await account.get('/v1/clusters/shop', json)).status).toBe(200);
    expect((await account.delete('/v1/clusters/shop', json)).status).toBe(204);
  });

  test('on a POST that takes none', async () => {
    const account = await emulator.account();
    const frozen = await account.post(`/_emulator/accounts/${account.id}/clock/freeze`, undefined, json);
    expect(frozen).toMatchObject({ status: 200, body: { frozen: true } });
    const again = await account.post(`/_emulator/accounts/${account.id}/clock/unfreeze`, '', json);
    expect(again).toMatchObject({ status: 200, body: { frozen: false } });
  });

  test('a body on DELETE is ignored', async () => {
    const account = await emulator.account();
    await account.createCluster();
    const removed = await emulator.call({
      method: 'DELETE',
      url: '/v1/clusters/shop',
      body: { force: true },
      headers: { authorization: `Bearer ${account.token}` },
    });
    expect(removed.status).toBe(204);
  });
});

describe('a path is read', () => {
  test.each(['/v1/clusters', '/global/v1/clusters', '//v1/clusters', '//global//v1///clusters', '/v1/clusters/', '/global/v1/clusters//', '/v1//clusters/?', '/v1/clusters/?location='])(
    '%s',
    async (url) => {
      const account = await emulator.account();
      const id = await account.createCluster();
      expect(await account.get(url)).toMatchObject({ status: 200, body: [{ id }] });
    },
  );

  test.each(['/global/v2/getCluster?cluster=shop', '//v2/getCluster/?cluster=shop', '/global//v1/clusters/shop/', '/v1/clusters/sh%6fp'])('%s', async (url) => {
    const account = await emulator.account();
    const id = await account.createCluster();
    expect(await account.get(url)).toMatchObject({ status: 200, body: { id } });
  });

  test('also of the control API and of IAM', async () => {
    const account = await emulator.account();
    expect((await account.get(`//_emulator//accounts/${account.id}/`)).body).toMatchObject({ id: account.id });
    const login = await emulator.call({ method: 'POST', url: '//identity/token/', body: `grant_type=urn:ibm:params:oauth:grant-type:apikey&apikey=${account.apiKey}`, headers: { 'content-type': FORM } });
    expect(login.status).toBe(200);
  });

  test('but the prefix counts once, and only as a part of its own', async () => {
    const account = await emulator.account();
    expect((await account.get('/global/global/v1/clusters')).status).toBe(404);
    expect((await account.get('/globalv1/clusters')).status).toBe(404);
  });
});

describe('fields of a body', () => {
  test('are known by their keys in any case', async () => {
    const account = await emulator.account();
    const created = await create(account, { NAME: 'shop', datacenter: 'dal10', MachineType: 'b3c.4x16', WorkerNum: 3, GatewayEnabled: false, NoSubnet: true });
    expect(created.status).toBe(201);
    expect((await account.get('/v1/clusters/shop')).body).toMatchObject({ name: 'shop', workerCount: 3 });
  });

  test('in another case are checked as well', async () => {
    const account = await emulator.account();
    expectRefusal(await create(account, { ...clusterRequest, GatewayEnabled: true }), invalid('gatewayEnabled must be false: gateway clusters are not built in this emulator'));
  });

  test('in the right case win over the same in another', async () => {
    const account = await emulator.account();
    for (const body of [{ NAME: 'wrong', ...clusterRequest }, { ...clusterRequest, name: 'shop2', NAME: 'wrong' }]) {
      expect((await create(account, body)).status).toBe(201);
    }
    expect((await account.get('/v1/clusters/wrong')).status).toBe(404);
  });

  test('count as absent when they are empty or null, as Terraform sends what its user left out', async () => {
    const account = await emulator.account();
    const nothing = { publicVlan: '', privateVlan: '', isolation: '', masterVersion: '', operatingSystem: '', podSubnet: '', serviceSubnet: '', defaultWorkerPoolName: '' };
    const nulls = { workerNum: null, noSubnet: null, diskEncryption: null, defaultWorkerPoolEntitlement: null };
    expect((await create(account, { ...clusterRequest, ...nothing, ...nulls })).status).toBe(201);
    const plain = await create(account, { ...clusterRequest, name: 'plain', workerNum: undefined });
    expect(plain.status).toBe(201);
    const differing = ['id', 'name', 'createdDate', 'modifiedDate', 'crn', 'masterURL', 'serverURL', 'publicServiceEndpointURL', 'etcdPort', 'masterStatusModifiedDate'];
    const [one, other] = await Promise.all(
      ['shop', 'plain'].map(async (name) => {
        const { body } = await account.get<Record<string, unknown>>(`/v1/clusters/${name}`);
        return Object.fromEntries(Object.entries(body).filter(([key]) => !differing.includes(key)));
      }),
    );
    expect(one).toEqual(other);
  });

  test('that nobody knows are ignored', async () => {
    const account = await emulator.account();
    const created = await create(account, { ...clusterRequest, billing: 'hourly', trusted: false, unknown: { deep: [1, { x: null }] } });
    expect(created.status).toBe(201);
  });
});

describe('headers', () => {
  test('that choose something count as absent when they are empty', async () => {
    const account = await emulator.account();
    const empty = Object.fromEntries(
      ['x-auth-resource-account', 'x-auth-resource-group', 'x-auth-resource-org', 'x-auth-resource-space', 'x-region', 'x-auth-refresh-token', 'x-auth-uaa-token'].map((name) => [name, '']),
    );
    const created = await create(account, clusterRequest, empty);
    expect(created.status).toBe(201);
    expect(await account.get('/v1/clusters', empty)).toMatchObject({ status: 200, body: [{ id: created.body.id, resourceGroupName: 'Default' }] });
    expect((await account.get('/v1/clusters/shop', empty)).status).toBe(200);
  });

  test('X-Region takes the names of today and of the past', async () => {
    const account = await emulator.account();
    const south = await account.createCluster({ dataCenter: 'dal10' });
    const london = await account.createCluster({ dataCenter: 'lon02' });
    for (const [region, id] of [['us-south', south], ['eu-gb', london], ['uk-south', london], ['nowhere', south], ['', south]] as const) {
      expect([region, (await account.get<{ id: string }>('/v1/clusters/shop', { 'x-region': region })).body.id]).toEqual([region, id]);
    }
  });
});

describe('queries', () => {
  test.each(['v1-compatible&cluster=shop', 'cluster=shop&v1-compatible', 'cluster=shop&v1-compatible=', 'v1-compatible=true&cluster=shop', 'V1-Compatible&Cluster=shop'])(
    'getCluster?%s stands for the names of v1 and v2 together',
    async (query) => {
      const account = await emulator.account();
      await account.createCluster();
      const { body } = await account.get(`/v2/getCluster?${query}`);
      expect(body).toMatchObject({ dataCenter: 'dal10', datacenter: 'dal10', masterStatus: expect.any(String), lifecycle: { masterStatus: expect.any(String) } });
    },
  );

  test.each(['cluster=shop', 'cluster=shop&v1-compatible=false'])('getCluster?%s stands for the names of v2 alone', async (query) => {
    const account = await emulator.account();
    await account.createCluster();
    const { body } = await account.get(`/v2/getCluster?${query}`);
    expect(body).toHaveProperty('datacenter', 'dal10');
    expect(body).not.toHaveProperty('dataCenter');
  });

  test.each([
    ['showResources=true', 1],
    ['showResources=TRUE', 1],
    ['SHOWRESOURCES=true', 1],
    ['showResources=false', 0],
    ['showResources=False', 0],
    ['showResources=', 0],
    ['showResources', 0],
    ['', 0],
  ])('getCluster1?%s', async (query, shown) => {
    const account = await emulator.account();
    await account.createCluster();
    await account.settle();
    const { status, body } = await account.get<{ worker_vlans: unknown[] }>(`/v1/clusters/shop?${query}`);
    expect([status, Math.min(body.worker_vlans.length, 1)]).toEqual([200, shown]);
  });

  test.each(['maybe', '1', 'yes'])('showResources=%s is refused', async (word) => {
    const account = await emulator.account();
    expectRefusal(await account.get(`/v1/clusters?showResources=${word}`), invalid('showResources must be one of: true, false'));
  });

  test('keys that nobody knows are ignored', async () => {
    const account = await emulator.account();
    const id = await account.createCluster();
    expect(await account.get('/v1/clusters?unknown=1&&=x&a[]=1&__proto__=x')).toMatchObject({ status: 200, body: [{ id }] });
    expect((await account.get('/v1/zones?unknown')).status).toBe(200);
  });

  test('a key that is given twice where one value is meant is refused', async () => {
    expectRefusal(await (await emulator.account()).get('/v2/getCluster?cluster=a&cluster=b'), invalid('cluster must be a string'));
  });
});
