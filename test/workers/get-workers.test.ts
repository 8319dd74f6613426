import { expect, test } from '@jest/globals';
import { testUnknownCluster } from '../support/cluster-refusals.js';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import type { ErrorBody, WorkerBody } from './bodies.js';
import { settledWorker, UNKNOWN } from './settled-worker.js';

const emulator = await connectEmulator();

const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0000$/;

describeOperation(emulator, 'getWorkers', () => {
  test('200: exactly the documented fields (R202)', async () => {
    const { account, cluster, worker, pool } = await settledWorker(emulator);
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
    expect((await account.get(`/v1/clusters/shop/workers/${worker.id}`)).body).toEqual(body);
  });

  test('404 E0011: a worker that nobody has, or that another cluster has (R95)', async () => {
    const { account, worker } = await settledWorker(emulator);
    await account.createCluster({ name: 'other' });
    for (const url of [`/v1/clusters/shop/workers/${UNKNOWN}`, `/v1/clusters/other/workers/${worker.id}`]) {
      const missing = await account.get<ErrorBody>(url);
      expect(missing.status).toBe(404);
      expect(missing.body).toMatchObject({ code: 'E0011', description: 'The specified worker node could not be found.' });
    }
  });

  test("404: another account's worker answers like one that nobody has", async () => {
    const { worker } = await settledWorker(emulator);
    const stranger = await emulator.account();
    await stranger.createCluster({ name: 'own' });
    const foreign = await stranger.get<ErrorBody>(`/v1/clusters/own/workers/${worker.id}`);
    const unknown = await stranger.get<ErrorBody>(`/v1/clusters/own/workers/${UNKNOWN}`);
    expect(foreign.status).toBe(404);
    expect({ ...foreign.body, incidentID: '' }).toEqual({ ...unknown.body, incidentID: '' });
  });

  testUnknownCluster(emulator, (account, cluster) => account.get(`/v1/clusters/${cluster}/workers/${UNKNOWN}`));
});
