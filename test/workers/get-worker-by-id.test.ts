import { expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import type { ErrorBody } from './bodies.js';
import { settledWorker, UNKNOWN } from './settled-worker.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'getWorkerByIdV1', () => {
  test('200: the worker as its cluster shows it (R202)', async () => {
    const { account, worker } = await settledWorker(emulator);
    const answer = await account.get(`/v1/workers/${worker.id}`);
    expect([answer.status, answer.body]).toEqual([200, worker]);
  });

  test('200: a worker of a deleting cluster can be read also when it is deleted', async () => {
    const { account, worker } = await settledWorker(emulator);
    await account.delete('/v1/clusters/shop');
    await account.settle('next');
    expect((await account.get(`/v1/workers/${worker.id}`)).body).toMatchObject({ state: 'deleted', status: 'The worker is deleted' });
    expect((await account.get(`/v2/getWorker?cluster=shop&worker=${worker.id}`)).body).toMatchObject({
      lifecycle: { actualState: 'deleted', desiredState: 'deleted', reasonForDelete: 'Cluster deletion was requested' },
    });
  });

  test('404: a worker is found by its id alone, not by parts of it', async () => {
    const { account, worker } = await settledWorker(emulator);
    for (const word of [worker.id.slice(0, -1), worker.id.toUpperCase(), worker.privateIP]) {
      expect((await account.get(`/v1/workers/${word}`)).status).toBe(404);
    }
  });

  test("404: another account's worker answers like one that nobody has", async () => {
    const { worker } = await settledWorker(emulator);
    const stranger = await emulator.account();
    await stranger.createCluster({ name: 'own' });
    const foreign = await stranger.get<ErrorBody>(`/v1/workers/${worker.id}`);
    const unknown = await stranger.get<ErrorBody>(`/v1/workers/${UNKNOWN}`);
    expect(foreign).toMatchObject({ status: 404, body: { code: 'E0011', description: 'The specified worker node could not be found.' } });
    expect({ ...foreign.body, incidentID: '' }).toEqual({ ...unknown.body, incidentID: '' });
  });
});
