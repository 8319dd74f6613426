import { describe, expect, test } from '@jest/globals';
import { albsOf, clusterSubnetsOf, workersOf } from '../networking/support.js';
import { connectEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import { addressesOf, albOf, create, disable, enable, readyCluster } from './support.js';

const emulator = await connectEmulator();

const zonesUrl = (cluster: string) => `/v1/clusters/${cluster}/workerpools/default/zones`;

async function addZone(account: TestAccount, cluster: string, id: string): Promise<void> {
  expect((await account.post(zonesUrl(cluster), { id })).status).toBe(201);
  await account.settle();
}

async function removeZone(account: TestAccount, cluster: string, id: string): Promise<void> {
  expect((await account.delete(`${zonesUrl(cluster)}/${id}`)).status).toBe(202);
  await account.settle();
}

describe('a zone that is added', () => {
  test('gets the next number for its pair, also after further ALBs of another zone (R231, R239, R241)', async () => {
    const { account, cluster, privateVlan } = await readyCluster(emulator);
    await create(account, cluster, { type: 'private', vlanID: privateVlan });
    await addZone(account, cluster, 'dal12');
    expect((await albsOf(account, cluster)).map(({ albID, enable: on }) => [albID, on])).toEqual([
      [`private-cr${cluster}-alb1`, false],
      [`public-cr${cluster}-alb1`, true],
      [`private-cr${cluster}-alb2`, false],
      [`private-cr${cluster}-alb3`, false],
      [`public-cr${cluster}-alb3`, true],
    ]);
  });

  test('after the first zone was left, gets a private ALB alone, until a public one is created (R239)', async () => {
    const { account, cluster } = await readyCluster(emulator);
    await addZone(account, cluster, 'dal12');
    await removeZone(account, cluster, 'dal10');
    await addZone(account, cluster, 'dal13');
    expect((await albsOf(account, cluster)).map(({ albID }) => albID)).toEqual([
      `private-cr${cluster}-alb2`,
      `public-cr${cluster}-alb2`,
      `private-cr${cluster}-alb3`,
    ]);
    const vlans = await clusterSubnetsOf(account, cluster);
    const publicVlan = vlans.find(({ zone, subnets }) => zone === 'dal13' && subnets[0]?.is_public)?.id;
    const made = await create(account, cluster, { type: 'public', vlanID: publicVlan, enableByDefault: true }, 'dal13');
    expect(made.body.alb).toBe(`public-cr${cluster}-alb4`);
  });
});

describe('workers that moved to another VLAN', () => {
  test('leave an ALB without an address, which cannot be enabled again there (R236, R240)', async () => {
    const { account, cluster, privateVlan, publicVlan, publicAlb, privateAlb } = await readyCluster(emulator);
    await enable(account, privateAlb);
    const routerOf = async (id: string) =>
      (await account.get<{ id: string; properties: { primary_router: string } }[]>('/v1/datacenters/dal10/vlans')).body
        .find((vlan) => vlan.id === id)
        ?.properties.primary_router.slice(3);
    const router = await routerOf(privateVlan);
    const ordered = await emulator.call({
      method: 'POST',
      url: `/_emulator/accounts/${account.id}/vlans`,
      body: { zone: 'dal10', type: 'private', router },
    });
    const newVlan = (ordered.body as { id: string }).id;
    const moved = await account.patch(`${zonesUrl(cluster)}/dal10`, { privateVlan: newVlan, publicVlan });
    expect(moved.status).toBe(204);
    expect(await addressesOf(account, cluster)).toEqual({ 'private 1': '10.184.0.66', 'public 1': '169.48.0.18' });

    const [worker] = await workersOf(account, cluster);
    await account.post('/v2/replaceWorker', { cluster, workerID: worker?.id });
    await account.settle();
    expect((await workersOf(account, cluster)).map(({ privateVlan: vlan }) => vlan)).toEqual([newVlan]);
    expect(await albOf(account, privateAlb)).toMatchObject({ albip: '' });
    expect(await albOf(account, publicAlb)).toMatchObject({ albip: '169.48.0.18' });
    expect((await clusterSubnetsOf(account, cluster)).map(({ id }) => id)).toEqual([publicVlan]);

    await disable(account, privateAlb);
    expect(await enable(account, privateAlb)).toMatchObject({ status: 400, body: { code: 'E0025' } });
    // A further ALB on the new VLAN works once there is a subnet (R58, R241).
    expect((await create(account, cluster, { type: 'private', vlanID: newVlan, enableByDefault: true })).status).toBe(400);
    await account.post(`/v1/clusters/${cluster}/vlans/${newVlan}`);
    expect((await create(account, cluster, { type: 'private', vlanID: newVlan, enableByDefault: true })).status).toBe(201);
  });
});
