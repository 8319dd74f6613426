import { expect, test } from '@jest/globals';
import { testUnknownCluster } from '../support/cluster-refusals.js';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { type ErrorBody, type PoolBody, withCluster } from './pool-reads.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'getWorkerPool1', () => {
  test('200: the pool as it is listed, with both spellings of the VLAN keys (R182, A7)', async () => {
    const { account, pool, privateVlan, publicVlan } = await withCluster(emulator);
    const answer = await account.get<PoolBody>('/v1/clusters/shop/workerpools/default');
    expect([answer.status, answer.body]).toEqual([200, pool]);
    expect(answer.body.zones).toMatchObject([{ privateVlan, publicVlan, privateVLAN: privateVlan, publicVLAN: publicVlan, workerCount: 2 }]);
  });

  test('200: cluster and pool by id or name in any mix (R95)', async () => {
    const { account, cluster, pool } = await withCluster(emulator, { defaultWorkerPoolName: 'compute' });
    expect(pool.name).toBe('compute');
    for (const clusterWord of [cluster, 'shop']) {
      for (const poolWord of [pool.id, 'compute']) {
        const { status, body } = await account.get(`/v1/clusters/${clusterWord}/workerpools/${poolWord}`);
        expect(status).toBe(200);
        expect(body).toEqual(pool);
      }
    }
    expect((await account.get('/v1/clusters/shop/workerpools/default')).status).toBe(404);
  });

  test('200: an id means the pool that has it, also where another pool has an id for a name (R95)', async () => {
    const { account, pool } = await withCluster(emulator);
    await account.settle('all');
    const made = await account.post<PoolBody>('/v1/clusters/shop/workerpools', { name: pool.id, machineType: 'b3c.4x16', sizePerZone: 1 });
    expect(made.status).toBe(201);
    expect((await account.get<PoolBody>(`/v1/clusters/shop/workerpools/${pool.id}`)).body).toMatchObject({ id: pool.id, name: 'default' });
    expect((await account.delete(`/v1/clusters/shop/workerpools/${pool.id}`)).status).toBe(204);
    expect((await account.get<PoolBody>(`/v1/clusters/shop/workerpools/${pool.id}`)).body.id).toBe(made.body.id);
  });

  test('200: while the cluster is deleted its workers count no more, the pool stays to the end (R194)', async () => {
    const { account } = await withCluster(emulator);
    await account.settle('all');
    await account.delete('/v1/clusters/shop');
    const { body } = await account.get<PoolBody>('/v1/clusters/shop/workerpools/default');
    expect(body).toMatchObject({ sizePerZone: 2, isBalanced: false, zones: [{ workerCount: 0 }] });
  });

  test('404: a pool that the cluster does not have, be it one of another cluster', async () => {
    const { account, pool } = await withCluster(emulator);
    await account.createCluster({ name: 'other', defaultWorkerPoolName: 'compute' });
    for (const word of ['nothing', 'compute', 'DEFAULT', `${pool.id}0`]) {
      const missing = await account.get<ErrorBody>(`/v1/clusters/shop/workerpools/${word}`);
      expect(missing.status).toBe(404);
      expect(missing.body.description).toBe('The specified worker pool could not be found.');
    }
    expect((await account.get(`/v1/clusters/other/workerpools/${pool.id}`)).status).toBe(404);
  });

  test("404: another account's pool answers like one that nobody has", async () => {
    const { cluster, pool } = await withCluster(emulator);
    const { account: stranger } = await withCluster(emulator);
    const foreign = await stranger.get<ErrorBody>(`/v1/clusters/shop/workerpools/${pool.id}`);
    const unknown = await stranger.get<ErrorBody>('/v1/clusters/shop/workerpools/c00000000000000000v0-0000000');
    expect(foreign.status).toBe(404);
    expect({ ...foreign.body, incidentID: '' }).toEqual({ ...unknown.body, incidentID: '' });
    expect((await stranger.get<ErrorBody>(`/v1/clusters/${cluster}/workerpools`)).body.code).toBe('G0004');
  });

  testUnknownCluster(emulator, (account, cluster) => account.get(`/v1/clusters/${cluster}/workerpools/default`));
});
