import { describe, expect, test } from '@jest/globals';
import { controlOf } from '../emulator/support.js';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { blocksOf, createSubnet, detachSubnet, freeSubnet, addSubnet, readyCluster, slowDown } from './requests.js';
import { albsOf, clusterOf, clusterSubnetsOf, insertVlan, subnetsOf } from './support.js';

const emulator = await connectEmulator();

interface IngressHealth {
  readonly ingressStatus: string;
  readonly ingressMessage: string;
}

describeOperation(emulator, 'createClusterSubnet', () => {
  test.each([
    ['', '10.184.0.72/29', 5],
    ['?size=', '10.184.0.72/29', 5],
    ['?size=8', '10.184.0.72/29', 5],
    ['?size=16', '10.184.0.80/28', 13],
    ['?size=32', '10.184.0.96/27', 29],
    ['?size=64', '10.184.0.128/26', 61],
  ])('204: %s orders %s, of which %i addresses are usable (R39, R58)', async (query, block, usable) => {
    const { account, cluster, privateVlan } = await readyCluster(emulator);
    const answer = await createSubnet(account, 'shop', privateVlan, query);
    expect([answer.status, answer.text]).toEqual([204, '']);
    const [vlan] = (await clusterSubnetsOf(account, cluster)).filter(({ id }) => id === privateVlan);
    expect(vlan?.subnets.map(({ cidr }) => cidr)).toEqual(['10.184.0.64/29', block]);
    expect(vlan?.subnets[1]?.ips).toHaveLength(usable);
    const listed = (await subnetsOf(account)).find(({ properties }) => properties.display_label === block);
    expect(listed).toMatchObject({ type: 'private', vlan_id: privateVlan, properties: { subnet_type: 'secondary_on_vlan', bound_cluster: cluster } });
  });

  test.each(['0', '7', '128', '-8', '8.5', 'large'])('400: size %s; the refusal names the sizes (R58)', async (size) => {
    const { account, cluster, privateVlan } = await readyCluster(emulator);
    const refused = await createSubnet(account, cluster, privateVlan, `?size=${size}`);
    expect(refused).toMatchObject({ status: 400, body: { code: 'E0021', description: 'The request is not valid: size must be one of: 8, 16, 32, 64.' } });
    expect(await blocksOf(account, cluster)).toHaveLength(2);
  });

  test("400: a VLAN that none of the cluster's workers is on, or that there is not (R58)", async () => {
    const { account, cluster, publicVlan, privateVlan } = await readyCluster(emulator);
    await insertVlan(emulator, account, { id: '2000001', side: 'private', router: '07a.dal10' });
    for (const vlan of ['2000001', '9999999']) {
      const refused = await createSubnet(account, cluster, vlan);
      expect(refused.status).toBe(400);
      expect(refused.body.description).toContain(`it must be one of: ${privateVlan}, ${publicVlan}`);
    }
  });

  test('400: a public VLAN for a private-only cluster (R11)', async () => {
    const { account, publicVlan, privateVlan } = await readyCluster(emulator);
    const inner = await account.createCluster({ name: 'inner', privateVlan });
    expect((await createSubnet(account, inner, publicVlan)).status).toBe(400);
    expect((await createSubnet(account, inner, privateVlan)).status).toBe(204);
  });

  test('204: a noSubnet cluster has its ALB from it, and its subdomain (R57, R254)', async () => {
    const { account, publicVlan } = await readyCluster(emulator);
    const without = await account.createCluster({ name: 'without', workerNum: 1, noSubnet: true });
    await createSubnet(account, without, publicVlan);
    await account.settle();
    expect(await albsOf(account, without)).toMatchObject([{ albID: `public-cr${without}-alb1`, enable: true, albip: '169.48.0.26' }]);
    expect((await clusterOf(account, without)).ingressHostname).toMatch(/^without-/);
  });

  test('404: an unknown cluster', async () => {
    const { account, privateVlan } = await readyCluster(emulator);
    expect(await createSubnet(account, 'nobody', privateVlan)).toMatchObject({ status: 404, body: { code: 'G0004' } });
  });

  test('400: before the master is deployed, and while the cluster is deleting', async () => {
    const { account, cluster, privateVlan } = await readyCluster(emulator);
    await slowDown(emulator, account);
    await account.createCluster({ name: 'young' });
    expect(await createSubnet(account, 'young', privateVlan)).toMatchObject({ status: 400, body: { code: 'Ef9cc' } });
    await account.delete(`/v1/clusters/${cluster}`);
    expect(await createSubnet(account, cluster, privateVlan)).toMatchObject({ status: 400, body: { code: 'E0023' } });
  });

  test('two at the same time get blocks of their own (R39)', async () => {
    const { account, cluster, publicVlan } = await readyCluster(emulator);
    const answers = await Promise.all([1, 2, 3].map(() => createSubnet(account, cluster, publicVlan)));
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
    expect(await blocksOf(account, cluster)).toEqual(['10.184.0.64/29', '169.48.0.16/29', '169.48.0.24/29', '169.48.0.32/29', '169.48.0.40/29']);
  });
});

describe('a VLAN at its limit of subnets', () => {
  const healthOf = async (account: Parameters<typeof clusterOf>[0], cluster: string): Promise<IngressHealth> =>
    (await clusterOf(account, cluster)) as unknown as IngressHealth;

  test('204: the call succeeds, no subnet comes, and the cluster tells why (R54)', async () => {
    const { account, cluster, publicVlan } = await readyCluster(emulator);
    await controlOf(emulator, account).update({ subnetsPerVlanQuota: 2 });
    expect((await createSubnet(account, cluster, publicVlan)).status).toBe(204);
    expect(await blocksOf(account, cluster)).toEqual(['10.184.0.64/29', '169.48.0.16/29']);
    const health = { status: 'warning', message: expect.stringContaining(`ErrorSubnetLimitReached: no portable subnet could be ordered on VLAN ${publicVlan} in zone dal10`) as unknown };
    expect(await healthOf(account, cluster)).toMatchObject({ ingressStatus: health.status, ingressMessage: health.message });
    const v2 = await account.get<{ ingress: unknown }>(`/v2/getCluster?cluster=${cluster}`);
    expect(v2.body.ingress).toMatchObject(health);
  });

  test('is the account\'s to choose; once there is room, an order succeeds and the error is gone (R54)', async () => {
    const { account, cluster, publicVlan } = await readyCluster(emulator);
    await controlOf(emulator, account).update({ subnetsPerVlanQuota: 2 });
    await createSubnet(account, cluster, publicVlan);
    await controlOf(emulator, account).update({ subnetsPerVlanQuota: 3 });
    expect(await healthOf(account, cluster)).toMatchObject({ ingressStatus: 'warning' });
    await createSubnet(account, cluster, publicVlan);
    expect(await blocksOf(account, cluster)).toHaveLength(3);
    expect(await healthOf(account, cluster)).toMatchObject({ ingressStatus: 'healthy', ingressMessage: 'All Ingress components are healthy.' });
  });

  test('leaves a new cluster without ALB on that side, which it tells; an added subnet cures it (R54, R57)', async () => {
    const { account, cluster, publicVlan, privateVlan } = await readyCluster(emulator);
    const spare = await freeSubnet(account, cluster, publicVlan);
    await controlOf(emulator, account).update({ subnetsPerVlanQuota: 3 });
    const other = await account.createCluster({ name: 'other', workerNum: 1 });
    expect(await clusterOf(account, other)).toMatchObject({ state: 'normal', ingressHostname: '', ingressStatus: 'critical' });
    expect((await healthOf(account, other)).ingressMessage).toContain(`VLAN ${publicVlan} in zone dal10`);
    expect((await healthOf(account, other)).ingressMessage).not.toContain(privateVlan);
    expect((await albsOf(account, other)).map(({ albID }) => albID)).toEqual([`private-cr${other}-alb1`]);

    expect((await addSubnet(account, other, spare)).status).toBe(204);
    await account.settle();
    expect((await albsOf(account, other)).map(({ albID }) => albID)).toEqual([`private-cr${other}-alb1`, `public-cr${other}-alb1`]);
    expect(await clusterOf(account, other)).toMatchObject({ ingressHostname: expect.stringMatching(/^other-/) as unknown, ingressStatus: 'healthy' });
  });

  test('does not count what users bring along (R54, R61)', async () => {
    const { account, cluster, privateVlan } = await readyCluster(emulator);
    await account.post(`/v1/clusters/${cluster}/usersubnets`, { cidr: '10.91.40.0/24', vlan_id: privateVlan });
    await controlOf(emulator, account).update({ subnetsPerVlanQuota: 3 });
    await createSubnet(account, cluster, privateVlan);
    expect(await blocksOf(account, cluster)).toHaveLength(3);
    const vlans = await account.get<{ id: string; properties: { subnet_count: number } }[]>('/v1/datacenters/dal10/vlans');
    expect(vlans.body.find(({ id }) => id === privateVlan)?.properties.subnet_count).toBe(3);
  });
});

test('a detached subnet makes no room on the VLAN (R54, R59)', async () => {
  const { account, cluster, privateVlan } = await readyCluster(emulator);
  await controlOf(emulator, account).update({ subnetsPerVlanQuota: 2 });
  const [vlan] = (await clusterSubnetsOf(account, cluster)).filter(({ id }) => id === privateVlan);
  await detachSubnet(account, cluster, vlan?.subnets[0]?.id ?? '');
  await createSubnet(account, cluster, privateVlan);
  expect(await blocksOf(account, cluster)).toEqual(['169.48.0.16/29']);
});
