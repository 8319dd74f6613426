import { beforeAll, describe, expect, test } from '@jest/globals';
import { connectEmulator } from '../../support/emulator.js';
import type { TestAccount } from '../../support/test-account.js';
import { journalOf } from './support.js';

const emulator = await connectEmulator();

let account: TestAccount;
let journal: ReturnType<typeof journalOf>;
beforeAll(async () => {
  account = await emulator.account();
  journal = journalOf(emulator, account);
  await journal.clear();
  await account.createCluster({ name: 'shop' });
  await account.createCluster({ name: 'blog' });
  await account.get('/v1/clusters/shop?showResources=true', { 'x-region': 'us-south' });
  await account.get('/global/v1/clusters/nowhere');
  await account.get('/v1/clusters/shop/workers');
  await account.delete('/v1/clusters/blog');
  await account.post('/v1/clusters', { name: 'shop', dataCenter: 'dal10', machineType: 'b3c.4x16' });
});

const everything = [
  'createCluster 201',
  'createCluster 201',
  'getCluster1 200',
  'getCluster1 404',
  'getClusterWorkers 200',
  'removeCluster 204',
  'createCluster 409',
];

describe('getJournal', () => {
  test('200: every exchange in its order, and how many there are', async () => {
    expect(await journal.operations()).toEqual(everything);
    expect(await journal.read()).toMatchObject({ count: 7, next: null });
  });

  test('an entry tells what was asked, when, how long it took and what came of it', async () => {
    const [entry] = (await journal.read({ operation: 'getCluster1' })).entries;
    expect(entry).toMatchObject({
      operationId: 'getCluster1',
      method: 'GET',
      path: '/v1/clusters/shop',
      status: 200,
      fault: null,
      request: { query: { showResources: 'true' }, headers: { 'x-region': 'us-south', authorization: '[redacted]' }, body: null },
      answer: { body: { contentType: 'application/json; charset=utf-8', kind: 'json', truncated: false, content: { name: 'shop' } } },
      help: [],
    });
    expect(entry?.durationMs).toBeGreaterThan(0);
    expect(Math.abs(Date.parse(entry?.at ?? '') - Date.now())).toBeLessThan(60_000);
  });

  test('the id of a refused request is the incidentID that the caller got', async () => {
    const [entry] = (await journal.read({ status: '404' })).entries;
    expect(entry?.answer?.body?.content).toMatchObject({ code: 'G0004', incidentID: entry?.requestId });
  });

  test('a body that was sent is there as JSON, with its size', async () => {
    const [entry] = (await journal.read({ operation: 'createCluster' })).entries;
    const content = { name: 'shop', dataCenter: 'dal10', machineType: 'b3c.4x16', workerNum: 2 };
    expect(entry?.request.body).toEqual({ contentType: 'application/json', bytes: JSON.stringify(content).length, kind: 'json', truncated: false, content });
  });

  test('an answer without a body has none', async () => {
    expect((await journal.read({ operation: 'removeCluster' })).entries[0]?.answer).toEqual({ body: null });
  });
});

describe('getJournal finds', () => {
  const of = (...indexes: number[]): string[] => indexes.map((index) => everything[index] ?? '');

  test.each([
    [{ operation: 'createCluster' }, of(0, 1, 6)],
    [{ operation: 'getCluster*' }, of(2, 3, 4)],
    [{ operation: '*Cluster' }, of(0, 1, 5, 6)],
    [{ operation: 'get%' }, []],
    [{ operation: 'getCluster_' }, []],
    [{ method: 'post' }, of(0, 1, 6)],
    [{ method: 'DELETE' }, of(5)],
    [{ path: '/v1/clusters/shop' }, of(2)],
    [{ path: '/v1/clusters/*' }, of(2, 3, 4, 5)],
    [{ status: '201' }, of(0, 1)],
    [{ status: '4xx' }, of(3, 6)],
    [{ status: '2XX' }, of(0, 1, 2, 4, 5)],
    [{ status: 'none' }, []],
    [{ body: '{"name": "shop"}' }, of(0, 6)],
    [{ body: '{"name": "shop", "workerNum": 2}' }, of(0)],
    [{ body: '{"name": "sho"}' }, []],
    [{ answer: '{"code": "G0004"}' }, of(3)],
    [{ answer: '[{"state": "provision_pending"}]' }, of(4)],
    [{ answer: '[{"state": "normal"}]' }, []],
    [{ operation: 'createCluster', status: '4xx', body: '{"name": "shop"}' }, of(6)],
  ])('%j', async (query, expected) => {
    expect(await journal.operations(query)).toEqual(expected);
    expect((await journal.read(query)).count).toBe(expected.length);
  });

  test('page after page, each with the count of all', async () => {
    const first = await journal.read({ limit: '3', status: '2xx' });
    expect(first).toMatchObject({ count: 5, entries: [{ status: 201 }, { status: 201 }, { operationId: 'getCluster1' }] });
    const second = await journal.read({ limit: '3', status: '2xx', cursor: first.next ?? '' });
    expect(second).toMatchObject({ count: 5, entries: [{ operationId: 'getClusterWorkers' }, { operationId: 'removeCluster' }], next: null });
  });

  test('nothing of other accounts', async () => {
    const other = await emulator.account();
    await other.get('/v1/clusters');
    expect(await journal.operations()).toEqual(everything);
    expect(await journalOf(emulator, other).operations()).toEqual(['iamToken 200', 'getClusters 200']);
  });
});

describe('getJournal refuses', () => {
  test.each([
    [{ status: '999' }, 'status must be a status such as 404, a class such as 4xx, or none'],
    [{ status: 'ok' }, 'status must be a status such as 404, a class such as 4xx, or none'],
    [{ body: '{name: shop}' }, 'body must be JSON, such as {"name": "shop"}'],
    [{ answer: '{"name": "\\u0000"}' }, 'answer must be JSON, such as {"name": "shop"}'],
    [{ body: '"\\ud800"' }, 'body must be JSON, such as {"name": "shop"}'],
    [{ limit: '0' }, 'limit must be 1 or more'],
    [{ limit: '1001' }, 'limit must be 1000 or less'],
    [{ limit: 'all' }, 'limit must be a number'],
    [{ cursor: 'x' }, 'cursor must be what an earlier answer had as next'],
    [{ operation: 'a\0b' }, 'operation must not contain the character NUL'],
  ])('400: %j', async (query, problem) => {
    expect(await journal.ask(query as unknown as Record<string, string>)).toMatchObject({
      status: 400,
      body: { code: 'E0021', description: expect.stringContaining(problem) },
    });
  });

  test('404: an account that is not there', async () => {
    expect(await journalOf(emulator, { id: 'nobody' }).ask({})).toMatchObject({ status: 404, body: { code: 'X0404' } });
  });
});
