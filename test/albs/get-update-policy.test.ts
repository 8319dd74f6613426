import { expect, test } from '@jest/globals';
import { testUnknownCluster } from '../support/cluster-refusals.js';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { clusterWithOldAlb, disable, policyOf, readyCluster } from './support.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'getUpdatePolicy', () => {
  test('200: auto update is on from the start, and all ALBs run the newest build (R242)', async () => {
    const { account, cluster } = await readyCluster(emulator);
    expect(await policyOf(account, cluster)).toEqual({ autoUpdate: true, latestVersion: true });
    expect(await policyOf(account, 'shop')).toEqual({ autoUpdate: true, latestVersion: true });
  });

  test('200: latestVersion is false while an enabled ALB runs an older build (R242)', async () => {
    const { account, cluster, old } = await clusterWithOldAlb(emulator);
    expect(await policyOf(account, cluster)).toEqual({ autoUpdate: false, latestVersion: false });
    await disable(account, old);
    expect(await policyOf(account, cluster)).toEqual({ autoUpdate: false, latestVersion: true });
  });

  testUnknownCluster(emulator, (account, cluster) => account.get(`/v1/alb/clusters/${cluster}/updatepolicy`));
});
