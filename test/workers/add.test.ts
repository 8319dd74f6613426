import { expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { readyCluster, refusalOf, workersOf } from '../worker-pools/scene.js';

const emulator = await connectEmulator();

const request = { dataCenter: 'dal10', machineType: 'b3c.4x16', workerNum: 1, isolation: 'public', diskEncryption: true };

describeOperation(emulator, 'addClusterWorkers', () => {
  test('400: every cluster has worker pools, so that nothing is added (R214)', async () => {
    const account = await emulator.account();
    await readyCluster(account);
    const refused = await account.post('/v1/clusters/shop/workers', request);
    expect(refusalOf(refused)).toBe(
      '400 E0021 The request is not valid: workers can only be added to worker pools; resize a pool of the cluster or create another.',
    );
    expect(await workersOf(account)).toHaveLength(2);
  });

  test('404: an unknown cluster', async () => {
    const account = await emulator.account();
    expect(refusalOf(await account.post('/v1/clusters/nowhere/workers', request))).toContain('404 G0004');
  });
});
