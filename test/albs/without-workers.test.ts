import { describe, expect, test } from '@jest/globals';
import { addSubnet, detachSubnet } from '../networking/requests.js';
import { clusterOf, clusterSubnetsOf, workersOf } from '../networking/support.js';
import { connectEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import { addressesOf, albOf, BUILDS, clusterWithOldAlb, create, disable, enable, readyCluster, rollBack, update } from './support.js';

const emulator = await connectEmulator();

const resize = async (account: TestAccount, cluster: string, sizePerZone: number) => {
  const answer = await account.patch(`/v1/clusters/${cluster}/workerpools/default`, { state: 'resizing', sizePerZone });
  expect(answer.status).toBe(202);
  await account.settle();
};

describe('when the last worker of a VLAN is gone', () => {
  test('its ALBs lose their addresses and wait; the addresses are free (R240)', async () => {
    const { account, cluster, publicAlb, privateAlb } = await readyCluster(emulator);
    await enable(account, privateAlb, { albip: '10.184.0.69' });
    await resize(account, cluster, 0);
    expect(await workersOf(account, cluster)).toEqual([]);
    for (const alb of [publicAlb, privateAlb]) {
      expect(await albOf(account, alb)).toMatchObject({ enable: true, status: 'deploying', albip: '' });
    }
    expect(await emulator.rows('leases', account)).toHaveLength(0);
  });

  test('they get addresses again once workers are back, and the subdomain stays (R240, R253)', async () => {
    const { account, cluster, publicAlb } = await readyCluster(emulator);
    const { ingressHostname } = await clusterOf(account, cluster);
    await resize(account, cluster, 0);
    await resize(account, cluster, 2);
    expect(await albOf(account, publicAlb)).toMatchObject({ enable: true, status: 'healthy', albip: '169.48.0.18' });
    expect((await clusterOf(account, cluster)).ingressHostname).toBe(ingressHostname);
  });

  test('a disabled one stays as it is', async () => {
    const { account, cluster, publicAlb } = await readyCluster(emulator);
    await disable(account, publicAlb);
    await resize(account, cluster, 0);
    await resize(account, cluster, 1);
    expect(await albOf(account, publicAlb)).toMatchObject({ enable: false, status: 'disabled', albip: '169.48.0.18' });
  });

  test('the address of the public default ALB is kept for it, as for a private one (R51)', async () => {
    const { account, cluster, publicVlan } = await readyCluster(emulator);
    await resize(account, cluster, 0);
    await create(account, cluster, { type: 'public', vlanID: publicVlan, enableByDefault: true });
    await resize(account, cluster, 1);
    expect(await addressesOf(account, cluster)).toEqual({ 'public 1': '169.48.0.18', 'public 2': '169.48.0.19' });
  });

  test('they go on waiting when they are updated or rolled back (R240, R242)', async () => {
    const { account, cluster, old } = await clusterWithOldAlb(emulator);
    await resize(account, cluster, 0);
    for (const [change, albBuild] of [[update, BUILDS.newest], [rollBack, BUILDS.oldest]] as const) {
      expect((await change(account, cluster)).status).toBe(200);
      await account.settle();
      expect(await albOf(account, old)).toMatchObject({ status: 'deploying', albip: '', albBuild });
    }
    await resize(account, cluster, 1);
    expect(await albOf(account, old)).toMatchObject({ status: 'healthy', albip: '169.48.0.19', albBuild: BUILDS.oldest });
  });

  test('they get addresses of a subnet that comes after the workers (R57, R240)', async () => {
    const { account, cluster, publicAlb, publicVlan } = await readyCluster(emulator);
    const subnets = await clusterSubnetsOf(account, cluster);
    const subnet = subnets.find(({ id }) => id === publicVlan)?.subnets[0]?.id ?? '';
    await resize(account, cluster, 0);
    expect((await detachSubnet(account, cluster, subnet)).status).toBe(204);
    await resize(account, cluster, 1);
    expect(await albOf(account, publicAlb)).toMatchObject({ status: 'deploying', albip: '' });
    expect((await addSubnet(account, cluster, subnet)).status).toBe(204);
    await account.settle();
    expect(await albOf(account, publicAlb)).toMatchObject({ status: 'healthy', albip: '169.48.0.18' });
  });
});

test('while one worker is left, or replaced, ALBs keep their addresses (R240)', async () => {
  const { account, cluster, publicAlb } = await readyCluster(emulator);
  const [worker] = await workersOf(account, cluster);
  await account.post('/v2/replaceWorker', { cluster, workerID: worker?.id });
  await account.settle();
  expect((await workersOf(account, cluster)).map(({ id }) => id)).not.toContain(worker?.id);
  expect(await albOf(account, publicAlb)).toMatchObject({ enable: true, status: 'healthy', albip: '169.48.0.18' });
});
