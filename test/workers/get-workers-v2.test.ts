import { describe, expect, test } from '@jest/globals';
import { testUnknownCluster } from '../support/cluster-refusals.js';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import type { ErrorBody, WorkerV2Body } from './bodies.js';
import { settledWorker } from './settled-worker.js';

const emulator = await connectEmulator();

describeOperation(emulator, ['getWorkers1', 'classicGetWorkers'], () => {
  describe.each(['/v2/getWorkers', '/v2/classic/getWorkers'])('%s', (url) => {
    test('200: exactly the documented fields, networkInformation among them (A24)', async () => {
      const { account, cluster, worker, pool } = await settledWorker(emulator);
      const { status, body } = await account.get<WorkerV2Body[]>(`${url}?cluster=${cluster}&showDeleted=false`);
      expect(status).toBe(200);
      expect(body).toEqual([
        {
          id: worker.id,
          flavor: 'b3c.4x16.encrypted',
          location: 'dal10',
          poolID: pool.id,
          poolName: 'default',
          health: { state: 'normal', message: 'Ready' },
          kubeVersion: {
            actual: '1.36.2_1524',
            desired: '1.36.2_1524',
            eos: '2027-08-01',
            masterEOS: '2027-08-01',
            target: '1.36.2_1524',
          },
          lifecycle: {
            actualState: 'deployed',
            desiredState: 'deployed',
            message: '',
            messageDate: '',
            messageDetails: '',
            messageDetailsDate: '',
            pendingOperation: '',
            reasonForDelete: '',
            actualOperatingSystem: 'UBUNTU_24_64',
          },
          networkInformation: {
            privateIP: worker.privateIP,
            privateVLAN: worker.privateVlan,
            publicIP: worker.publicIP,
            publicVLAN: worker.publicVlan,
          },
        },
      ]);
      expect((await account.get(`${url}?cluster=shop&pool=default`)).body).toEqual(body);
      expect((await account.get(`${url}?cluster=shop&pool=${pool.id}`)).body).toEqual(body);
    });

    test('200: deleted workers show on demand alone (R212)', async () => {
      const { account } = await settledWorker(emulator);
      await account.delete('/v1/clusters/shop');
      await account.settle('next');
      expect((await account.get(`${url}?cluster=shop`)).body).toEqual([]);
      expect((await account.get(`${url}?cluster=shop&showDeleted=true`)).body).toMatchObject([
        { lifecycle: { actualState: 'deleted' }, networkInformation: { privateIP: '', publicIP: '' } },
      ]);
    });

    test('400: no cluster is named, or showDeleted is no flag', async () => {
      const account = await emulator.account();
      expect(await account.get(url)).toMatchObject({ status: 400, body: { code: 'E0020', description: 'Required fields are missing: cluster.' } });
      expect(await account.get(`${url}?cluster=shop&showDeleted=perhaps`)).toMatchObject({ status: 400, body: { code: 'E0021' } });
    });

    test('404 E0d40: an unknown pool', async () => {
      const { account } = await settledWorker(emulator);
      const missing = await account.get<ErrorBody>(`${url}?cluster=shop&pool=nothing`);
      expect([missing.status, missing.body.description]).toEqual([404, 'The specified worker pool could not be found.']);
    });

    testUnknownCluster(emulator, (account, cluster) => account.get(`${url}?cluster=${cluster}`));
  });
});
