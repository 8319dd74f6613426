import { describe, expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import { type PoolCall, testPoolRefusals, testUnnamedPool } from './refusals.js';
import { albsOf, type Pool, poolOf, pools, readyCluster, refusalOf, stateOf, type Worker, workersOf } from './scene.js';

const emulator = await connectEmulator();

const ways: Readonly<Record<string, PoolCall>> = {
  removeWorkerPool: (account, cluster, pool) => account.delete(`/v1/clusters/${cluster}/workerpools/${pool}`),
  removeWorkerPool1: (account, cluster, workerpool) => account.post('/v2/removeWorkerPool', { cluster, workerpool }),
};

const batch = { name: 'batch', machineType: 'b3c.4x16', sizePerZone: 1 };
const allWorkers = async (account: TestAccount): Promise<readonly Worker[]> =>
  (await account.get<Worker[]>('/v1/clusters/shop/workers?showDeleted=true')).body;

describeOperation(emulator, ['removeWorkerPool', 'removeWorkerPool1'], () => {
  describe.each(Object.entries(ways))('%s', (_, remove) => {
    test('204: the pool is gone at once, its workers are deleting and then deleted (R192, R212)', async () => {
      const account = await emulator.account();
      await readyCluster(account);
      const { id } = (await account.post<Pool>(pools, { ...batch, zones: [{ id: 'dal10' }] })).body;
      await account.settle('all');
      const removed = await remove(account, 'shop', id);
      expect([removed.status, removed.text]).toEqual([204, '']);
      for (const pool of ['batch', id]) {
        for (const path of [`${pools}/${pool}`, `/v2/getWorkerPool?cluster=shop&workerpool=${pool}`, `/v1/clusters/shop/workers?pool=${pool}`]) {
          expect(refusalOf(await account.get(path))).toBe('404 E0d40 The specified worker pool could not be found.');
        }
      }
      expect((await account.get<Pool[]>(pools)).body.map(({ name }) => name)).toEqual(['default']);
      const ofPool = async () => (await allWorkers(account)).filter(({ poolName }) => poolName === 'batch');
      expect(await ofPool()).toMatchObject([{ state: 'deleting', reasonForDelete: 'The worker pool was deleted' }]);
      await account.settle('all');
      expect(await ofPool()).toMatchObject([{ state: 'deleted', privateIP: '', publicIP: '' }]);
      expect(await stateOf(account)).toBe('normal');
      expect(refusalOf(await remove(account, 'shop', id))).toContain('404 E0d40');
    });

    test('204: the pool default too, when another remains (R192)', async () => {
      const account = await emulator.account();
      await readyCluster(account);
      await account.post(pools, { ...batch, zones: [{ id: 'dal10' }] });
      expect((await remove(account, 'shop', 'default')).status).toBe(204);
      expect((await workersOf(account)).map(({ poolName }) => poolName)).toEqual(['batch']);
    });

    test('204: a zone that no other pool has loses its ALBs and portable subnets, one that another has keeps them (R240)', async () => {
      const account = await emulator.account();
      await readyCluster(account);
      await account.post(pools, { ...batch, zones: [{ id: 'dal10' }, { id: 'dal12' }] });
      await account.settle('all');
      expect(new Set((await albsOf(account)).map(({ zone }) => zone))).toEqual(new Set(['dal10', 'dal12']));
      await remove(account, 'shop', 'batch');
      expect(new Set((await albsOf(account)).map(({ zone }) => zone))).toEqual(new Set(['dal10']));
      const subnets = await account.get<{ zone: string }[]>('/v1/clusters/shop/subnets');
      expect(new Set(subnets.body.map(({ zone }) => zone))).toEqual(new Set(['dal10']));
    });

    test('400: the last pool of a cluster (R192)', async () => {
      const account = await emulator.account();
      await readyCluster(account);
      expect(refusalOf(await remove(account, 'shop', 'default'))).toBe(
        '400 E0021 The request is not valid: the worker pool default is the last one of the cluster and cannot be deleted.',
      );
      expect((await poolOf(account)).zones).toMatchObject([{ workerCount: 2 }]);
      await account.post(pools, batch);
      await remove(account, 'shop', 'batch');
      expect((await remove(account, 'shop', 'default')).status).toBe(400);
    });

    testPoolRefusals(emulator, remove);
  });

  testUnnamedPool(emulator, '/v2/removeWorkerPool', { cluster: 'shop', workerpool: 'default' });
});
