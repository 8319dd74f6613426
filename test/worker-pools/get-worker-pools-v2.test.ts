import { describe, expect, test } from '@jest/globals';
import { testUnknownCluster } from '../support/cluster-refusals.js';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { withCluster } from './pool-reads.js';

const emulator = await connectEmulator();

describeOperation(emulator, ['getWorkerPools1', 'classicGetWorkerPools'], () => {
  describe.each(['/v2/getWorkerPools', '/v2/classic/getWorkerPools'])('%s', (url) => {
    test('200: exactly the documented fields, an array in both forms of the list (A3)', async () => {
      const { account, cluster, pool, privateVlan, publicVlan } = await withCluster(emulator, { defaultWorkerPoolEntitlement: 'cloud_pak' });
      const list = await account.get<object[]>(`${url}?cluster=${cluster}`);
      expect(list.status).toBe(200);
      expect(list.body).toEqual([
        {
          id: pool.id,
          poolName: 'default',
          flavor: 'b3c.4x16.encrypted',
          provider: 'classic',
          isolation: 'public',
          workerCount: 2,
          isBalanced: true,
          autoscaleEnabled: false,
          labels: { 'ibm-cloud.kubernetes.io/worker-pool-id': pool.id },
          hostLabels: {},
          taints: {},
          operatingSystem: 'UBUNTU_24_64',
          openshiftLicense: 'cloud_pak',
          reservationID: '',
          reservationName: '',
          lifecycle: { actualState: 'active', desiredState: 'active' },
          zones: [
            {
              id: 'dal10',
              privateVlan,
              publicVlan,
              privateVLAN: privateVlan,
              publicVLAN: publicVlan,
              workerCount: 2,
              autobalanceEnabled: true,
              messages: [],
            },
          ],
        },
      ]);
    });

    test('200: `v1-compatible` is sent along by Terraform and changes nothing', async () => {
      const { account } = await withCluster(emulator);
      const plain = await account.get(`${url}?cluster=shop`);
      const flagged = await account.get(`${url}?v1-compatible&cluster=shop`);
      expect(flagged.status).toBe(200);
      expect(flagged.body).toEqual(plain.body);
    });

    test('400 E0020: no cluster is named', async () => {
      const account = await emulator.account();
      expect(await account.get(url)).toMatchObject({ status: 400, body: { code: 'E0020', description: 'Required fields are missing: cluster.' } });
    });

    testUnknownCluster(emulator, (account, cluster) => account.get(`${url}?cluster=${cluster}`));
  });
});
