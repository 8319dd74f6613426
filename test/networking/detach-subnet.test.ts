import { expect, test } from '@jest/globals';
import { disable, enable } from '../albs/support.js';
import { testRefusedBeforeMaster } from '../support/cluster-refusals.js';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { addSubnet, blocksOf, detachSubnet, readyCluster, slowDown, subnetOf } from './requests.js';
import { clusterSubnetsOf, insertVlan, pairOf, subnetsOf } from './support.js';

const emulator = await connectEmulator();

/** A ready cluster and its two portable subnets: an ALB has an address of the public one, nobody of the private one. */
async function clusterWithSubnets() {
  const ready = await readyCluster(emulator);
  const vlans = await clusterSubnetsOf(ready.account, ready.cluster);
  const subnetOn = (vlan: string): string => vlans.find(({ id }) => id === vlan)?.subnets[0]?.id ?? '';
  return { ...ready, publicSubnet: subnetOn(ready.publicVlan), privateSubnet: subnetOn(ready.privateVlan) };
}

describeOperation(emulator, 'detachClusterSubnet', () => {
  test.each(['PATCH', 'DELETE'] as const)('204: by %s; the subnet stays in the account, unbound (R59)', async (method) => {
    const { account, cluster, privateSubnet } = await clusterWithSubnets();
    const answer = await emulator.call({
      method,
      url: `/v1/clusters/shop/subnets/${privateSubnet}`,
      headers: { authorization: `Bearer ${account.token}`, 'content-type': 'application/json' },
    });
    expect([answer.status, answer.text]).toEqual([204, '']);
    expect(await blocksOf(account, cluster)).toEqual(['169.48.0.16/29']);
    expect((await subnetOf(account, privateSubnet))?.properties).toMatchObject({ bound_cluster: '', display_label: '10.184.0.64/29' });
  });

  test('204: what was ordered with the cluster does not go with it any more, once detached and added again (R59, R68)', async () => {
    const { account, cluster, privateSubnet } = await clusterWithSubnets();
    await detachSubnet(account, cluster, privateSubnet);
    await addSubnet(account, cluster, privateSubnet);
    await account.delete(`/v1/clusters/${cluster}`);
    await account.settle();
    expect((await subnetOf(account, privateSubnet))?.properties.bound_cluster).toBe('');
  });

  test('409: while an ALB has an address of it; then not any more (R59, R67)', async () => {
    const { account, cluster, publicSubnet } = await clusterWithSubnets();
    const alb = `public-cr${cluster}-alb1`;
    const refused = await detachSubnet(account, cluster, publicSubnet);
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'E0026', description: `The address 169.48.0.18 of the subnet ${publicSubnet} is in use by ${alb}.` },
    });
    expect(await blocksOf(account, cluster)).toEqual(['10.184.0.64/29', '169.48.0.16/29']);
    await disable(account, alb);
    expect((await detachSubnet(account, cluster, publicSubnet)).status).toBe(204);
    expect(await enable(account, alb)).toMatchObject({ status: 400, body: { code: 'E0025' } });
  });

  test('409: a detach and an enable at the same time never leave an ALB with an address of a detached subnet (R59)', async () => {
    const { account, cluster, privateSubnet } = await clusterWithSubnets();
    const answers = await Promise.all([
      detachSubnet(account, cluster, privateSubnet),
      enable(account, `private-cr${cluster}-alb1`),
    ]);
    const bound = (await subnetOf(account, privateSubnet))?.properties.bound_cluster;
    expect([answers[0].status, answers[1].status, bound]).toEqual(bound === '' ? [204, 400, ''] : [409, 201, cluster]);
  });

  test("404: another cluster's, an unbound one, an unknown one, and an unknown cluster", async () => {
    const { account, cluster, privateSubnet } = await clusterWithSubnets();
    const other = await account.createCluster({ name: 'other', workerNum: 1 });
    const [foreign] = (await subnetsOf(account)).filter(({ properties }) => properties.bound_cluster === other);
    await detachSubnet(account, cluster, privateSubnet);
    for (const subnet of [foreign?.id ?? '', privateSubnet, '9999999']) {
      expect(await detachSubnet(account, cluster, subnet)).toMatchObject({ status: 404, body: { code: 'E0013' } });
    }
    expect(await detachSubnet(account, 'nobody', privateSubnet)).toMatchObject({ status: 404, body: { code: 'G0004' } });
    expect((await subnetOf(account, foreign?.id ?? ''))?.properties.bound_cluster).toBe(other);
  });

  test('400: a primary subnet, and while the cluster is deleting', async () => {
    const { account, cluster, privateSubnet } = await clusterWithSubnets();
    const [primary] = (await subnetsOf(account)).filter(({ properties }) => properties.subnet_type === 'additional_primary');
    expect(await detachSubnet(account, cluster, primary?.id ?? '')).toMatchObject({ status: 400, body: { code: 'E0021' } });
    await slowDown(emulator, account);
    await account.delete(`/v1/clusters/${cluster}`);
    expect(await detachSubnet(account, cluster, privateSubnet)).toMatchObject({ status: 400, body: { code: 'E0023' } });
  });

  testRefusedBeforeMaster(emulator, (account, cluster) => detachSubnet(account, cluster, '7000000'));
});

test('a subnet on a VLAN that the cluster has no worker on is out of its sight (R60)', async () => {
  const { account, cluster } = await clusterWithSubnets();
  const pair = await pairOf(account);
  await insertVlan(emulator, account, { id: '2000001', side: 'private', router: pair.private.properties.primary_router.slice(3) });
  // As if all workers had been replaced by workers on another VLAN.
  await emulator.alter(account, "UPDATE worker_pool_zones SET private_vlan_id = '2000001' WHERE account_id = $1");
  expect(await blocksOf(account, cluster)).toEqual(['10.184.0.64/29', '169.48.0.16/29']);
  await emulator.alter(account, "UPDATE workers SET private_vlan_id = '2000001' WHERE account_id = $1");
  expect(await blocksOf(account, cluster)).toEqual(['169.48.0.16/29']);
  expect((await subnetsOf(account)).map(({ properties }) => properties.display_label)).toContain('10.184.0.64/29');
  expect(await enable(account, `private-cr${cluster}-alb1`)).toMatchObject({ status: 400, body: { code: 'E0025' } });
});
