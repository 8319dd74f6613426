import { describe, expect, test } from '@jest/globals';
import { connectEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import type { ClusterBody, ErrorBody, PoolBody } from './bodies.js';

const emulator = await connectEmulator();

interface FreeWorkerBody {
  readonly id: string;
  readonly state: string;
  readonly location: string;
  readonly machineType: string;
  readonly privateVlan: string;
  readonly publicVlan: string;
  readonly privateIP: string;
  readonly publicIP: string;
}

/** Runs until the workers are up: `settle` would go on to the end of the free cluster. */
async function freeCluster(headers?: Readonly<Record<string, string>>, settings?: Readonly<Record<string, unknown>>): Promise<TestAccount> {
  const account = await emulator.account(settings);
  const created = await account.post('/v1/clusters', { name: 'gratis' }, headers);
  expect(created.status).toBe(201);
  await account.advance('1h');
  return account;
}

const readFree = async (account: TestAccount) => (await account.get<ClusterBody & { isPaid: boolean }>('/v1/clusters/gratis')).body;

describe('createCluster with a name alone (R91, R101)', () => {
  test('201: one worker of the flavor free, in a zone of a region that has free clusters, not paid', async () => {
    const account = await freeCluster();
    const cluster = await readFree(account);
    expect(cluster).toMatchObject({ name: 'gratis', state: 'normal', isPaid: false, workerCount: 1, masterStatus: 'Ready', masterKubeVersion: '1.36.3_1525' });
    expect(['us-south', 'eu-de', 'eu-gb', 'au-syd']).toContain(cluster.region);
    const pools = await account.get<PoolBody[]>('/v1/clusters/gratis/workerpools');
    expect(pools.body).toEqual([expect.objectContaining({ name: 'default', machineType: 'free', isolation: 'public', sizePerZone: 1 })]);
    const workers = await account.get<FreeWorkerBody[]>('/v1/clusters/gratis/workers');
    expect(workers.body).toEqual([expect.objectContaining({ state: 'normal', location: cluster.dataCenter, machineType: 'free' })]);
  });

  test("the worker is on VLANs and has addresses that are not in the account's lists", async () => {
    const account = await freeCluster();
    const { dataCenter } = await readFree(account);
    const { body: [worker] } = await account.get<FreeWorkerBody[]>('/v1/clusters/gratis/workers');
    expect(worker?.privateVlan).toMatch(/^\d{7}$/);
    expect(worker?.publicVlan).toMatch(/^\d{7}$/);
    expect(worker?.privateIP).toMatch(/^10\.184\./);
    expect(worker?.publicIP).toMatch(/^169\.48\./);
    expect((await account.get(`/v1/datacenters/${dataCenter}/vlans`)).body).toEqual([]);
    expect((await account.get('/v1/subnets')).body).toEqual([]);
  });

  test('no subnets, no ALBs, no Ingress', async () => {
    const account = await freeCluster();
    expect((await account.get('/v1/alb/clusters/gratis')).body).toMatchObject({ alb: [] });
    expect((await account.get('/v1/clusters/gratis/subnets')).body).toEqual([]);
    expect(await readFree(account)).toMatchObject({ ingressHostname: '', ingressSecretName: '' });
  });

  test('a standard cluster in its zone gets VLANs of its own, not those of the free one (R1)', async () => {
    const account = await freeCluster();
    const { dataCenter } = await readFree(account);
    await account.createCluster({ dataCenter });
    const vlans = await account.get<{ id: string }[]>(`/v1/datacenters/${dataCenter}/vlans`);
    const { body: [worker] } = await account.get<FreeWorkerBody[]>('/v1/clusters/gratis/workers');
    expect(vlans.body).toHaveLength(2);
    expect(vlans.body.map(({ id }) => id)).not.toContain(worker?.privateVlan);
  });

  test.each([['eu-de', 'eu-de'], ['uk-south', 'eu-gb'], ['EU-DE', 'eu-de']])('201: the header X-Region chooses the region: %s', async (header, region) => {
    const account = await freeCluster({ 'X-Region': header });
    expect((await readFree(account)).region).toBe(region);
  });

  test.each(['us-east', 'ap-north', 'jp-tok'])('400: none are offered in %s', async (region) => {
    const account = await emulator.account();
    const refused = await account.post<ErrorBody>('/v1/clusters', { name: 'gratis' }, { 'X-Region': region });
    expect(refused.status).toBe(400);
    expect(refused.body.description).toBe(`The request is not valid: the header X-Region names ${region}, where no free clusters are offered.`);
  });

  test.each(['mars', 'br-sao'])('400: there are no classic clusters in %s (R23)', async (region) => {
    const account = await emulator.account();
    const refused = await account.post<ErrorBody>('/v1/clusters', { name: 'gratis' }, { 'X-Region': region });
    expect(refused.status).toBe(400);
    expect(refused.body.description).toBe(
      'The request is not valid: the header X-Region must be one of: au-syd, jp-osa, jp-tok, eu-de, eu-gb, us-south, us-east.',
    );
  });

  test('201: an empty header X-Region names none', async () => {
    const account = await emulator.account();
    expect((await account.post('/v1/clusters', { name: 'gratis' }, { 'X-Region': '' })).status).toBe(201);
  });

  test('the entitlement of its pool is none, and so is its own', async () => {
    const account = await emulator.account();
    await account.post('/v1/clusters', { name: 'gratis', defaultWorkerPoolEntitlement: 'cloud_pak' });
    expect(await readFree(account)).toMatchObject({ entitlement: '' });
  });

  test('400: a second one, until the first is gone; standard ones are no matter', async () => {
    const account = await freeCluster();
    expect((await account.post('/v1/clusters', { name: 'shop', dataCenter: 'dal10', machineType: 'b3c.4x16' })).status).toBe(201);
    const refused = await account.post<ErrorBody>('/v1/clusters', { name: 'second' });
    expect(refused.status).toBe(400);
    expect(refused.body.description).toContain("the account has the free cluster 'gratis', and one at a time is all it may have");
    await account.delete('/v1/clusters/gratis');
    expect((await account.post('/v1/clusters', { name: 'second' })).status).toBe(400);
    await account.advance('15m');
    expect((await account.post('/v1/clusters', { name: 'second' })).status).toBe(201);
  });

  test('400 E0020: the account has no free clusters (R102)', async () => {
    const account = await emulator.account({ freeClusters: false });
    const refused = await account.post<ErrorBody>('/v1/clusters', { name: 'gratis' });
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ code: 'E0020', description: 'Required fields are missing: dataCenter, machineType.' });
  });

  test.each([
    ['dataCenter', { machineType: 'b3c.4x16' }],
    ['machineType', { dataCenter: 'dal10' }],
    ['dataCenter, machineType', { workerNum: 2 }],
    ['dataCenter, machineType', { privateVlan: '1000001' }],
    ['dataCenter, machineType', { privateOnly: true }],
    ['dataCenter, machineType', { privateSeviceEndpoint: true }],
  ])('400 E0020: %s missing from what is no request for a free cluster (R91)', async (missing, fields) => {
    const account = await emulator.account();
    const refused = await account.post<ErrorBody>('/v1/clusters', { name: 'gratis', ...fields });
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ code: 'E0020', description: `Required fields are missing: ${missing}.` });
  });

  test('400: OpenShift', async () => {
    const account = await emulator.account();
    const refused = await account.post<ErrorBody>('/v1/clusters', { name: 'gratis', masterVersion: '4.19_openshift' });
    expect(refused.status).toBe(400);
    expect(refused.body.description).toBe('The request is not valid: masterVersion of a free cluster must be a version of Kubernetes.');
  });

  test('409 E0007: the name is taken (R81)', async () => {
    const account = await emulator.account();
    await account.createCluster({ name: 'gratis' });
    const refused = await account.post<ErrorBody>('/v1/clusters', { name: 'gratis' }, { 'X-Region': 'us-south' });
    expect(refused.status).toBe(409);
    expect(refused.body.code).toBe('E0007');
  });
});

describe('a free cluster stays as it was made (R101)', () => {
  test.each([
    ['a further pool', 'post', '/v1/clusters/gratis/workerpools', { name: 'more', machineType: 'b3c.4x16', sizePerZone: 1 }],
    ['a further zone', 'post', '/v1/clusters/gratis/workerpools/default/zones', { id: 'dal12' }],
    ['a further worker', 'patch', '/v1/clusters/gratis/workerpools/default', { state: 'resizing', sizePerZone: 2 }],
    ['a subnet', 'post', '/v1/clusters/gratis/vlans/1000001?size=8', undefined],
  ] as const)('400: %s', async (_, method, url, body) => {
    const account = await freeCluster({ 'X-Region': 'us-south' });
    const before = await readFree(account);
    expect((await account[method](url, body)).status).toBe(400);
    expect(await readFree(account)).toEqual(before);
    expect((await account.get<PoolBody[]>('/v1/clusters/gratis/workerpools')).body).toHaveLength(1);
  });
});

describe('the end of a free cluster (R101)', () => {
  test.each([1, 30, 'instant'])('at speed %s it is there for 30 days, then deleting by itself, and gone with its VLANs', async (speed) => {
    const account = await freeCluster({}, { speed });
    await account.advance(`${30 * 24 - 2}h`);
    expect((await readFree(account)).state).toBe('normal');
    const transitions = await account.advance('3h');
    expect(transitions.map(({ kind, from, to }) => `${kind}: ${from} -> ${to}`)).toEqual([
      'cluster: deployed -> deleting',
      'worker: deleting -> deleted',
      'cluster: deleting -> deleted',
    ]);
    expect((await account.get('/v1/clusters/gratis')).status).toBe(404);
    expect(await emulator.rows('vlans', account)).toHaveLength(0);
    expect(await emulator.rows('subnets', account)).toHaveLength(0);
  });

  test('a master refresh on the way changes nothing of it', async () => {
    const account = await freeCluster();
    expect((await account.post('/v2/refreshMaster', { cluster: 'gratis' })).status).toBe(204);
    const transitions = await account.settle('all');
    expect(transitions.map(({ kind, from, to }) => `${kind}: ${from} -> ${to}`)).toEqual([
      'cluster: refreshing -> deployed',
      'cluster: deployed -> deleting',
      'worker: deleting -> deleted',
      'cluster: deleting -> deleted',
    ]);
  });

  test('one whose master is busy at its last moment is deleted right after', async () => {
    const account = await freeCluster();
    await account.advance(`${30 * 24 * 60 - 61}m`);
    expect((await account.put('/v1/clusters/gratis/masters', { action: 'refresh' })).status).toBe(204);
    await account.advance('2m');
    expect(await readFree(account)).toMatchObject({ state: 'normal', masterState: 'updating' });
    await account.advance('1m');
    expect(await readFree(account)).toMatchObject({ state: 'deleting' });
  });
});
