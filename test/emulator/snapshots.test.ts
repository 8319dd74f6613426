import { describe, expect, test } from '@jest/globals';
import type { TestAccount } from '../support/test-account.js';
import { connectEmulator } from '../support/emulator.js';
import { freshName, logIn } from './support.js';

const emulator = await connectEmulator();

type Method = 'GET' | 'POST' | 'DELETE';

/** A call below the snapshots of an account. */
const snapshots = (account: TestAccount, method: Method, path = '', body?: unknown) =>
  emulator.call({ method, url: `/_emulator/accounts/${account.id}/snapshots${path}`, body });

const save = (account: TestAccount, name: string, more: object = {}) => snapshots(account, 'POST', '', { name, ...more });

interface File {
  readonly account: Record<string, unknown>;
  readonly tables: Record<string, Record<string, unknown>[]>;
}
const exported = async (account: TestAccount, name: string) => (await snapshots(account, 'GET', `/${name}`)).body as File;

/** Everything that a caller reads of an account, byte for byte. */
async function readAll(account: TestAccount): Promise<string[]> {
  const paths = [
    '/v1/clusters',
    '/v1/clusters/shop?showResources=true',
    '/v1/clusters/shop/workers?showDeleted=true',
    '/v1/clusters/shop/workerpools',
    '/v1/alb/clusters/shop',
    '/v1/clusters/shop/addons',
    '/v1/datacenters/dal10/vlans',
    '/v1/subnets',
    '/v2/getCluster?cluster=shop',
  ];
  return Promise.all(paths.map(async (path) => (await account.get(path)).text));
}

const freeze = (account: TestAccount) => emulator.call({ method: 'POST', url: `/_emulator/accounts/${account.id}/clock/freeze` });

describe('saveSnapshot, restoreSnapshot', () => {
  test('201, 200: every answer is again what it was, byte for byte, and goes on as it would have', async () => {
    const account = await emulator.account();
    await account.createCluster();
    await account.advance('19m');
    await freeze(account);
    const before = await readAll(account);
    const saved = await save(account, 'base');
    expect(saved.status).toBe(201);
    expect(saved.body).toMatchObject({ name: 'base', frozen: true, holds: { clusters: 1, workers: 2, vlans: 2 } });

    const onward = await account.settle();
    const after = await readAll(account);
    await account.delete('/v1/clusters/shop');
    await account.settle();

    const restored = await snapshots(account, 'POST', '/base/restore');
    expect(restored.status).toBe(200);
    expect(await readAll(account)).toEqual(before);
    expect(await account.settle()).toEqual(onward);
    expect(await readAll(account)).toEqual(after);
  });

  test('a clock that ran runs on from the moment of the snapshot', async () => {
    const account = await emulator.account();
    await account.advance('P365D');
    const { takenAt } = (await save(account, 'base')).body as { takenAt: string };
    await account.advance('P365D');
    const { body } = await snapshots(account, 'POST', '/base/restore');
    expect(body).toMatchObject({ now: takenAt });
    const clock = (await emulator.call({ method: 'GET', url: `/_emulator/accounts/${account.id}/clock` })).body as { now: string; frozen: boolean };
    expect(clock.frozen).toBe(false);
    expect(Date.parse(clock.now) - Date.parse(takenAt)).toBeLessThan(60_000);
  });

  test('new resources take the ids that they would have taken then', async () => {
    const account = await emulator.account();
    await save(account, 'base');
    const first = await account.createCluster();
    await snapshots(account, 'POST', '/base/restore');
    expect(await account.createCluster()).toBe(first);
  });

  test('settings come back too', async () => {
    const account = await emulator.account({ clusterQuota: 1 });
    await save(account, 'base');
    await emulator.call({ method: 'PATCH', url: `/_emulator/accounts/${account.id}`, body: { clusterQuota: 9 } });
    await snapshots(account, 'POST', '/base/restore');
    expect((await emulator.call({ method: 'GET', url: `/_emulator/accounts/${account.id}` })).body).toMatchObject({ clusterQuota: 1 });
  });

  test('409: a name that is taken, unless it may be replaced', async () => {
    const account = await emulator.account();
    await save(account, 'base');
    expect((await save(account, 'base')).status).toBe(409);
    await account.createCluster();
    expect((await save(account, 'base', { replace: true })).body).toMatchObject({ holds: { clusters: 1 } });
  });

  test.each(['', 'a b', '/x', '.', 3, null])('400: the name %j', async (name) => {
    const account = await emulator.account();
    expect((await snapshots(account, 'POST', '', { name })).status).toBe(400);
  });

  test('404: a snapshot that is not there, or of another account', async () => {
    const account = await emulator.account();
    const other = await emulator.account();
    await save(other, 'base');
    for (const [method, path, body] of [
      ['POST', '/base/restore', undefined],
      ['POST', '/base/fork', { name: freshName() }],
      ['GET', '/base', undefined],
      ['GET', '/base/diff', undefined],
      ['DELETE', '/base', undefined],
    ] as const) {
      expect([path, (await snapshots(account, method, path, body)).status]).toEqual([path, 404]);
    }
  });
});

describe('listSnapshots, deleteSnapshot', () => {
  test('200, 204: the oldest first, each until it is deleted', async () => {
    const account = await emulator.account();
    expect((await snapshots(account, 'GET')).body).toEqual([]);
    await save(account, 'b');
    await save(account, 'a');
    const names = async () => ((await snapshots(account, 'GET')).body as { name: string }[]).map(({ name }) => name);
    expect(await names()).toEqual(['b', 'a']);
    expect((await snapshots(account, 'DELETE', '/b')).status).toBe(204);
    expect(await names()).toEqual(['a']);
    expect((await snapshots(account, 'DELETE', '/b')).status).toBe(404);
  });

  test('a reset leaves them', async () => {
    const account = await emulator.account();
    await account.createCluster();
    await save(account, 'base');
    await emulator.call({ method: 'POST', url: `/_emulator/accounts/${account.id}/reset` });
    await snapshots(account, 'POST', '/base/restore');
    expect((await account.get('/v1/clusters/shop')).status).toBe(200);
  });
});

describe('forkSnapshot', () => {
  test('201: a new account with the same resources, which goes its own way', async () => {
    const account = await emulator.account();
    const id = await account.createCluster();
    await save(account, 'base');
    const name = freshName();
    const forked = await snapshots(account, 'POST', '/base/fork', { name });
    expect(forked.status).toBe(201);
    const { apiKey } = forked.body as { apiKey: string };
    const headers = { authorization: `Bearer ${await logIn(emulator, apiKey)}` };
    expect((await emulator.call({ method: 'GET', url: '/v1/clusters/shop', headers })).body).toMatchObject({ id });
    await emulator.call({ method: 'DELETE', url: '/v1/clusters/shop', headers });
    expect((await account.get('/v1/clusters/shop')).body).toMatchObject({ state: 'requested' });
  });

  test('409: an account of that name; 400: no name', async () => {
    const account = await emulator.account();
    await save(account, 'base');
    expect((await snapshots(account, 'POST', '/base/fork', { name: account.name })).status).toBe(409);
    expect((await snapshots(account, 'POST', '/base/fork', {})).status).toBe(400);
  });
});

describe('diffSnapshot', () => {
  test('200: what came, what went and what changed, between two or up to now', async () => {
    const account = await emulator.account();
    await account.createCluster();
    await account.settle();
    await freeze(account);
    await save(account, 'before');
    expect((await snapshots(account, 'GET', '/before/diff')).body).toEqual({ added: [], removed: [], changed: [] });

    await account.patch('/v1/clusters/shop/workerpools/default', { state: 'resizing', sizePerZone: 3 });
    await save(account, 'after');
    const diff = { body: (await snapshots(account, 'GET', '/before/diff?with=after')).body as Record<string, { kind: string; fields?: unknown }[]> };
    expect(diff.body['added']?.filter(({ kind }) => kind === 'workers')).toHaveLength(1);
    expect(diff.body['removed']).toEqual([]);
    expect(diff.body['changed']?.find(({ kind }) => kind === 'workerPools')?.fields).toEqual({ sizePerZone: { from: 2, to: 3 } });
    expect((await snapshots(account, 'GET', '/before/diff')).body).toEqual(diff.body);
    expect((await snapshots(account, 'GET', '/before/diff?with=nothing')).status).toBe(404);
  });
});

describe('getSnapshot as a file', () => {
  test('200, 201: what one account exports another takes in and restores', async () => {
    const account = await emulator.account();
    const id = await account.createCluster();
    await account.settle();
    await account.get('/v1/clusters/shop/config/admin');
    await save(account, 'base');
    const file = await exported(account, 'base');
    const other = await emulator.account();
    const imported = await save(other, 'theirs', { file });
    expect(imported.status).toBe(201);
    expect((await other.get('/v1/clusters')).body).toEqual([]);
    expect((await snapshots(other, 'POST', '/theirs/restore')).status).toBe(200);
    expect((await other.get('/v1/clusters/shop')).body).toMatchObject({ id, state: 'normal' });
    expect(await exported(other, 'theirs')).toEqual(file);
  });

  const first = ({ tables }: File, table: string): Record<string, unknown> => tables[table]?.[0] ?? {};
  const put = (file: File, table: string, column: string, value: unknown): void => void Object.assign(first(file, table), { [column]: value });

  const broken: readonly (readonly [string, (file: File) => void, RegExp])[] = [
    ['an unknown table', ({ tables }) => Object.assign(tables, { nonsense: [{}] }), /there is no table 'nonsense'/],
    ['an unknown column', (file) => put(file, 'clusters', 'nonsense', 1), /file\.tables\.clusters: there is no column 'nonsense'/],
    ['an unknown column of the account', ({ account }) => Object.assign(account, { nonsense: 1 }), /file\.account: there is no column 'nonsense'/],
    ['an unknown state', (file) => put(file, 'clusters', 'state', 'sleeping'), /file\.tables\.clusters\.0\.state must be one of requested/],
    ['an impossible next state', (file) => put(file, 'clusters', 'next_state', 'deployed'), /next_state cannot follow the state requested/],
    ['a missing column', (file) => delete first(file, 'clusters')['name'], /null value in column "name"/],
    ['a wrong type', (file) => put(file, 'worker_pools', 'size_per_zone', 'many'), /invalid input syntax for type integer/],
    ['two rows of one id', (file) => file.tables['vlans']?.push(first(file, 'vlans')), /duplicate key value/],
    ['a worker without a pool', ({ tables }) => Object.assign(tables, { worker_pools: [] }), /violates foreign key constraint/],
    ['overlapping subnets', (file) => file.tables['subnets']?.push({ ...first(file, 'subnets'), id: '1' }), /conflicting key value/],
    ['another format', (file) => Object.assign(file, { format: 'x' }), /file\.format/],
    ['a moment that is none', (file) => Object.assign(file, { takenAt: 'today' }), /file\.takenAt/],
    ['a number for a moment', (file) => Object.assign(file, { takenAt: '1' }), /file\.takenAt/],
    ['a moment beyond the last', (file) => Object.assign(file, { takenAt: '+200000-01-01T00:00:00Z' }), /file\.takenAt/],
    ['tables that are none', (file) => Object.assign(file, { tables: [] }), /file\.tables/],
  ];

  test.each(broken)('400: a file with %s; nothing is kept of it', async (_, breakIt, message) => {
    const account = await emulator.account();
    await account.createCluster();
    await save(account, 'base');
    const file = structuredClone(await exported(account, 'base'));
    breakIt(file);
    const refused = await save(account, 'broken', { file });
    expect([refused.status, refused.body]).toEqual([400, expect.objectContaining({ description: expect.stringMatching(message) as unknown })]);
    expect((await snapshots(account, 'GET', '/broken')).status).toBe(404);
    expect((await account.get('/v1/clusters/shop')).status).toBe(200);
  });

  test('a file from before a column existed takes its default', async () => {
    const account = await emulator.account();
    await account.createCluster();
    await save(account, 'base');
    const file = structuredClone(await exported(account, 'base'));
    for (const pool of file.tables['worker_pools'] ?? []) delete pool['autoscale_enabled'];
    delete file.account['vlan_spanning'];
    expect((await save(account, 'older', { file })).status).toBe(201);
    expect((await snapshots(account, 'POST', '/older/restore')).status).toBe(200);
    expect((await account.get('/v1/clusters/shop/workerpools/default')).body).toMatchObject({ autoscaleEnabled: false });
  });
});
