import { describe, expect, test } from '@jest/globals';
import { startEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import { albOf, create, disable, enable, type ErrorBody, readyCluster } from './support.js';

const emulator = await startEmulator();

const NEWEST = '1.12.1_5237_iks';
const MIDDLE = '1.12.0_5214_iks';
const OLDEST = '1.11.5_5196_iks';

const policyOf = async (account: TestAccount, cluster: string) => (await account.get(`/v1/alb/clusters/${cluster}/updatepolicy`)).body;
const setPolicy = (account: TestAccount, cluster: string, body: unknown) =>
  account.put<ErrorBody>(`/v1/alb/clusters/${cluster}/updatepolicy`, body);
const update = (account: TestAccount, cluster: string) => account.put<ErrorBody>(`/v1/alb/clusters/${cluster}/update`);
const rollBack = (account: TestAccount, cluster: string) => account.put<ErrorBody>(`/v1/alb/clusters/${cluster}/updaterollback`);
const buildOf = async (account: TestAccount, alb: string) => (await albOf(account, alb)).albBuild;

/** Auto update is off, and there is an enabled ALB of the oldest build beside the newest one. */
async function clusterWithOldAlb() {
  const ready = await readyCluster(emulator);
  const { account, cluster, publicVlan } = ready;
  await setPolicy(account, cluster, { autoUpdate: false });
  const { body } = await create(account, cluster, { type: 'public', vlanID: publicVlan, enableByDefault: true, ingressImage: OLDEST });
  return { ...ready, old: body.alb };
}

describe('getUpdatePolicy', () => {
  test('200: auto update is on from the start, and all ALBs run the newest build (R242)', async () => {
    const { account, cluster } = await readyCluster(emulator);
    expect(await policyOf(account, cluster)).toEqual({ autoUpdate: true, latestVersion: true });
    expect(await policyOf(account, 'shop')).toEqual({ autoUpdate: true, latestVersion: true });
  });

  test('200: latestVersion is false while an enabled ALB runs an older build (R242)', async () => {
    const { account, cluster, old } = await clusterWithOldAlb();
    expect(await policyOf(account, cluster)).toEqual({ autoUpdate: false, latestVersion: false });
    await disable(account, old);
    expect(await policyOf(account, cluster)).toEqual({ autoUpdate: false, latestVersion: true });
  });

  test('404: an unknown cluster', async () => {
    const account = await emulator.account();
    expect((await account.get('/v1/alb/clusters/nobody/updatepolicy')).status).toBe(404);
  });
});

describe('changeUpdatePolicy', () => {
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
    const { account, cluster, old } = await clusterWithOldAlb();
    await setPolicy(account, cluster, { autoUpdate: true });
    expect(await buildOf(account, old)).toBe(NEWEST);
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

  test('404: an unknown cluster', async () => {
    const account = await emulator.account();
    expect((await setPolicy(account, 'nobody', { autoUpdate: false })).status).toBe(404);
  });
});

describe('updateALBs', () => {
  test('200: brings enabled ALBs to the newest build, which deploys them anew (R242, R243)', async () => {
    const { account, cluster, old, publicAlb } = await clusterWithOldAlb();
    await emulator.call({ method: 'PATCH', url: `/_emulator/accounts/${account.id}`, body: { speed: 1 } });
    const answer = await update(account, cluster);
    expect([answer.status, answer.text]).toEqual([200, '']);
    expect(await albOf(account, old)).toMatchObject({ albBuild: NEWEST, status: 'deploying', enable: true, albip: '169.48.0.19' });
    expect(await albOf(account, publicAlb)).toMatchObject({ albBuild: NEWEST, status: 'healthy' });
    await account.advance('121s');
    expect(await albOf(account, old)).toMatchObject({ status: 'healthy' });
  });

  test('200: a disabled ALB keeps its build, while auto update is off also when it is enabled (R242)', async () => {
    const { account, cluster, old } = await clusterWithOldAlb();
    await disable(account, old);
    await update(account, cluster);
    await enable(account, old);
    expect(await buildOf(account, old)).toBe(OLDEST);
    await disable(account, old);
    await enable(account, old, { albBuild: MIDDLE });
    expect(await buildOf(account, old)).toBe(MIDDLE);
  });

  test('200: nothing to do', async () => {
    const { account, cluster, publicAlb } = await readyCluster(emulator);
    const before = await albOf(account, publicAlb);
    expect((await update(account, cluster)).status).toBe(200);
    expect(await albOf(account, publicAlb)).toEqual(before);
  });

  test('400: before the master is deployed; 404: an unknown cluster', async () => {
    const account = await emulator.account();
    const cluster = await account.createCluster();
    expect(await update(account, cluster)).toMatchObject({ status: 400, body: { code: 'Ef9cc' } });
    expect((await update(account, 'nobody')).status).toBe(404);
  });
});

describe('rollbackUpdate', () => {
  test('200: goes back one step and no further, and switches auto update off (R242)', async () => {
    const { account, cluster, old, publicAlb } = await clusterWithOldAlb();
    await setPolicy(account, cluster, { autoUpdate: true });
    const answer = await rollBack(account, cluster);
    expect([answer.status, answer.text]).toEqual([200, '']);
    expect(await buildOf(account, old)).toBe(OLDEST);
    expect(await buildOf(account, publicAlb)).toBe(NEWEST);
    expect(await policyOf(account, cluster)).toEqual({ autoUpdate: false, latestVersion: false });

    const again = await rollBack(account, cluster);
    expect(again).toMatchObject({ status: 400, body: { code: 'E0021', description: expect.stringContaining('earlier build') as unknown } });
    await update(account, cluster);
    expect(await buildOf(account, old)).toBe(NEWEST);
    expect((await rollBack(account, cluster)).status).toBe(200);
    expect(await buildOf(account, old)).toBe(OLDEST);
  });

  test('400: no ALB was ever updated; auto update stays on', async () => {
    const { account, cluster } = await readyCluster(emulator);
    expect((await rollBack(account, cluster)).status).toBe(400);
    expect(await policyOf(account, cluster)).toEqual({ autoUpdate: true, latestVersion: true });
  });

  test('400: before the master is deployed; 404: an unknown cluster', async () => {
    const account = await emulator.account();
    const cluster = await account.createCluster();
    expect(await rollBack(account, cluster)).toMatchObject({ status: 400, body: { code: 'Ef9cc' } });
    expect((await rollBack(account, 'nobody')).status).toBe(404);
  });
});
