import { describe, expect, test } from '@jest/globals';
import { startEmulator } from '../support/emulator.js';
import type { ErrorBody, WorkerV2Body } from './bodies.js';
import { settledCluster, UNKNOWN } from './scene.js';

const emulator = await startEmulator();

const reads = (url: string): void => {
  test('200: the worker as the list has it, the cluster by id or name (A24, R95)', async () => {
    const { account, cluster, worker } = await settledCluster(emulator);
    const [listed] = (await account.get<WorkerV2Body[]>(`${url}s?cluster=shop`)).body;
    expect(listed).toMatchObject({ id: worker.id, health: { state: 'normal', message: 'Ready' } });
    for (const word of [cluster, 'shop']) {
      const { status, body } = await account.get(`${url}?cluster=${word}&worker=${worker.id}`);
      expect([status, body]).toEqual([200, listed]);
    }
  });

  test('200: a worker of a deleting cluster can be read also when it is deleted', async () => {
    const { account, worker } = await settledCluster(emulator);
    await account.delete('/v1/clusters/shop');
    await account.settle('next');
    expect((await account.get(`${url}?cluster=shop&worker=${worker.id}`)).body).toMatchObject({
      lifecycle: { actualState: 'deleted', desiredState: 'deleted', reasonForDelete: 'Cluster deletion was requested' },
    });
  });

  test('404: unknown worker and cluster, each with its sentence', async () => {
    const { account, worker } = await settledCluster(emulator);
    const sentences = {
      [`cluster=shop&worker=${UNKNOWN}`]: 'The specified worker node could not be found.',
      [`cluster=nothing&worker=${worker.id}`]: 'The specified cluster could not be found.',
    };
    for (const [query, description] of Object.entries(sentences)) {
      const missing = await account.get<ErrorBody>(`${url}?${query}`);
      expect({ status: missing.status, description: missing.body.description }).toEqual({ status: 404, description });
    }
  });

  test('400 E0020: the query lacks what is needed', async () => {
    const { account } = await settledCluster(emulator);
    const refused = await account.get<ErrorBody>(`${url}?cluster=shop`);
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ code: 'E0020', description: 'Required fields are missing: worker.' });
  });
};

describe('getWorker', () => {
  reads('/v2/getWorker');
});

describe('classicGetWorker', () => {
  reads('/v2/classic/getWorker');
});
