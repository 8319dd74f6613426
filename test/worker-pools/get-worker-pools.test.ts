import { expect, test } from '@jest/globals';
import { testUnknownCluster } from '../support/cluster-refusals.js';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { withCluster } from './pool-reads.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'getWorkerPools', () => {
  test('200: the default pool with exactly the documented fields, complete from the start, with both spellings of the VLAN keys (R180 to R183, A7)', async () => {
    const { account, cluster, pool, privateVlan, publicVlan } = await withCluster(emulator);
    expect(pool.id).toMatch(new RegExp(`^${cluster}-[0-9a-f]{7}$`));
    const expected = {
      id: pool.id,
      name: 'default',
      machineType: 'b3c.4x16.encrypted',
      sizePerZone: 2,
      isolation: 'public',
      labels: { 'ibm-cloud.kubernetes.io/worker-pool-id': pool.id },
      region: 'us-south',
      state: 'active',
      reasonForDelete: '',
      isBalanced: true,
      autoscaleEnabled: false,
      operatingSystem: 'UBUNTU_24_64',
      entitlement: '',
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
    };
    const list = await account.get(`/v1/clusters/${cluster}/workerpools`);
    expect(list.status).toBe(200);
    expect(list.body).toEqual([expected]);
    await account.settle('all');
    expect((await account.get(`/v1/clusters/${cluster}/workerpools`)).body).toEqual([expected]);
  });

  test('200: what the create chose comes back (R180, R182)', async () => {
    const { pool } = await withCluster(emulator, {
      workerNum: 3,
      machineType: 'mb4c.4x32',
      operatingSystem: 'UBUNTU_24_64',
      defaultWorkerPoolEntitlement: 'cloud_pak',
    });
    expect(pool).toMatchObject({
      sizePerZone: 3,
      machineType: 'mb4c.4x32.encrypted',
      isolation: 'private',
      operatingSystem: 'UBUNTU_24_64',
      entitlement: 'cloud_pak',
      zones: [{ workerCount: 3 }],
    });
  });

  test('200: the pool of a private-only cluster has no public VLAN (R9)', async () => {
    const { pool } = await withCluster(emulator, { privateOnly: true });
    expect(pool).toMatchObject({ zones: [{ publicVlan: '', publicVLAN: '', privateVlan: expect.stringMatching(/^\d{7}$/) as unknown }] });
  });

  testUnknownCluster(emulator, (account, cluster) => account.get(`/v1/clusters/${cluster}/workerpools`));
});
