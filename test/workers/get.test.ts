import { describe, expect, test } from '@jest/globals';
import { startEmulator } from '../support/emulator.js';
import type { ErrorBody, WorkerBody } from './bodies.js';
import { settledCluster, UNKNOWN } from './scene.js';

const emulator = await startEmulator();

const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0000$/;

const reads = (base: string): void => {
  test('200: exactly the documented fields (R202)', async () => {
    const { account, cluster, worker, pool } = await settledCluster(emulator);
    const { status, body } = await account.get<WorkerBody>(`${base}/${worker.id}`);
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
  });

  test('200: a worker of a deleting cluster can be read also when it is deleted', async () => {
    const { account, worker } = await settledCluster(emulator);
    await account.delete('/v1/clusters/shop');
    await account.settle('next');
    expect((await account.get(`${base}/${worker.id}`)).body).toMatchObject({ state: 'deleted', status: 'The worker is deleted' });
  });

  test('404: a worker that nobody has', async () => {
    const { account } = await settledCluster(emulator);
    const missing = await account.get<ErrorBody>(`${base}/${UNKNOWN}`);
    expect(missing.status).toBe(404);
    expect(missing.body).toMatchObject({ code: 'E0011', description: 'The specified worker node could not be found.' });
  });

  test('404: a worker is found by its id alone, not by parts of it', async () => {
    const { account, worker } = await settledCluster(emulator);
    for (const word of [worker.id.slice(0, -1), worker.id.toUpperCase(), worker.privateIP]) {
      expect(await account.get(`${base}/${word}`)).toMatchObject({ status: 404, body: { code: 'E0011' } });
    }
  });

  test("404: another account's worker answers like one that nobody has", async () => {
    const { worker } = await settledCluster(emulator);
    const stranger = await emulator.account();
    await stranger.createCluster();
    const foreign = await stranger.get<ErrorBody>(`${base}/${worker.id}`);
    const unknown = await stranger.get<ErrorBody>(`${base}/${UNKNOWN}`);
    expect(foreign.status).toBe(404);
    expect({ ...foreign.body, incidentID: '' }).toEqual({ ...unknown.body, incidentID: '' });
  });
};

describe('getWorkers', () => {
  reads('/v1/clusters/shop/workers');

  test('200: by id as by name of the cluster, the same as without the cluster (R95)', async () => {
    const { account, cluster, worker } = await settledCluster(emulator);
    expect((await account.get(`/v1/clusters/${cluster}/workers/${worker.id}`)).body).toEqual(worker);
    expect((await account.get(`/v1/clusters/shop/workers/${worker.id}`)).body).toEqual(worker);
    expect((await account.get(`/v1/workers/${worker.id}`)).body).toEqual(worker);
  });

  test('404: a worker that another cluster has', async () => {
    const { account, worker } = await settledCluster(emulator);
    await account.createCluster({ name: 'other' });
    const missing = await account.get<ErrorBody>(`/v1/clusters/other/workers/${worker.id}`);
    expect(missing).toMatchObject({ status: 404, body: { code: 'E0011' } });
  });

  test('404 G0004: the cluster is unknown', async () => {
    const { account, worker } = await settledCluster(emulator);
    const missing = await account.get<ErrorBody>(`/v1/clusters/nothing/workers/${worker.id}`);
    expect(missing.status).toBe(404);
    expect(missing.body.code).toBe('G0004');
  });
});

describe('getWorkerByIdV1', () => {
  reads('/v1/workers');
});
