import { expect, test } from '@jest/globals';
import { testClusterRefusals } from '../support/cluster-refusals.js';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { albOf, BUILDS, buildOf, clusterWithOldAlb, disable, enable, readyCluster, update } from './support.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'updateALBs', () => {
  test('200: brings enabled ALBs to the newest build, which deploys them anew (R242, R243)', async () => {
    const { account, cluster, old, publicAlb } = await clusterWithOldAlb(emulator);
    await emulator.call({ method: 'PATCH', url: `/_emulator/accounts/${account.id}`, body: { speed: 1 } });
    const answer = await update(account, cluster);
    expect([answer.status, answer.text]).toEqual([200, '']);
    expect(await albOf(account, old)).toMatchObject({ albBuild: BUILDS.newest, status: 'deploying', enable: true, albip: '169.48.0.19' });
    expect(await albOf(account, publicAlb)).toMatchObject({ albBuild: BUILDS.newest, status: 'healthy' });
    await account.advance('121s');
    expect(await albOf(account, old)).toMatchObject({ status: 'healthy' });
  });

  test('200: a disabled ALB keeps its build, while auto update is off also when it is enabled (R242)', async () => {
    const { account, cluster, old } = await clusterWithOldAlb(emulator);
    await disable(account, old);
    await update(account, cluster);
    await enable(account, old);
    expect(await buildOf(account, old)).toBe(BUILDS.oldest);
    await disable(account, old);
    await enable(account, old, { albBuild: BUILDS.middle });
    expect(await buildOf(account, old)).toBe(BUILDS.middle);
  });

  test('200: nothing to do', async () => {
    const { account, cluster, publicAlb } = await readyCluster(emulator);
    const before = await albOf(account, publicAlb);
    expect((await update(account, cluster)).status).toBe(200);
    expect(await albOf(account, publicAlb)).toEqual(before);
  });

  testClusterRefusals(emulator, update);
});
