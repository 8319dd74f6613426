import { expect, test } from '@jest/globals';
import { testClusterRefusals } from '../support/cluster-refusals.js';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { BUILDS, buildOf, clusterWithOldAlb, create, enable, policyOf, readyCluster, rollBack, setPolicy, update } from './support.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'rollbackUpdate', () => {
  test('200: goes back one step and no further, and switches auto update off (R242)', async () => {
    const { account, cluster, old, publicAlb } = await clusterWithOldAlb(emulator);
    await setPolicy(account, cluster, { autoUpdate: true });
    const answer = await rollBack(account, cluster);
    expect([answer.status, answer.text]).toEqual([200, '']);
    expect(await buildOf(account, old)).toBe(BUILDS.oldest);
    expect(await buildOf(account, publicAlb)).toBe(BUILDS.newest);
    expect(await policyOf(account, cluster)).toEqual({ autoUpdate: false, latestVersion: false });

    const again = await rollBack(account, cluster);
    expect(again).toMatchObject({ status: 400, body: { code: 'E0021', description: expect.stringContaining('earlier build') as unknown } });
    await update(account, cluster);
    expect(await buildOf(account, old)).toBe(BUILDS.newest);
    expect((await rollBack(account, cluster)).status).toBe(200);
    expect(await buildOf(account, old)).toBe(BUILDS.oldest);
  });

  test('400: no ALB was ever updated; auto update stays on', async () => {
    const { account, cluster } = await readyCluster(emulator);
    expect((await rollBack(account, cluster)).status).toBe(400);
    expect(await policyOf(account, cluster)).toEqual({ autoUpdate: true, latestVersion: true });
  });

  test('400: the build that an ALB was made with was never run, so there is no going back to it (R242)', async () => {
    const { account, cluster, publicVlan } = await readyCluster(emulator);
    await setPolicy(account, cluster, { autoUpdate: false });
    const { body } = await create(account, cluster, { type: 'public', vlanID: publicVlan, ingressImage: BUILDS.oldest });
    await enable(account, body.alb, { albBuild: BUILDS.middle });
    expect((await rollBack(account, cluster)).status).toBe(400);
    expect(await buildOf(account, body.alb)).toBe(BUILDS.middle);
  });

  testClusterRefusals(emulator, rollBack);
});
