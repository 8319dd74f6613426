import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type Account, connectEmulator, EmulatorError, type OwnEmulator, startEmulator } from '../../src/index.js';

let emulator: OwnEmulator;
beforeAll(async () => {
  emulator = await startEmulator();
});
afterAll(() => emulator.stop());

const shop = JSON.stringify({ name: 'shop', dataCenter: 'dal10', machineType: 'b3c.4x16', workerNum: 2 });

test('an account is created, moved through time, looked at and deleted', async () => {
  const account = await emulator.accounts.create({ speed: 1 });
  expect((await account.fetch('/v1/clusters', { method: 'POST', body: shop })).status).toBe(201);

  const { transitions } = await account.clock.advance('25m');
  expect(transitions[0]).toMatchObject({ kind: 'cluster', from: 'requested', to: 'deploying' });
  const cluster: unknown = await (await account.fetch('/v1/clusters/shop')).json();
  expect(cluster).toMatchObject({ name: 'shop', state: 'normal' });

  expect(await account.reset()).toMatchObject({ removed: { clusters: 1, workers: 2 } });
  await account.delete();
  await expect(account.read()).rejects.toMatchObject({ status: 404 });
});

test('an account that is left with `await using` is gone, and nothing else is', async () => {
  await using other = await emulator.accounts.create();
  let id: string;
  {
    await using account = await emulator.accounts.create();
    ({ id } = account);
    expect(await account.read()).toMatchObject({ id, name: account.name });
  }
  await expect(emulator.account(id).read()).rejects.toMatchObject({ status: 404 });
  expect((await emulator.accounts.list()).map(({ name }) => name)).toContain(other.name);
});

test('a snapshot is saved, restored, compared, taken elsewhere and forked', async () => {
  await using account = await emulator.accounts.create({ speed: 'instant' });
  await account.snapshots.save('empty');
  await account.fetch('/v1/clusters', { method: 'POST', body: shop });
  expect((await account.snapshots.diff('empty')).added).toContainEqual({ kind: 'clusters', id: expect.any(String) });
  await account.snapshots.save('one-cluster');
  expect((await account.snapshots.restore('empty')).holds).not.toHaveProperty('clusters');

  await using other = await emulator.accounts.create();
  await other.snapshots.import('brought', await account.snapshots.export('one-cluster'));
  expect((await other.snapshots.restore('brought')).holds).toMatchObject({ clusters: 1 });
  await using fork = await account.snapshots.fork('one-cluster', `${account.name}-fork`);
  expect((await fork.fetch('/v1/clusters/shop')).status).toBe(200);
});

test('the journal is searched, counted, cut by marks and followed', async () => {
  await using account = await emulator.accounts.create({ speed: 'instant' });
  await account.journal.mark('begin');
  const events = await account.journal.follow({ operation: 'createCluster' });
  await account.fetch('/v1/clusters', { method: 'POST', body: shop });
  for await (const { operationId, status } of events) {
    expect({ operationId, status }).toEqual({ operationId: 'createCluster', status: 201 });
    break;
  }
  await account.fetch('/v1/clusters/nowhere');
  const { count, entries } = await account.journal.find({ after: 'begin', status: 404 });
  expect({ count, path: entries[0]?.path }).toEqual({ count: 1, path: '/v1/clusters/nowhere' });
  expect(await account.journal.count({ body: { name: 'shop' }, status: '2xx' })).toBe(1);
  await account.journal.clear();
  expect(await account.journal.count()).toBe(0);
});

test('a fault strikes as often as it is to, and is disarmed', async () => {
  await using account = await emulator.accounts.create();
  const { id } = await account.faults.add({ effect: { type: 'error', error: 'internal' }, operations: ['getClusters'], when: { first: 1 } });
  expect((await account.fetch('/v1/clusters')).status).toBe(500);
  expect((await account.fetch('/v1/clusters')).status).toBe(200);
  expect(await account.faults.read(id)).toMatchObject({ struck: 1, armed: false });
  await account.faults.remove(id);
  expect(await account.faults.list()).toEqual([]);
});

test('a seed makes clusters, from data and from YAML, and each is explained', async () => {
  await using account = await emulator.accounts.create({ speed: 1 });
  const cluster = { name: 'shop', dataCenter: 'dal10', machineType: 'b3c.4x16', workerNum: 1 };
  expect((await account.seed({ clusters: [{ ...cluster, state: 'deploying' }] })).clusters).toMatchObject([{ name: 'shop', state: 'deploying' }]);
  expect((await account.seed(`clusters: [${JSON.stringify({ ...cluster, name: 'yaml' })}]`)).clusters).toMatchObject([{ name: 'yaml' }]);
  expect(await account.explain('shop')).toMatchObject({ kind: 'cluster', state: 'deploying', next: { state: 'deployed' } });
  await expect(account.seed('clusters:\n  - name: 5')).rejects.toMatchObject({ status: 400, message: expect.stringContaining('line 2') });
});

test('the clock is set', async () => {
  await using account = await emulator.accounts.create();
  expect(await account.clock.change({ now: '2040-01-01T00:00:00Z', speed: 1 })).toMatchObject({ now: expect.stringMatching(/^2040-01-01T00:00:0/), speed: 1 });
});

test('the variables of an account lead to it, and to no other', async () => {
  await using account = await emulator.accounts.create();
  const { IBMCLOUD_CS_API_ENDPOINT: endpoint, IC_API_KEY: key } = await account.env('bluemix-go');
  expect(endpoint).toBe(`${emulator.url}/global`);
  const keys = await account.apiKeys.list();
  expect(keys).toHaveLength(2);
  expect((await account.env('bluemix-go'))['IC_API_KEY']).not.toBe(key);
  expect(await emulator.envText({ format: 'sh', client: 'curl' })).toContain(`export IBMCLOUD_CS_API_ENDPOINT='${emulator.url}/global'\n`);
});

test('following the journal ends when it is aborted, and when the emulator goes', async () => {
  await using own = await startEmulator();
  const account = await own.accounts.create();
  const abort = new AbortController();
  const aborted = readAll(await account.journal.follow({}, { signal: abort.signal }));
  const followed = (await account.journal.follow({ operation: 'getClusters' }))[Symbol.asyncIterator]();
  await account.fetch('/v1/clusters');
  expect(await followed.next()).toMatchObject({ value: { operationId: 'getClusters', status: 200 } });
  abort.abort();
  await expect(aborted).rejects.toMatchObject({ name: 'AbortError' });
  await own.stop();
  expect(await followed.next()).toEqual({ done: true, value: undefined });
});

async function readAll(entries: AsyncIterable<unknown>): Promise<unknown[]> {
  const read: unknown[] = [];
  for await (const entry of entries) read.push(entry);
  return read;
}

describe('fetch logs in', () => {
  const loginsOf = (account: Account): Promise<number> => account.journal.count({ path: '/identity/token' });

  test('once, and again when the token is about to end', async () => {
    await using account = await emulator.accounts.create();
    for (let call = 0; call < 3; call += 1) expect((await account.fetch('/v1/clusters')).status).toBe(200);
    expect(await loginsOf(account)).toBe(1);
    // In this process alone: the emulator's own clock goes on as ever.
    jest.useFakeTimers({ now: Date.now() + 3_599_000, doNotFake: ['nextTick', 'setImmediate', 'setInterval', 'setTimeout', 'clearImmediate', 'clearInterval', 'clearTimeout', 'queueMicrotask', 'performance', 'hrtime'] });
    try {
      expect((await account.fetch('/v1/clusters')).status).toBe(200);
    } finally {
      jest.useRealTimers();
    }
    expect((await account.fetch('/v1/clusters')).status).toBe(200);
    expect(await loginsOf(account)).toBe(2);
  });

  test('once for many calls at a time', async () => {
    await using account = await emulator.accounts.create();
    await Promise.all([1, 2, 3].map(() => account.fetch('/v1/clusters')));
    expect(await loginsOf(account)).toBe(1);
  });

  test('though it could not before', async () => {
    const account = emulator.account('made-later');
    await expect(account.fetch('/v1/clusters')).rejects.toMatchObject({ status: 404 });
    await using made = await emulator.accounts.create({ name: 'made-later' });
    expect((await account.fetch('/v1/clusters')).status).toBe(200);
    expect(made.name).toBe('made-later');
  });
});

describe('what goes wrong is an EmulatorError', () => {
  test('with the status, code and text of a refusal', async () => {
    const refused = emulator.account('default').clock.advance('soon');
    await expect(refused).rejects.toBeInstanceOf(EmulatorError);
    await expect(refused).rejects.toMatchObject({ status: 400, code: 'E0021', message: expect.stringContaining('by') });
  });

  test('without a status when nothing answers', async () => {
    const nowhere = connectEmulator({ url: 'http://127.0.0.1:1' });
    const expected = { name: 'EmulatorError', status: undefined, code: 'unreachable', message: expect.stringContaining('http://127.0.0.1:1') };
    await expect(nowhere.accounts.list()).rejects.toMatchObject(expected);
    await expect(nowhere.account('default').fetch('/v1/clusters')).rejects.toMatchObject(expected);
  });

  test('when nothing says where the emulator is, in whatever way', () => {
    process.env['IKS_EMULATOR_URL'] = '';
    expect(() => connectEmulator()).toThrow('Nothing says where the emulator is');
    delete process.env['IKS_EMULATOR_URL'];
    expect(() => connectEmulator({ url: '' })).toThrow('Nothing says where the emulator is');
  });
});
