import { describe, expect, test } from '@jest/globals';
import { startEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import { first, poolOf, poolV2Of, readyCluster, refusalOf, workersOf, workerV2Of, youngCluster } from './scene.js';

const emulator = await startEmulator();

const pool = { cluster: 'shop', workerpool: 'default' };

/** What each of these calls needs beside the pool, for the refusals that they share. */
const calls: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  resizeWorkerPool: { size: 3 },
  setWorkerPoolLabels: { labels: { tier: 'front' } },
  setWorkerPoolTaints: { taints: {} },
  setWorkerPoolOperatingSystem: { operatingSystem: 'UBUNTU_24_64' },
  rebalanceWorkerPool: {},
  removeWorkerPool: {},
};

describe('v2ResizeWorkerPool', () => {
  test('202: no body; the same as the PATCH of v1, also to 0 (R186, R187)', async () => {
    const account = await emulator.account();
    await youngCluster(account);
    const resized = await account.post('/v2/resizeWorkerPool', { ...pool, size: 3 });
    expect([resized.status, resized.text]).toEqual([202, '']);
    expect(await poolOf(account)).toMatchObject({ sizePerZone: 3, zones: [{ workerCount: 3 }] });
    expect((await poolV2Of(account)).workerCount).toBe(3);
    expect((await account.post('/v2/resizeWorkerPool', { ...pool, size: 0 })).status).toBe(202);
    expect(await workersOf(account)).toEqual([]);
  });

  test.each([
    [undefined, 'E0020'],
    [-1, 'E0021'],
  ])('400: size %p', async (size, code) => {
    const account = await emulator.account();
    await youngCluster(account);
    expect(refusalOf(await account.post('/v2/resizeWorkerPool', { ...pool, size }))).toContain(`400 ${code}`);
    expect(await poolOf(account)).toMatchObject({ sizePerZone: 2 });
  });

  test('403: above the quota (R196)', async () => {
    const account = await emulator.account({ workerQuota: 2 });
    await youngCluster(account);
    expect((await account.post('/v2/resizeWorkerPool', { ...pool, size: 3 })).status).toBe(403);
  });
});

describe('v2SetWorkerPoolLabels', () => {
  test('204: no body; both versions of the API show the labels beside the system one (R183, R193)', async () => {
    const account = await emulator.account();
    await youngCluster(account);
    const { id } = await poolOf(account);
    const set = await account.post('/v2/setWorkerPoolLabels', { cluster: 'shop', workerpool: id, labels: { tier: 'front' } });
    expect([set.status, set.text]).toEqual([204, '']);
    const expected = { tier: 'front', 'ibm-cloud.kubernetes.io/worker-pool-id': id };
    expect((await poolOf(account)).labels).toEqual(expected);
    expect((await poolV2Of(account)).labels).toEqual(expected);
  });

  test('400: a system label, or no labels at all (R183)', async () => {
    const account = await emulator.account();
    await youngCluster(account);
    expect(refusalOf(await account.post('/v2/setWorkerPoolLabels', { ...pool, labels: { 'k8s.io/a': 'b' } }))).toContain('400 E0021');
    expect(refusalOf(await account.post('/v2/setWorkerPoolLabels', pool))).toContain('400 E0020 Required fields are missing: labels');
  });
});

describe('v2SetWorkerPoolTaints', () => {
  test('204: no body; the v2 form shows them, and an empty object removes them (R193)', async () => {
    const account = await emulator.account();
    await youngCluster(account);
    const taints = { dedicated: 'edge:NoExecute', spare: ':PreferNoSchedule', 'example.com/x': 'y:NoSchedule' };
    const set = await account.post('/v2/setWorkerPoolTaints', { ...pool, taints });
    expect([set.status, set.text]).toEqual([204, '']);
    expect((await poolV2Of(account)).taints).toEqual(taints);
    expect((await account.post('/v2/setWorkerPoolTaints', { ...pool, taints: {} })).status).toBe(204);
    expect((await poolV2Of(account)).taints).toEqual({});
  });

  test('204: Terraform posts {} seconds after the master is ready, while workers are being ordered', async () => {
    const account = await emulator.account();
    await youngCluster(account);
    expect((await workersOf(account)).map(({ state }) => state)).toEqual(['provision_pending', 'provision_pending']);
    expect((await account.post('/v2/setWorkerPoolTaints', { ...pool, taints: {} })).status).toBe(204);
  });

  test.each(['edge', 'edge:NoWay', 'edge:', 'two words:NoExecute'])('400: the taint %p', async (taint) => {
    const account = await emulator.account();
    await youngCluster(account);
    const refused = await account.post('/v2/setWorkerPoolTaints', { ...pool, taints: { dedicated: taint } });
    expect(refusalOf(refused)).toBe(
      '400 E0021 The request is not valid: taints.dedicated must be value:effect with the effect NoSchedule, PreferNoSchedule or NoExecute.',
    );
    expect((await poolV2Of(account)).taints).toEqual({});
  });
});

describe('setWorkerPoolOperatingSystem', () => {
  test('202: no body; workers get it when they are next reloaded, new ones at once', async () => {
    const account = await emulator.account();
    await readyCluster(account, { masterVersion: '4.17_openshift', workerNum: 2 });
    const [stays, reloads] = (await workersOf(account)).map(({ id }) => id);
    const systemOf = async (id = ''): Promise<string> => (await workerV2Of(account, id)).lifecycle.actualOperatingSystem;
    expect((await poolOf(account)).operatingSystem).toBe('RHEL_9');

    const set = await account.post('/v2/setWorkerPoolOperatingSystem', { cluster: 'shop', workerPool: 'default', operatingSystem: 'RHEL_8' });
    expect([set.status, set.text]).toEqual([202, '']);
    expect((await poolOf(account)).operatingSystem).toBe('RHEL_8');
    await account.put(`/v1/clusters/shop/workers/${reloads ?? ''}`, { action: 'reload' });
    await account.settle('all');
    expect([await systemOf(stays), await systemOf(reloads)]).toEqual(['RHEL_9', 'RHEL_8']);
  });

  test('400: one that does not go with version and flavor', async () => {
    const account = await emulator.account();
    await youngCluster(account);
    const refused = await account.post('/v2/setWorkerPoolOperatingSystem', { ...pool, operatingSystem: 'RHEL_8' });
    expect(refusalOf(refused)).toBe('400 E0021 The request is not valid: operatingSystem must be one of: UBUNTU_24_64.');
    expect((await poolOf(account)).operatingSystem).toBe('UBUNTU_24_64');
  });
});

describe('rebalanceWorkerPool', () => {
  test('204: no body; every zone is back at its size, and the size is left alone (R187, R211)', async () => {
    const account = await emulator.account();
    await readyCluster(account);
    await account.post('/v2/removeWorker', { cluster: 'shop', workerID: first(await workersOf(account)).id });
    expect((await poolOf(account)).isBalanced).toBe(false);
    const done = await account.post('/v2/rebalanceWorkerPool', pool);
    expect([done.status, done.text]).toEqual([204, '']);
    expect(await poolOf(account)).toMatchObject({ isBalanced: true, sizePerZone: 2, zones: [{ workerCount: 2 }] });
  });

  test('204: a balanced pool stays as it is', async () => {
    const account = await emulator.account();
    await youngCluster(account);
    const before = await workersOf(account);
    expect((await account.post('/v2/rebalanceWorkerPool', pool)).status).toBe(204);
    expect(await workersOf(account)).toEqual(before);
  });

  test('403: the worker that is missing would be above the quota (R196)', async () => {
    const account = await emulator.account();
    await readyCluster(account);
    await account.post('/v2/removeWorker', { cluster: 'shop', workerID: first(await workersOf(account)).id });
    await account.settle('all');
    await account.patch(`/_emulator/accounts/${account.id}`, { workerQuota: 1 });
    expect(refusalOf(await account.post('/v2/rebalanceWorkerPool', pool))).toContain('403 E60b6');
    expect(await workersOf(account)).toHaveLength(1);
  });
});

describe.each(Object.entries(calls))('%s', (call, body) => {
  const post = (account: TestAccount, change: Readonly<Record<string, unknown>> = {}) => account.post(`/v2/${call}`, { ...pool, ...body, ...change });

  test('400: the master is on its way; the cluster is being deleted; pool or cluster is not named', async () => {
    const account = await emulator.account();
    await account.createCluster();
    expect(refusalOf(await post(account))).toContain('400 Ef9cc');
    expect(refusalOf(await post(account, { workerpool: '' }))).toContain('400 E0020 Required fields are missing: workerpool');
    expect(refusalOf(await post(account, { cluster: undefined }))).toContain('400 E0020 Required fields are missing: cluster');
    await account.settle('all');
    await account.delete('/v1/clusters/shop');
    expect(refusalOf(await post(account))).toMatch(/^400 E0023 .* is not possible in the state deleting\. Possible now: nothing\.$/);
  });

  test('404: an unknown pool, an unknown cluster', async () => {
    const account = await emulator.account();
    await account.createCluster();
    expect(refusalOf(await post(account, { workerpool: 'x' }))).toBe('404 E0d40 The specified worker pool could not be found.');
    expect(refusalOf(await post(account, { cluster: 'x' }))).toBe('404 G0004 The specified cluster could not be found.');
  });
});
