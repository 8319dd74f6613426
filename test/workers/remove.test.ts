import { describe, expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { albsOf, first, poolOf, readyCluster, refusalOf, stateOf, type Worker, workerOf, workersOf, youngCluster } from '../worker-pools/scene.js';
import { testWorkerRefusals, type WorkerCall } from './refusals.js';

const emulator = await connectEmulator();

const ways: Readonly<Record<string, WorkerCall>> = {
  removeClusterWorker: (account, id, cluster = 'shop') => account.delete(`/v1/clusters/${cluster}/workers/${id}`),
  v2RemoveWorker: (account, workerID, cluster = 'shop') => account.post('/v2/removeWorker', { cluster, workerID }),
};

describeOperation(emulator, ['removeClusterWorker', 'v2RemoveWorker'], () => {
  describe.each(Object.entries(ways))('%s', (_, remove) => {
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

    testWorkerRefusals(emulator, remove);
  });

  test.each(['cluster', 'workerID'])('v2RemoveWorker 400: %s is not named', async (field) => {
    const account = await emulator.account();
    const refused = await account.post('/v2/removeWorker', { cluster: 'shop', workerID: 'kube-nothing', [field]: '' });
    expect(refusalOf(refused)).toBe(`400 E0020 Required fields are missing: ${field}.`);
  });
});
