import { describe, expect, test } from '@jest/globals';
import { startEmulator } from '../support/emulator.js';
import { type ErrorBody, withCluster } from './reads.js';

const emulator = await startEmulator();

const reads = (url: string): void => {
  test('200: the pool as the list has it, cluster and pool by id or name (R95)', async () => {
    const { account, cluster, pool } = await withCluster(emulator, { defaultWorkerPoolEntitlement: 'cloud_pak' });
    const [listed] = (await account.get<object[]>(`${url}s?cluster=shop`)).body;
    expect(listed).toMatchObject({ id: pool.id, poolName: 'default', workerCount: 2, openshiftLicense: 'cloud_pak' });
    for (const query of [`cluster=${cluster}&workerpool=${pool.id}`, 'cluster=shop&workerpool=default']) {
      const { status, body } = await account.get(`${url}?${query}`);
      expect([status, body]).toEqual([200, listed]);
    }
  });

  test('404: unknown pool and cluster, each with its sentence', async () => {
    const { account } = await withCluster(emulator);
    const pool = await account.get<ErrorBody>(`${url}?cluster=shop&workerpool=nothing`);
    expect([pool.status, pool.body.description]).toEqual([404, 'The specified worker pool could not be found.']);
    const cluster = await account.get<ErrorBody>(`${url}?cluster=nothing&workerpool=default`);
    expect([cluster.status, cluster.body.description]).toEqual([404, 'The specified cluster could not be found.']);
  });

  test('400 E0020: no pool is named', async () => {
    const { account } = await withCluster(emulator);
    const refused = await account.get<ErrorBody>(`${url}?cluster=shop`);
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ code: 'E0020', description: 'Required fields are missing: workerpool.' });
  });
};

describe('getWorkerPool', () => {
  reads('/v2/getWorkerPool');
});

describe('classicGetWorkerPool', () => {
  reads('/v2/classic/getWorkerPool');
});
