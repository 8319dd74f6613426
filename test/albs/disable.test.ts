import { expect, test } from '@jest/globals';
import { clusterOf } from '../networking/support.js';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { addressesOf, albOf, create, disable, enable, readyCluster } from './support.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'disableALB', () => {
  test('204: a public one is off at once and still shows the address that it had (R233, R237)', async () => {
    const { account, publicAlb, publicVlan } = await readyCluster(emulator);
    const answer = await disable(account, publicAlb, '?disableDeployment=false');
    expect([answer.status, answer.text]).toEqual([204, '']);
    expect(await albOf(account, publicAlb)).toMatchObject({
      enable: false,
      state: 'disabled',
      status: 'disabled',
      numOfInstances: '',
      albip: '169.48.0.18',
      albBuild: '1.12.1_5237_iks',
      vlanID: publicVlan,
      disableDeployment: false,
    });
  });

  test('204: a private one shows neither address nor build (R233)', async () => {
    const { account, privateAlb } = await readyCluster(emulator);
    await enable(account, privateAlb);
    expect((await disable(account, privateAlb)).status).toBe(204);
    expect(await albOf(account, privateAlb)).toMatchObject({ enable: false, status: 'disabled', numOfInstances: '', albip: '', albBuild: '' });
  });

  test('204: the address goes back to the pool, and another ALB can have it (R67, R237)', async () => {
    const { account, cluster, publicAlb, publicVlan } = await readyCluster(emulator);
    await disable(account, publicAlb);
    expect((await emulator.rows('leases', account)).filter((lease) => lease['alb_id'] === publicAlb)).toEqual([]);
    await create(account, cluster, { type: 'public', vlanID: publicVlan, ip: '169.48.0.18', enableByDefault: true });
    expect(await addressesOf(account, cluster)).toEqual({ 'public 2': '169.48.0.18' });
    expect(await albOf(account, publicAlb)).toMatchObject({ enable: false, albip: '169.48.0.18' });
  });

  test("204: once a private one was enabled, nothing is kept for it any more (R51, R237)", async () => {
    const { account, cluster, privateAlb, privateVlan } = await readyCluster(emulator);
    await enable(account, privateAlb);
    await disable(account, privateAlb);
    await create(account, cluster, { type: 'private', vlanID: privateVlan, enableByDefault: true });
    expect(await addressesOf(account, cluster)).toEqual({ 'private 2': '10.184.0.66', 'public 1': '169.48.0.18' });
  });

  test('204: ALBs stay listed, and the cluster keeps its subdomain (R237)', async () => {
    const { account, cluster, publicAlb } = await readyCluster(emulator);
    const { ingressHostname } = await clusterOf(account, cluster);
    await disable(account, publicAlb);
    await account.settle();
    expect(ingressHostname).not.toBe('');
    expect((await clusterOf(account, cluster)).ingressHostname).toBe(ingressHostname);
    expect((await account.get<{ alb: unknown[] }>(`/v1/alb/clusters/${cluster}`)).body.alb).toHaveLength(2);
  });

  test('204: disableDeployment is shown, also for one that is off already, and gone once it is enabled', async () => {
    const { account, publicAlb } = await readyCluster(emulator);
    await disable(account, publicAlb);
    for (const [query, shown] of [['?disableDeployment=true', true], ['', true], ['?disableDeployment=false', false], ['?disableDeployment=true', true]] as const) {
      expect((await disable(account, publicAlb, query)).status).toBe(204);
      expect(await albOf(account, publicAlb)).toMatchObject({ disableDeployment: shown, enable: false });
    }
    await enable(account, publicAlb);
    expect(await albOf(account, publicAlb)).toMatchObject({ disableDeployment: false, enable: true });
  });

  test('204: while it is deploying; it does not become healthy any more', async () => {
    const { account, privateAlb } = await readyCluster(emulator);
    await emulator.call({ method: 'PATCH', url: `/_emulator/accounts/${account.id}`, body: { speed: 1 } });
    await enable(account, privateAlb);
    await disable(account, privateAlb);
    await account.advance('1h');
    expect(await albOf(account, privateAlb)).toMatchObject({ enable: false, status: 'disabled' });
  });

  test('400: disableDeployment is neither true nor false', async () => {
    const { account, publicAlb } = await readyCluster(emulator);
    expect((await disable(account, publicAlb, '?disableDeployment=maybe')).status).toBe(400);
    expect(await albOf(account, publicAlb)).toMatchObject({ enable: true });
  });

  test("404: an unknown ALB, and another account's", async () => {
    const [{ account }, other] = [await readyCluster(emulator), await readyCluster(emulator)];
    for (const alb of ['public-crc0000000000000000000-alb1', other.publicAlb]) {
      expect(await disable(account, alb)).toMatchObject({ status: 404, body: { code: 'E0028' } });
    }
    expect(await albOf(other.account, other.publicAlb)).toMatchObject({ enable: true });
  });

  test('400: while the cluster is deleting', async () => {
    const { account, cluster, publicAlb } = await readyCluster(emulator);
    await emulator.call({ method: 'PATCH', url: `/_emulator/accounts/${account.id}`, body: { speed: 1 } });
    await account.delete(`/v1/clusters/${cluster}`);
    expect(await disable(account, publicAlb)).toMatchObject({ status: 400, body: { code: 'E0023' } });
  });
});
