import { expect, test } from '@jest/globals';
import type { ErrorBody } from '../clusters/bodies.js';
import { testClusterRefusals } from '../support/cluster-refusals.js';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { readMaster, settledCluster } from './support.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'v2UpdateMaster', () => {
  test('204: no body; the update runs as that of v1 does (R131, R163)', async () => {
    const account = await settledCluster(emulator, { masterVersion: '1.34' });
    const updated = await account.post('/v2/updateMaster', { cluster: 'shop', version: '1.35', force: true });
    expect([updated.status, updated.text]).toEqual([204, '']);
    expect((await readMaster(account)).masterKubeVersion).toBe('1.34.3_1539 --> 1.35.3_1523 (pending)');
    await account.settle('all');
    expect((await readMaster(account)).masterKubeVersion).toBe('1.35.3_1523');
  });

  test('400: two minors ahead (R163)', async () => {
    const account = await settledCluster(emulator, { masterVersion: '1.34' });
    const refused = await account.post<ErrorBody>('/v2/updateMaster', { cluster: 'shop', version: '1.36' });
    expect(refused.status).toBe(400);
    expect(refused.body.description).toContain('2 minors ahead');
  });

  test('409 E0120: the version the master has (R163)', async () => {
    const account = await settledCluster(emulator);
    const refused = await account.post<ErrorBody>('/v2/updateMaster', { cluster: 'shop' });
    expect(refused.status).toBe(409);
    expect(refused.body.code).toBe('E0120');
  });

  test('400 E0023: while a refresh runs (R135)', async () => {
    const account = await settledCluster(emulator, { masterVersion: '1.35' });
    await account.post('/v2/refreshMaster', { cluster: 'shop' });
    const refused = await account.post<ErrorBody>('/v2/updateMaster', { cluster: 'shop', version: '1.36' });
    expect(refused.status).toBe(400);
    expect(refused.body.code).toBe('E0023');
  });

  testClusterRefusals(emulator, (account, cluster) => account.post('/v2/updateMaster', { cluster, version: '1.36' }));
});
