import { describe, expect, test } from '@jest/globals';
import { startEmulator } from '../support/emulator.js';
import type { ErrorBody, WorkerBody, WorkerV2Body } from './bodies.js';

const emulator = await startEmulator();

const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0000$/;
const UNKNOWN = 'kube-c00000000000000000v0-shop-default-000000ff';

async function settledCluster() {
  const account = await emulator.account();
  const cluster = await account.createCluster({ workerNum: 1 });
  await account.settle('all');
  const [worker] = (await account.get<WorkerBody[]>(`/v1/clusters/${cluster}/workers`)).body;
  const [pool] = (await account.get<{ id: string; zones: { privateVlan: string; publicVlan: string }[] }[]>(`/v1/clusters/${cluster}/workerpools`)).body;
  if (worker === undefined || pool === undefined) throw new Error('The cluster has no worker.');
  return { account, cluster, worker, pool };
}

describe('getWorkers and getWorkerByIdV1', () => {
  test('200: exactly the documented fields, with and without the cluster in the path (R202)', async () => {
    const { account, cluster, worker, pool } = await settledCluster();
    const { status, body } = await account.get<WorkerBody>(`/v1/clusters/${cluster}/workers/${worker.id}`);
    expect(status).toBe(200);
    expect(body).toEqual({
      id: expect.stringMatching(new RegExp(`^kube-${cluster}-shop-default-[0-9a-f]{8}$`)) as unknown,
      state: 'normal',
      status: 'Ready',
      statusDate: expect.stringMatching(DATE) as unknown,
      statusDetails: '',
      errorMessage: '',
      errorMessageDate: '',
      isolation: 'public',
      kubeVersion: '1.36.2_1524',
      targetVersion: '1.36.2_1524',
      versionEOS: '2027-08-01',
      masterVersionEOS: '2027-08-01',
      location: 'dal10',
      machineType: 'b3c.4x16.encrypted',
      pendingOperation: '',
      poolName: 'default',
      poolid: pool.id,
      privateIP: expect.stringMatching(/^10\.184\.\d+\.\d+$/) as unknown,
      privateVlan: pool.zones[0]?.privateVlan,
      publicIP: expect.stringMatching(/^169\.48\.\d+\.\d+$/) as unknown,
      publicVlan: pool.zones[0]?.publicVlan,
      reasonForDelete: '',
      trustedStatus: 'unsupported',
      billing: 'hourly',
    });
    expect((await account.get(`/v1/workers/${worker.id}`)).body).toEqual(body);
    expect((await account.get(`/v1/clusters/shop/workers/${worker.id}`)).body).toEqual(body);
  });

  test('200: a worker of a deleting cluster can be read also when it is deleted', async () => {
    const { account, worker } = await settledCluster();
    await account.delete('/v1/clusters/shop');
    await account.settle('next');
    expect((await account.get(`/v1/workers/${worker.id}`)).body).toMatchObject({ state: 'deleted', status: 'The worker is deleted' });
    expect((await account.get(`/v2/getWorker?cluster=shop&worker=${worker.id}`)).body).toMatchObject({
      lifecycle: { actualState: 'deleted', desiredState: 'deleted', reasonForDelete: 'Cluster deletion was requested' },
    });
  });

  test('404: a worker that nobody has, or that another cluster has (R95)', async () => {
    const { account, worker } = await settledCluster();
    await account.createCluster({ name: 'other' });
    for (const url of [`/v1/clusters/shop/workers/${UNKNOWN}`, `/v1/clusters/other/workers/${worker.id}`, `/v1/workers/${UNKNOWN}`]) {
      const missing = await account.get<ErrorBody>(url);
      expect(missing.status).toBe(404);
      expect(missing.body).toMatchObject({ code: 'E0011', description: 'The specified worker node could not be found.' });
    }
  });

  test('404: a worker is found by its id alone, not by parts of it', async () => {
    const { account, worker } = await settledCluster();
    for (const word of [worker.id.slice(0, -1), worker.id.toUpperCase(), worker.privateIP]) {
      expect((await account.get(`/v1/workers/${word}`)).status).toBe(404);
    }
  });

  test("404: another account's worker answers like one that nobody has", async () => {
    const { worker } = await settledCluster();
    const stranger = await emulator.account();
    await stranger.createCluster({ name: 'own' });
    for (const path of ['/v1/workers', '/v1/clusters/own/workers']) {
      const foreign = await stranger.get<ErrorBody>(`${path}/${worker.id}`);
      const unknown = await stranger.get<ErrorBody>(`${path}/${UNKNOWN}`);
      expect(foreign.status).toBe(404);
      expect({ ...foreign.body, incidentID: '' }).toEqual({ ...unknown.body, incidentID: '' });
    }
  });

  test('404 G0004: the cluster is unknown', async () => {
    const { account, worker } = await settledCluster();
    const missing = await account.get<ErrorBody>(`/v1/clusters/nothing/workers/${worker.id}`);
    expect(missing.status).toBe(404);
    expect(missing.body.code).toBe('G0004');
  });
});

describe.each(['/v2/', '/v2/classic/'])('%sgetWorkers and getWorker', (base) => {
  test('200: exactly the documented fields, the list item as the single read (A24)', async () => {
    const { account, cluster, worker, pool } = await settledCluster();
    const { status, body } = await account.get<WorkerV2Body[]>(`${base}getWorkers?cluster=${cluster}&showDeleted=false`);
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
    expect((await account.get(`${base}getWorker?cluster=${cluster}&worker=${worker.id}`)).body).toEqual(body[0]);
    expect((await account.get(`${base}getWorkers?cluster=shop&pool=default`)).body).toEqual(body);
    expect((await account.get(`${base}getWorkers?cluster=shop&pool=${pool.id}`)).body).toEqual(body);
  });

  test('deleted workers show on demand alone (R212)', async () => {
    const { account } = await settledCluster();
    await account.delete('/v1/clusters/shop');
    await account.settle('next');
    expect((await account.get(`${base}getWorkers?cluster=shop`)).body).toEqual([]);
    expect((await account.get(`${base}getWorkers?cluster=shop&showDeleted=true`)).body).toMatchObject([
      { lifecycle: { actualState: 'deleted' }, networkInformation: { privateIP: '', publicIP: '' } },
    ]);
  });

  test('404: unknown worker, pool and cluster, each with its sentence', async () => {
    const { account, worker } = await settledCluster();
    const sentences = {
      [`getWorker?cluster=shop&worker=${UNKNOWN}`]: 'The specified worker node could not be found.',
      'getWorkers?cluster=shop&pool=nothing': 'The specified worker pool could not be found.',
      'getWorkers?cluster=nothing': 'The specified cluster could not be found.',
      [`getWorker?cluster=nothing&worker=${worker.id}`]: 'The specified cluster could not be found.',
    };
    for (const [query, description] of Object.entries(sentences)) {
      const missing = await account.get<ErrorBody>(`${base}${query}`);
      expect({ status: missing.status, description: missing.body.description }).toEqual({ status: 404, description });
    }
  });

  test('400 E0020: the query lacks what is needed', async () => {
    const { account } = await settledCluster();
    for (const [query, field] of [['getWorkers', 'cluster'], ['getWorker?cluster=shop', 'worker']] as const) {
      const refused = await account.get<ErrorBody>(`${base}${query}`);
      expect(refused.status).toBe(400);
      expect(refused.body).toMatchObject({ code: 'E0020', description: `Required fields are missing: ${field}.` });
    }
  });
});
