import { describe, expect, test } from '@jest/globals';
import type { ErrorBody } from '../clusters/bodies.js';
import { testClusterRefusals } from '../support/cluster-refusals.js';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import { readMaster, readWorkers, settledCluster } from './support.js';

const emulator = await connectEmulator();

const calls: readonly (readonly [operation: string, refresh: (account: TestAccount, cluster: string) => ReturnType<TestAccount['put']>])[] = [
  ['handleMasterAPIServer', (account, cluster) => account.put(`/v1/clusters/${cluster}/masters`, { action: 'refresh' })],
  ['vpcRefreshMaster', (account, cluster) => account.post('/v2/refreshMaster', { cluster })],
];

describeOperation(emulator, ['handleMasterAPIServer', 'vpcRefreshMaster'], () => {
  describe.each(calls)('%s', (_, refresh) => {
    test('204: no body; the master is busy for three minutes, the cluster normal and its workers untouched all the while (R296)', async () => {
      const account = await settledCluster(emulator);
      const workers = await readWorkers(account);
      const refreshed = await refresh(account, 'shop');
      expect([refreshed.status, refreshed.text]).toEqual([204, '']);
      expect(await readMaster(account)).toMatchObject({
        state: 'normal',
        masterStatus: 'Refresh in progress',
        masterState: 'updating',
        masterHealth: 'normal',
        masterKubeVersion: '1.36.3_1525',
      });
      const transitions = await account.advance('180s');
      expect(transitions.map(({ kind, from, to }) => `${kind}: ${from} -> ${to}`)).toEqual(['cluster: refreshing -> deployed']);
      expect(await readMaster(account)).toMatchObject({ state: 'normal', masterStatus: 'Ready', masterState: 'deployed', masterKubeVersion: '1.36.3_1525' });
      expect(await readWorkers(account)).toEqual(workers);
    });

    test('400 E0023: while another refresh runs (R135)', async () => {
      const account = await settledCluster(emulator);
      await refresh(account, 'shop');
      const refused = await refresh(account, 'shop');
      expect(refused.status).toBe(400);
      expect(refused.body).toMatchObject({ code: 'E0023' });
      await account.settle('all');
      expect((await refresh(account, 'shop')).status).toBe(204);
    });

    testClusterRefusals(emulator, refresh);
  });

  test('handleMasterAPIServer 400: another action', async () => {
    const account = await settledCluster(emulator);
    const refused = await account.put<ErrorBody>('/v1/clusters/shop/masters', { action: 'restart' });
    expect(refused.status).toBe(400);
    expect(refused.body.description).toBe('The request is not valid: action must be one of: refresh.');
  });

  test('vpcRefreshMaster 400 E0020: no cluster', async () => {
    const account = await emulator.account();
    const refused = await account.post<ErrorBody>('/v2/refreshMaster', { cluster: '' });
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ code: 'E0020', description: 'Required fields are missing: cluster.' });
  });
});
