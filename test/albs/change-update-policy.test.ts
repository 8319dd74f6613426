import { expect, test } from '@jest/globals';
import { testRefusedWhileDeleting, testUnknownCluster } from '../support/cluster-refusals.js';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { albOf, BUILDS, buildOf, clusterWithOldAlb, policyOf, readyCluster, setPolicy, update } from './support.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'changeUpdatePolicy', () => {
  test('204: off and on, with or without latestVersion; each cluster has its own (R242)', async () => {
    const { account, cluster } = await readyCluster(emulator);
    const other = await account.createCluster({ name: 'other' });
    const off = await setPolicy(account, cluster, { autoUpdate: false, latestVersion: false });
    expect([off.status, off.text]).toEqual([204, '']);
    expect(await policyOf(account, cluster)).toEqual({ autoUpdate: false, latestVersion: true });
    expect(await policyOf(account, other)).toEqual({ autoUpdate: true, latestVersion: true });
    expect((await setPolicy(account, cluster, { autoUpdate: true })).status).toBe(204);
    expect(await policyOf(account, cluster)).toEqual({ autoUpdate: true, latestVersion: true });
  });

  test('204: switched on, it brings older ALBs to the newest build (R242)', async () => {
    const { account, cluster, old } = await clusterWithOldAlb(emulator);
    await setPolicy(account, cluster, { autoUpdate: true });
    expect(await buildOf(account, old)).toBe(BUILDS.newest);
  });

  test('204: while the master cannot be reached, ALBs stay as they are, as updateALBs would leave them (R242)', async () => {
    const { account, cluster, old } = await clusterWithOldAlb(emulator);
    await account.settle();
    await account.post(`/_emulator/accounts/${account.id}/faults`, { effect: { type: 'master-unavailable' } });
    expect((await update(account, cluster)).status).toBe(400);
    expect((await setPolicy(account, cluster, { autoUpdate: true })).status).toBe(204);
    expect(await albOf(account, old)).toMatchObject({ albBuild: BUILDS.oldest, status: 'healthy' });
    expect(await policyOf(account, cluster)).toEqual({ autoUpdate: true, latestVersion: false });
  });

  test('204: also before the master is deployed', async () => {
    const account = await emulator.account();
    const cluster = await account.createCluster();
    expect((await setPolicy(account, cluster, { autoUpdate: false })).status).toBe(204);
  });

  test('400: without autoUpdate, and with a text for it', async () => {
    const { account, cluster } = await readyCluster(emulator);
    expect(await setPolicy(account, cluster, {})).toMatchObject({ status: 400, body: { code: 'E0020' } });
    expect(await setPolicy(account, cluster, { autoUpdate: 'off' })).toMatchObject({ status: 400, body: { code: 'E0021' } });
    expect(await policyOf(account, cluster)).toEqual({ autoUpdate: true, latestVersion: true });
  });

  testRefusedWhileDeleting(emulator, (account, cluster) => setPolicy(account, cluster, { autoUpdate: false }));
  testUnknownCluster(emulator, (account, cluster) => setPolicy(account, cluster, { autoUpdate: false }));
});
