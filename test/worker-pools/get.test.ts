import { describe, expect, test } from '@jest/globals';
import { startEmulator } from '../support/emulator.js';
import { type ErrorBody, withCluster } from './reads.js';

const emulator = await startEmulator();

describe('getWorkerPool1', () => {
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

  test('200: while the cluster is deleted its workers count no more, the pool stays to the end (R194)', async () => {
    const { account } = await withCluster(emulator);
    await account.settle('all');
    await account.delete('/v1/clusters/shop');
    const { body } = await account.get('/v1/clusters/shop/workerpools/default');
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
    const { pool } = await withCluster(emulator);
    const { account: stranger } = await withCluster(emulator);
    const foreign = await stranger.get<ErrorBody>(`/v1/clusters/shop/workerpools/${pool.id}`);
    const unknown = await stranger.get<ErrorBody>('/v1/clusters/shop/workerpools/c00000000000000000v0-0000000');
    expect(foreign.status).toBe(404);
    expect({ ...foreign.body, incidentID: '' }).toEqual({ ...unknown.body, incidentID: '' });
  });

  test('404 G0004: the cluster is unknown', async () => {
    const account = await emulator.account();
    const missing = await account.get<ErrorBody>('/v1/clusters/nothing/workerpools/default');
    expect(missing.status).toBe(404);
    expect(missing.body).toMatchObject({ code: 'G0004', description: 'The specified cluster could not be found.' });
  });
});
