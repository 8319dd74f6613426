import { describe, expect, test } from '@jest/globals';
import { startEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import { albsOf, first, poolOf, readyCluster, refusalOf, stateOf, type Worker, workerOf, workersOf, youngCluster } from '../worker-pools/scene.js';

const emulator = await startEmulator();

type Remove = (account: TestAccount, id: string, cluster?: string) => ReturnType<TestAccount['delete']>;

const removes = (remove: Remove): void => {
  test('204: no body; the worker is deleting and then deleted, its pool unbalanced at the same size (R211, R212)', async () => {
    const account = await emulator.account();
    await readyCluster(account);
    const { id } = first(await workersOf(account));
    const removed = await remove(account, id);
    expect([removed.status, removed.text]).toEqual([204, '']);
    expect(await workerOf(account, id)).toMatchObject({ state: 'deleting', reasonForDelete: 'The worker was removed' });
    expect(await poolOf(account)).toMatchObject({ isBalanced: false, sizePerZone: 2, zones: [{ workerCount: 1 }] });

    expect(await account.settle('all')).toMatchObject([{ kind: 'worker', id, from: 'deleting', to: 'deleted' }]);
    const listed = async (query: string) => (await account.get<Worker[]>(`/v1/clusters/shop/workers${query}`)).body;
    expect((await listed('')).map((worker) => worker.id)).not.toContain(id);
    expect((await listed('?showDeleted=true')).find((worker) => worker.id === id)).toMatchObject({
      state: 'deleted',
      reasonForDelete: 'The worker was removed',
      privateIP: '',
      publicIP: '',
    });
    expect(await account.get('/v1/clusters/shop')).toMatchObject({ body: { state: 'normal', workerCount: 1 } });
  });

  test('204: the last worker too; the cluster is in warning (R186, R192)', async () => {
    const account = await emulator.account();
    await readyCluster(account, { workerNum: 1 });
    await remove(account, first(await workersOf(account)).id);
    await account.settle('all');
    expect((await account.get('/v1/clusters/shop/workers')).body).toEqual([]);
    expect(await stateOf(account)).toBe('warning');
  });

  test('204: of two that are coming, the other still makes the cluster ready and gets it its ALBs (R53, R121)', async () => {
    const account = await emulator.account();
    await youngCluster(account);
    await account.advance('10m');
    await remove(account, first(await workersOf(account)).id);
    await account.settle('all');
    expect(await stateOf(account)).toBe('normal');
    expect(await albsOf(account)).toHaveLength(2);
  });

  test('204: the one that a ready cluster-to-be waits for; what waited goes on (R53, R121)', async () => {
    const account = await emulator.account();
    await youngCluster(account);
    await account.advance('10m');
    await account.post('/v2/resizeWorkerPool', { cluster: 'shop', workerpool: 'default', size: 3 });
    await account.advance('6m');
    expect((await workersOf(account)).map(({ state }) => state).sort()).toEqual(['normal', 'normal', 'provisioning']);
    expect(await stateOf(account)).toBe('pending');
    await remove(account, first((await workersOf(account)).filter(({ state }) => state === 'provisioning')).id);
    await account.settle('all');
    expect(await stateOf(account)).toBe('normal');
    expect(await albsOf(account)).toHaveLength(2);
  });

  test('400: while the cluster is deleting (R125)', async () => {
    const account = await emulator.account();
    await readyCluster(account);
    const { id } = first(await workersOf(account));
    await account.delete('/v1/clusters/shop');
    expect(refusalOf(await remove(account, id))).toContain('400 E0023');
  });

  test('404: an unknown worker, and an unknown cluster', async () => {
    const account = await emulator.account();
    await readyCluster(account);
    const { id } = first(await workersOf(account));
    expect(refusalOf(await remove(account, `${id}0`))).toBe('404 E0011 The specified worker node could not be found.');
    expect(refusalOf(await remove(account, id, 'nowhere'))).toBe('404 G0004 The specified cluster could not be found.');
    expect(await workersOf(account)).toHaveLength(2);
  });
};

describe('removeClusterWorker', () => {
  removes((account, id, cluster = 'shop') => account.delete(`/v1/clusters/${cluster}/workers/${id}`));
});

describe('v2RemoveWorker', () => {
  removes((account, id, cluster = 'shop') => account.post('/v2/removeWorker', { cluster, workerID: id }));

  test.each(['cluster', 'workerID'])('400: %s is not named', async (field) => {
    const account = await emulator.account();
    await readyCluster(account);
    const { id } = first(await workersOf(account));
    const refused = await account.post('/v2/removeWorker', { cluster: 'shop', workerID: id, [field]: '' });
    expect(refusalOf(refused)).toBe(`400 E0020 Required fields are missing: ${field}.`);
    expect(await workersOf(account)).toHaveLength(2);
  });
});
