import { describe, expect, test } from '@jest/globals';
import { startEmulator } from '../support/emulator.js';
import type { ErrorBody, WorkerV2Body } from './bodies.js';
import { settledCluster } from './scene.js';

const emulator = await startEmulator();

const lists = (url: string): void => {
  test('200: exactly the documented fields (A24)', async () => {
    const { account, cluster, worker, pool } = await settledCluster(emulator);
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
    const { account } = await settledCluster(emulator);
    await account.delete('/v1/clusters/shop');
    await account.settle('next');
    expect((await account.get(`${url}?cluster=shop`)).body).toEqual([]);
    expect((await account.get(`${url}?cluster=shop&showDeleted=true`)).body).toMatchObject([
      { lifecycle: { actualState: 'deleted' }, networkInformation: { privateIP: '', publicIP: '' } },
    ]);
  });

  test('404: unknown pool and cluster, each with its sentence', async () => {
    const { account } = await settledCluster(emulator);
    const sentences = {
      'cluster=shop&pool=nothing': 'The specified worker pool could not be found.',
      'cluster=nothing': 'The specified cluster could not be found.',
    };
    for (const [query, description] of Object.entries(sentences)) {
      const missing = await account.get<ErrorBody>(`${url}?${query}`);
      expect({ status: missing.status, description: missing.body.description }).toEqual({ status: 404, description });
    }
  });

  test('400 E0020: no cluster is named', async () => {
    const account = await emulator.account();
    const refused = await account.get<ErrorBody>(url);
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ code: 'E0020', description: 'Required fields are missing: cluster.' });
  });
};

describe('getWorkers1', () => {
  lists('/v2/getWorkers');
});

describe('classicGetWorkers', () => {
  lists('/v2/classic/getWorkers');
});
