import { describe, expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import type { ErrorBody, WorkerBody } from './bodies.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'getClusterWorkers', () => {
  test('200: all workers from the first moment on, before anything is deployed (R128)', async () => {
    const account = await emulator.account();
    await account.createCluster({ workerNum: 3 });
    const { status, body } = await account.get<WorkerBody[]>('/v1/clusters/shop/workers');
    expect(status).toBe(200);
    expect(body.map(({ state, poolName, location }) => [state, poolName, location])).toEqual([
      ['provision_pending', 'default', 'dal10'],
      ['provision_pending', 'default', 'dal10'],
      ['provision_pending', 'default', 'dal10'],
    ]);
    expect(new Set(body.map(({ id }) => id)).size).toBe(3);
  });

  test('200: by id as by name of the cluster, each item as its single read (R95)', async () => {
    const account = await emulator.account();
    const id = await account.createCluster();
    await account.settle('all');
    const { body } = await account.get<WorkerBody[]>(`/v1/clusters/${id}/workers`);
    expect((await account.get('/v1/clusters/shop/workers')).body).toEqual(body);
    for (const worker of body) expect((await account.get(`/v1/clusters/${id}/workers/${worker.id}`)).body).toEqual(worker);
  });

  test('200: the pool is named by id or by name; an empty one is none', async () => {
    const account = await emulator.account();
    await account.createCluster({ defaultWorkerPoolName: 'compute' });
    const all = await account.get<WorkerBody[]>('/v1/clusters/shop/workers');
    expect(all.body).toHaveLength(2);
    for (const pool of ['compute', all.body[0]?.poolid ?? '', '']) {
      expect((await account.get(`/v1/clusters/shop/workers?showDeleted=false&pool=${pool}`)).body).toEqual(all.body);
    }
  });

  test('404: a pool that the cluster does not have, be it one of another cluster', async () => {
    const account = await emulator.account();
    await account.createCluster({ name: 'one', defaultWorkerPoolName: 'compute' });
    await account.createCluster({ name: 'two' });
    for (const pool of ['compute', 'nothing']) {
      const missing = await account.get<ErrorBody>(`/v1/clusters/two/workers?pool=${pool}`);
      expect(missing.status).toBe(404);
      expect(missing.body.description).toBe('The specified worker pool could not be found.');
    }
  });

  test('deleted workers of a deleting cluster show on demand alone (R212)', async () => {
    const account = await emulator.account();
    await account.createCluster();
    await account.settle('all');
    const addresses = (await account.get<WorkerBody[]>('/v1/clusters/shop/workers')).body.map(({ privateIP }) => privateIP);
    await account.delete('/v1/clusters/shop');
    const deleting = await account.get<WorkerBody[]>('/v1/clusters/shop/workers');
    expect(deleting.body.map(({ state, status, reasonForDelete, privateIP }) => [state, status, reasonForDelete, privateIP])).toEqual(
      addresses.map((address) => ['deleting', 'The worker is being deleted', 'Cluster deletion was requested', address]),
    );

    await account.settle('next');
    for (const query of ['', '?showDeleted=false', '?showDeleted=', '?showDeleted=false&pool=default']) {
      expect((await account.get(`/v1/clusters/shop/workers${query}`)).body).toEqual([]);
    }
    for (const query of ['?showDeleted=true', '?showDeleted=TRUE&pool=default']) {
      const { body } = await account.get<WorkerBody[]>(`/v1/clusters/shop/workers${query}`);
      expect(body.map(({ state, privateIP, publicIP }) => [state, privateIP, publicIP])).toEqual([
        ['deleted', '', ''],
        ['deleted', '', ''],
      ]);
    }
    expect((await account.get('/v1/clusters/shop')).body).toMatchObject({ state: 'deleting', workerCount: 0 });
  });

  test('400: showDeleted is neither true nor false', async () => {
    const account = await emulator.account();
    await account.createCluster();
    const refused = await account.get<ErrorBody>('/v1/clusters/shop/workers?showDeleted=maybe');
    expect(refused.status).toBe(400);
    expect(refused.body.description).toContain('showDeleted');
  });

  test('404: no such cluster, or one of another account', async () => {
    const [owner, stranger] = [await emulator.account(), await emulator.account()];
    const id = await owner.createCluster();
    for (const cluster of [id, 'shop', '0123456789abcdef0123456789abcdef']) {
      const missing = await stranger.get<ErrorBody>(`/v1/clusters/${cluster}/workers`);
      expect(missing.status).toBe(404);
      expect(missing.body).toMatchObject({ code: 'G0004', description: 'The specified cluster could not be found.' });
    }
  });
});

describe('the id of a worker (R201)', () => {
  test.each([
    ['mycluster-dal10', 'myworkerpool2', 'myclusterda', 'myworke'],
    ['shop', 'default', 'shop', 'default'],
    ['my_shop.in-dal', 'a-b_c.d', 'myshopindal', 'abcd'],
    ['X', 'Y', 'X', 'Y'],
    ['a----------b', 'z-------------1', 'ab', 'z1'],
  ])('cluster %s, pool %s', async (name, defaultWorkerPoolName, clusterPart, poolPart) => {
    const account = await emulator.account();
    const id = await account.createCluster({ name, defaultWorkerPoolName, workerNum: 1 });
    const { body } = await account.get<WorkerBody[]>(`/v1/clusters/${id}/workers`);
    expect(body[0]?.id).toMatch(new RegExp(`^kube-${id}-${clusterPart}-${poolPart}-[0-9a-f]{8}$`));
    expect(body[0]?.id.split('-')[1]).toBe(id);
  });

  test('the last part grows with time, within a create and from one to the next', async () => {
    const account = await emulator.account();
    await account.createCluster({ name: 'one', workerNum: 12 });
    await account.createCluster({ name: 'two', workerNum: 2 });
    const one = await account.get<WorkerBody[]>('/v1/clusters/one/workers');
    const two = await account.get<WorkerBody[]>('/v1/clusters/two/workers');
    const numbers = [...one.body, ...two.body].map(({ id }) => id.slice(-8));
    expect(numbers).toEqual([...numbers].sort());
    expect(new Set(numbers).size).toBe(14);
  });
});
