import { describe, expect, test } from '@jest/globals';
import { startEmulator } from '../support/emulator.js';
import { type ErrorBody, withCluster } from './reads.js';

const emulator = await startEmulator();

const lists = (url: string): void => {
  test('200: exactly the documented fields, an array in both forms (A3)', async () => {
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

  test('404: an unknown cluster', async () => {
    const account = await emulator.account();
    const missing = await account.get<ErrorBody>(`${url}?cluster=nothing`);
    expect([missing.status, missing.body.description]).toEqual([404, 'The specified cluster could not be found.']);
  });

  test('400 E0020: no cluster is named', async () => {
    const account = await emulator.account();
    const refused = await account.get<ErrorBody>(url);
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ code: 'E0020', description: 'Required fields are missing: cluster.' });
  });
};

describe('getWorkerPools1', () => {
  lists('/v2/getWorkerPools');
});

describe('classicGetWorkerPools', () => {
  lists('/v2/classic/getWorkerPools');
});
