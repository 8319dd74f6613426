import { describe, expect, test } from '@jest/globals';
import { startEmulator } from '../support/emulator.js';

const emulator = await startEmulator();

interface PoolBody {
  readonly id: string;
  readonly name: string;
  readonly sizePerZone: number;
  readonly isBalanced: boolean;
  readonly zones: readonly { readonly id: string; readonly workerCount: number }[];
}

interface ErrorBody {
  readonly incidentID: string;
  readonly code: string;
  readonly description: string;
}

async function withCluster(request: Readonly<Record<string, unknown>> = {}) {
  const account = await emulator.account();
  const cluster = await account.createCluster(request);
  const [pool] = (await account.get<PoolBody[]>(`/v1/clusters/${cluster}/workerpools`)).body;
  if (pool === undefined) throw new Error('The cluster has no pool.');
  const vlans = (await account.get<{ id: string; type: string }[]>('/v1/datacenters/dal10/vlans')).body;
  const vlanOf = (type: string): string => vlans.find((vlan) => vlan.type === type)?.id ?? 'none';
  return { account, cluster, pool, privateVlan: vlanOf('private'), publicVlan: vlanOf('public') };
}

describe('getWorkerPools and getWorkerPool1', () => {
  test('200: the default pool with exactly the documented fields, complete from the start (R180 to R183, A7)', async () => {
    const { account, cluster, pool, privateVlan, publicVlan } = await withCluster();
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
    expect((await account.get(`/v1/clusters/${cluster}/workerpools/default`)).body).toEqual(expected);
  });

  test('200: cluster and pool by id or name in any mix (R95)', async () => {
    const { account, cluster, pool } = await withCluster({ defaultWorkerPoolName: 'compute' });
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

  test('200: what the create chose comes back (R180, R182)', async () => {
    const { pool } = await withCluster({
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
    const { pool } = await withCluster({ privateOnly: true });
    expect(pool).toMatchObject({ zones: [{ publicVlan: '', publicVLAN: '', privateVlan: expect.stringMatching(/^\d{7}$/) as unknown }] });
  });

  test('200: while the cluster is deleted its workers count no more, the pool stays to the end (R194)', async () => {
    const { account } = await withCluster();
    await account.settle('all');
    await account.delete('/v1/clusters/shop');
    const { body } = await account.get<PoolBody>('/v1/clusters/shop/workerpools/default');
    expect(body).toMatchObject({ sizePerZone: 2, isBalanced: false, zones: [{ workerCount: 0 }] });
  });

  test('404: a pool that the cluster does not have, be it one of another cluster', async () => {
    const { account, pool } = await withCluster();
    await account.createCluster({ name: 'other', defaultWorkerPoolName: 'compute' });
    for (const word of ['nothing', 'compute', 'DEFAULT', `${pool.id}0`]) {
      const missing = await account.get<ErrorBody>(`/v1/clusters/shop/workerpools/${word}`);
      expect(missing.status).toBe(404);
      expect(missing.body.description).toBe('The specified worker pool could not be found.');
    }
    expect((await account.get(`/v1/clusters/other/workerpools/${pool.id}`)).status).toBe(404);
  });

  test("404: another account's pool answers like one that nobody has", async () => {
    const { cluster, pool } = await withCluster();
    const { account: stranger } = await withCluster();
    const foreign = await stranger.get<ErrorBody>(`/v1/clusters/shop/workerpools/${pool.id}`);
    const unknown = await stranger.get<ErrorBody>('/v1/clusters/shop/workerpools/c00000000000000000v0-0000000');
    expect(foreign.status).toBe(404);
    expect({ ...foreign.body, incidentID: '' }).toEqual({ ...unknown.body, incidentID: '' });
    expect((await stranger.get<ErrorBody>(`/v1/clusters/${cluster}/workerpools`)).body.code).toBe('G0004');
  });

  test('404 G0004: the cluster is unknown', async () => {
    const account = await emulator.account();
    for (const path of ['workerpools', 'workerpools/default']) {
      const missing = await account.get<ErrorBody>(`/v1/clusters/nothing/${path}`);
      expect(missing.status).toBe(404);
      expect(missing.body).toMatchObject({ code: 'G0004', description: 'The specified cluster could not be found.' });
    }
  });
});

describe.each(['/v2/', '/v2/classic/'])('%sgetWorkerPools and getWorkerPool', (base) => {
  test('200: exactly the documented fields, an array in both forms of the list (A3)', async () => {
    const { account, cluster, pool, privateVlan, publicVlan } = await withCluster({ defaultWorkerPoolEntitlement: 'cloud_pak' });
    const list = await account.get<object[]>(`${base}getWorkerPools?cluster=${cluster}`);
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
    for (const query of [`cluster=${cluster}&workerpool=${pool.id}`, 'cluster=shop&workerpool=default']) {
      expect((await account.get(`${base}getWorkerPool?${query}`)).body).toEqual(list.body[0]);
    }
  });

  test('200: `v1-compatible` is sent along by Terraform and changes nothing', async () => {
    const { account } = await withCluster();
    const plain = await account.get(`${base}getWorkerPools?cluster=shop`);
    const flagged = await account.get(`${base}getWorkerPools?v1-compatible&cluster=shop`);
    expect(flagged.status).toBe(200);
    expect(flagged.body).toEqual(plain.body);
  });

  test('404: unknown pool and cluster, each with its sentence', async () => {
    const { account } = await withCluster();
    const pool = await account.get<ErrorBody>(`${base}getWorkerPool?cluster=shop&workerpool=nothing`);
    expect([pool.status, pool.body.description]).toEqual([404, 'The specified worker pool could not be found.']);
    for (const query of ['getWorkerPools?cluster=nothing', 'getWorkerPool?cluster=nothing&workerpool=default']) {
      const cluster = await account.get<ErrorBody>(`${base}${query}`);
      expect([cluster.status, cluster.body.description]).toEqual([404, 'The specified cluster could not be found.']);
    }
  });

  test('400 E0020: the query lacks what is needed', async () => {
    const { account } = await withCluster();
    for (const [query, field] of [['getWorkerPools', 'cluster'], ['getWorkerPool?cluster=shop', 'workerpool']] as const) {
      const refused = await account.get<ErrorBody>(`${base}${query}`);
      expect(refused.status).toBe(400);
      expect(refused.body).toMatchObject({ code: 'E0020', description: `Required fields are missing: ${field}.` });
    }
  });
});
