import { describe, expect, test } from '@jest/globals';
import { testUnknownCluster } from '../support/cluster-refusals.js';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { type ErrorBody, withCluster } from './pool-reads.js';

const emulator = await connectEmulator();

describeOperation(emulator, ['getWorkerPool', 'classicGetWorkerPool'], () => {
  describe.each(['/v2/', '/v2/classic/'])('%sgetWorkerPool', (base) => {
    test('200: the pool as it is listed, by ids or names', async () => {
      const { account, cluster, pool } = await withCluster(emulator);
      const [listed] = (await account.get<unknown[]>(`${base}getWorkerPools?cluster=shop`)).body;
      expect(listed).toMatchObject({ id: pool.id, poolName: 'default', workerCount: 2 });
      for (const query of [`cluster=${cluster}&workerpool=${pool.id}`, 'cluster=shop&workerpool=default', 'v1-compatible&cluster=shop&workerpool=default']) {
        const answer = await account.get(`${base}getWorkerPool?${query}`);
        expect([answer.status, answer.body]).toEqual([200, listed]);
      }
    });

    test('400 E0020: cluster or pool is not named', async () => {
      const { account } = await withCluster(emulator);
      for (const [query, field] of [['?cluster=shop', 'workerpool'], ['?workerpool=default', 'cluster'], ['', 'cluster, workerpool']] as const) {
        const refused = await account.get<ErrorBody>(`${base}getWorkerPool${query}`);
        expect(refused).toMatchObject({ status: 400, body: { code: 'E0020', description: `Required fields are missing: ${field}.` } });
      }
    });

    test('404 E0d40: an unknown pool', async () => {
      const { account } = await withCluster(emulator);
      const missing = await account.get<ErrorBody>(`${base}getWorkerPool?cluster=shop&workerpool=nothing`);
      expect([missing.status, missing.body.description]).toEqual([404, 'The specified worker pool could not be found.']);
    });

    testUnknownCluster(emulator, (account, cluster) => account.get(`${base}getWorkerPool?cluster=${cluster}&workerpool=default`));
  });
});
