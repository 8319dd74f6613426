import { describe, expect, test } from '@jest/globals';
import { testUnknownCluster } from '../support/cluster-refusals.js';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import type { ErrorBody } from './bodies.js';
import { settledWorker, UNKNOWN } from './settled-worker.js';

const emulator = await connectEmulator();

describeOperation(emulator, ['getWorker', 'classicGetWorker'], () => {
  describe.each(['/v2/', '/v2/classic/'])('%sgetWorker', (base) => {
    test('200: the worker as it is listed, networkInformation among its fields (A24)', async () => {
      const { account, cluster, worker } = await settledWorker(emulator);
      const [listed] = (await account.get<unknown[]>(`${base}getWorkers?cluster=shop`)).body;
      expect(listed).toMatchObject({ id: worker.id, networkInformation: { privateIP: worker.privateIP, publicVLAN: worker.publicVlan } });
      for (const word of [cluster, 'shop']) {
        const answer = await account.get(`${base}getWorker?cluster=${word}&worker=${worker.id}`);
        expect([answer.status, answer.body]).toEqual([200, listed]);
      }
    });

    test('400 E0020: cluster or worker is not named', async () => {
      const account = await emulator.account();
      for (const [query, field] of [['?cluster=shop', 'worker'], [`?worker=${UNKNOWN}`, 'cluster']] as const) {
        const refused = await account.get(`${base}getWorker${query}`);
        expect(refused).toMatchObject({ status: 400, body: { code: 'E0020', description: `Required fields are missing: ${field}.` } });
      }
    });

    test('404 E0011: a worker that nobody has, or that another cluster has', async () => {
      const { account, worker } = await settledWorker(emulator);
      await account.createCluster({ name: 'other' });
      for (const query of [`cluster=shop&worker=${UNKNOWN}`, `cluster=other&worker=${worker.id}`]) {
        const missing = await account.get<ErrorBody>(`${base}getWorker?${query}`);
        expect([missing.status, missing.body.description]).toEqual([404, 'The specified worker node could not be found.']);
      }
    });

    testUnknownCluster(emulator, (account, cluster) => account.get(`${base}getWorker?cluster=${cluster}&worker=${UNKNOWN}`));
  });
});
