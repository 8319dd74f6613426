import { describe, expect, test } from '@jest/globals';
import { errorCatalogue } from '../../../src/errors/catalogue.js';
import { exampleDetails, type RealErrorKey } from '../../../src/errors/examples.js';
import { connectEmulator } from '../../support/emulator.js';
import { sendRaw, sharedServer } from './sockets.js';
import { faultsOf } from './support.js';

const emulator = await connectEmulator();
const server = sharedServer();

describe('error', () => {
  test('answers in the envelope of the API with an incident of its own, and nothing is changed', async () => {
    const account = await emulator.account();
    await faultsOf(emulator, account).arm({ effect: { type: 'error', error: 'internal' }, operations: ['createCluster'] });
    const order = { name: 'shop', dataCenter: 'dal10', machineType: 'b3c.4x16', workerNum: 1 };
    const answer = await account.post('/v1/clusters', order);
    expect([answer.status, answer.body]).toEqual([
      500,
      {
        incidentID: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
        code: 'G0002',
        description: 'The request could not be handled because of an internal failure.',
        type: 'General',
      },
    ]);
    expect((await account.get('/v1/clusters')).body).toEqual([]);
  });

  test('with a text of the test', async () => {
    const account = await emulator.account();
    const effect = { type: 'error', error: 'databaseUnavailable', description: 'Vulcan is down.' };
    await faultsOf(emulator, account).arm({ effect });
    expect((await account.get('/v1/clusters')).body).toMatchObject({ code: 'A0002', type: 'Authentication', description: 'Vulcan is down.' });
  });

  test('companions answer it in their own envelope', async () => {
    const account = await emulator.account();
    await faultsOf(emulator, account).arm({ effect: { type: 'error', error: 'internal' }, operations: ['listResourceGroups'] });
    const answer = await account.get('/v2/resource_groups');
    expect(answer.status).toBe(500);
    expect(answer.body).not.toHaveProperty('incidentID');
    expect((await account.get('/v1/clusters')).status).toBe(200);
  });

  test.each(Object.keys(exampleDetails) as RealErrorKey[])('%s: its status, code and type, and a whole sentence', async (error) => {
    const account = await emulator.account();
    await faultsOf(emulator, account).arm({ effect: { type: 'error', error } });
    const answer = await sendRaw(server, account, 'GET', '/v1/clusters');
    const { status, code, type } = errorCatalogue[error];
    const body = JSON.parse(answer.body) as { description: string };
    expect([answer.status, body]).toMatchObject([status, { code, type }]);
    expect(body.description).toMatch(/^\w.*\.$/s);
    expect(body.description).not.toMatch(/undefined|null|\[object/);
  });

  test('the errors that faults may answer are all of the real service, and none of the emulator', () => {
    const real = Object.entries(errorCatalogue).filter(([, { code }]) => !code.startsWith('X'));
    expect(Object.keys(exampleDetails).sort()).toEqual(real.map(([key]) => key).sort());
  });
});

describe('rate-limited', () => {
  test.each([
    [{}, '10'],
    [{ retryAfter: 3 }, '3'],
    [{ retryAfter: 0 }, '0'],
  ])('%j: 429 with Retry-After %s (R106)', async (parameters, seconds) => {
    const account = await emulator.account();
    await faultsOf(emulator, account).arm({ effect: { type: 'rate-limited', ...parameters }, when: { first: 1 } });
    const answer = await account.get('/v1/clusters');
    expect([answer.status, answer.headers['retry-after']]).toEqual([429, seconds]);
    expect(answer.body).toMatchObject({ code: 'G0029', description: 'More than 200 requests within 10 seconds.' });
    expect((await account.get('/v1/clusters')).status).toBe(200);
  });
});

describe('latency', () => {
  test('the request waits in real time, and is answered as ever', async () => {
    const account = await emulator.account();
    await account.post(`/_emulator/accounts/${account.id}/clock/freeze`);
    await faultsOf(emulator, account).arm({ effect: { type: 'latency', for: '300ms' }, operations: ['getClusters'] });
    const begin = performance.now();
    expect((await account.get('/v1/clusters')).body).toEqual([]);
    expect(performance.now() - begin).toBeGreaterThanOrEqual(299);
  });
});

describe('which requests', () => {
  /** Whether each call is struck by a 500. */
  const struck = async (body: object, calls: (account: Awaited<ReturnType<typeof emulator.account>>, ids: { cluster: string; worker: string }) => readonly Promise<{ status: number }>[]) => {
    const account = await emulator.account();
    const cluster = await account.createCluster({ workerNum: 1 });
    await account.createCluster({ name: 'bank', dataCenter: 'fra02', workerNum: 1 });
    await account.settle();
    const [worker] = (await account.get<{ id: string }[]>('/v1/clusters/shop/workers')).body;
    await faultsOf(emulator, account).arm({ effect: { type: 'error', error: 'internal' }, ...body });
    const answers = await Promise.all(calls(account, { cluster, worker: worker?.id ?? '' }));
    return answers.map(({ status }) => status === 500);
  };

  test('by operation, with a wildcard', async () => {
    const answers = await struck({ operations: ['getCluster*', 'v2*'] }, (account) => [
      account.get('/v1/clusters'),
      account.get('/v1/clusters/shop'),
      account.get('/v1/clusters/shop/workerpools'),
      account.get('/v1/clusters/shop/workers'),
      account.post('/v2/resizeWorkerPool', { cluster: 'shop', workerpool: 'default', size: 2 }),
    ]);
    expect(answers).toEqual([true, true, false, true, true]);
  });

  test('by a pool, meant by its id, when the call names it by its name and its cluster', async () => {
    const account = await emulator.account();
    await account.createCluster({ name: 'shop' });
    await account.createCluster({ name: 'other' });
    const { body: pools } = await account.get<{ id: string }[]>('/v1/clusters/shop/workerpools');
    await faultsOf(emulator, account).arm({ effect: { type: 'error', error: 'internal' }, resource: pools[0]?.id });
    expect((await account.get('/v1/clusters/shop/workerpools/default')).status).toBe(500);
    expect((await account.get('/v1/clusters/other/workerpools/default')).status).toBe(200);
  });

  test.each([['its name', 'shop'], ['its id', 'id']])('by a cluster, meant by %s, however the call names it', async (_, resource) => {
    const account = await emulator.account();
    const id = await account.createCluster({ workerNum: 1 });
    await account.createCluster({ name: 'bank', workerNum: 1 });
    const [worker] = (await account.get<{ id: string }[]>('/v1/clusters/shop/workers')).body;
    await faultsOf(emulator, account).arm({ effect: { type: 'error', error: 'internal' }, resource: resource === 'id' ? id : resource });
    const paths = [
      '/v1/clusters/shop',
      `/v1/clusters/${id}`,
      `/v2/getCluster?cluster=${id}`,
      '/v2/getWorkers?cluster=shop',
      `/v1/workers/${worker?.id ?? ''}`,
      '/v1/clusters',
      '/v1/clusters/bank',
      '/v2/getWorkers?cluster=bank',
    ];
    const answers = await Promise.all(paths.map(async (path) => (await account.get(path)).status));
    expect(answers).toEqual([500, 500, 500, 500, 500, 200, 200, 200]);
    expect((await account.post('/v2/resizeWorkerPool', { cluster: id, workerpool: 'default', size: 2 })).status).toBe(500);
    expect((await account.post('/v2/resizeWorkerPool', { cluster: 'bank', workerpool: 'default', size: 2 })).status).toBe(400);
  });

  test('by a worker', async () => {
    const account = await emulator.account();
    await account.createCluster();
    const [first, second] = (await account.get<{ id: string }[]>('/v1/clusters/shop/workers')).body;
    await faultsOf(emulator, account).arm({ effect: { type: 'error', error: 'internal' }, resource: first?.id });
    expect((await account.get(`/v1/clusters/shop/workers/${first?.id ?? ''}`)).status).toBe(500);
    expect((await account.get(`/v1/clusters/shop/workers/${second?.id ?? ''}`)).status).toBe(200);
    expect((await account.get('/v1/clusters/shop')).status).toBe(200);
  });

  test('by zone: that of the cluster, or one that the request names', async () => {
    const answers = await struck({ zone: 'fra02' }, (account) => [
      account.get('/v1/clusters/shop'),
      account.get('/v1/clusters/bank'),
      account.get('/v1/clusters'),
      account.get('/v1/datacenters/fra02/vlans'),
      account.get('/v1/datacenters/dal10/vlans'),
      account.post('/v1/clusters', { name: 'other', dataCenter: 'fra02', machineType: 'b3c.4x16', workerNum: 1 }),
      account.post('/v1/clusters', { name: 'third', dataCenter: 'dal10', machineType: 'b3c.4x16', workerNum: 1 }),
    ]);
    expect(answers).toEqual([false, true, false, true, false, true, false]);
  });

  test('by a pattern of names, of what is there and of what is to be made', async () => {
    const answers = await struck({ name: 'b*k' }, (account, { cluster }) => [
      account.get('/v1/clusters/bank'),
      account.get(`/v1/clusters/${cluster}`),
      account.post('/v1/clusters', { name: 'blank', dataCenter: 'dal10', machineType: 'b3c.4x16', workerNum: 1 }),
      account.post('/v1/clusters', { name: 'banker', dataCenter: 'dal10', machineType: 'b3c.4x16', workerNum: 1 }),
    ]);
    expect(answers).toEqual([true, false, true, false]);
  });

  test('those without a token: they are about the account default', async () => {
    const resource = `shop-${process.hrtime.bigint().toString(36)}`;
    const faults = faultsOf(emulator, { id: 'default' });
    const read = async () => (await emulator.call({ method: 'GET', url: `/v1/clusters/${resource}` })).status;
    expect(await read()).toBe(404);
    const { id } = await faults.arm({ effect: { type: 'error', error: 'internal' }, resource });
    expect(await read()).toBe(500);
    await faults.disarm(id);
    expect(await read()).toBe(404);
  });

  test('what is looked up in the catalogue, too, where its caller is known', async () => {
    const answers = await struck({ operations: ['getZones'] }, (account) => [account.get('/v1/zones')]);
    expect(answers).toEqual([true]);
  });

  test('not those that are refused for their form: they are no match', async () => {
    const account = await emulator.account();
    const faults = faultsOf(emulator, account);
    const { id } = await faults.arm({ effect: { type: 'error', error: 'internal' } });
    expect((await account.post('/v1/clusters', { name: 5 })).status).toBe(400);
    expect((await account.get('/v1/nothing')).status).toBe(404);
    expect((await faults.read(id)).body).toMatchObject({ matched: 0, struck: 0 });
  });

  test('the first fault that strikes is the only one', async () => {
    const account = await emulator.account();
    const faults = faultsOf(emulator, account);
    await faults.arm({ effect: { type: 'error', error: 'internal' }, when: { every: 2 } });
    await faults.arm({ effect: { type: 'rate-limited' }, when: { every: 2 } });
    const statuses: number[] = [];
    for (let call = 0; call < 8; call += 1) statuses.push((await account.get('/v1/clusters')).status);
    expect(statuses).toEqual([200, 500, 429, 500, 200, 500, 429, 500]);
    expect(await faults.list()).toMatchObject([{ matched: 8, struck: 4 }, { matched: 4, struck: 2 }]);
  });

  test('never the control API', async () => {
    const account = await emulator.account();
    const faults = faultsOf(emulator, account);
    const { id } = await faults.arm({ effect: { type: 'error', error: 'internal' } });
    expect((await account.get(`/_emulator/accounts/${account.id}`)).status).toBe(200);
    expect((await account.get(`/_emulator/accounts/${account.id}/clock`)).status).toBe(200);
    expect((await faults.read(id)).body).toMatchObject({ matched: 0 });
  });
});
