import { describe, expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator, startEmulator } from '../support/emulator.js';
import { addSubnet, blocksOf, createSubnet, freeSubnet, readyCluster, slowDown, subnetOf } from './requests.js';
import { albsOf, clusterOf, insertSubnets, insertVlan, subnetsOf } from './support.js';

const emulator = await connectEmulator();
/** A second server on the same database. */
const second = await startEmulator();

describeOperation(emulator, 'addClusterSubnet', () => {
  test('204: binds an unbound portable subnet of the account (R52, R56)', async () => {
    const { account, cluster, privateVlan } = await readyCluster(emulator);
    const subnet = await freeSubnet(account, cluster, privateVlan);
    expect((await subnetOf(account, subnet))?.properties.bound_cluster).toBe('');
    const answer = await addSubnet(account, 'shop', subnet);
    expect([answer.status, answer.text]).toEqual([204, '']);
    expect((await subnetOf(account, subnet))?.properties.bound_cluster).toBe(cluster);
    expect(await blocksOf(account, cluster)).toEqual(['10.184.0.64/29', '10.184.0.72/29', '169.48.0.16/29']);
    expect(await albsOf(account, cluster)).toHaveLength(2);
  });

  test('204: once more changes nothing', async () => {
    const { account, cluster, privateVlan } = await readyCluster(emulator);
    const subnet = await freeSubnet(account, cluster, privateVlan);
    await addSubnet(account, cluster, subnet);
    const before = await subnetsOf(account);
    expect((await addSubnet(account, cluster, subnet)).status).toBe(204);
    expect(await subnetsOf(account)).toEqual(before);
  });

  test('204: after a detach another cluster on the VLAN can have it (R59, R67)', async () => {
    const { account, cluster, publicVlan } = await readyCluster(emulator);
    const other = await account.createCluster({ name: 'other', workerNum: 1 });
    const subnet = await freeSubnet(account, cluster, publicVlan);
    expect((await addSubnet(account, other, subnet)).status).toBe(204);
    expect((await subnetOf(account, subnet))?.properties.bound_cluster).toBe(other);
  });

  test('409: another cluster has it (R52)', async () => {
    const { account, cluster } = await readyCluster(emulator);
    const other = await account.createCluster({ name: 'other', workerNum: 1 });
    const bound = (await subnetsOf(account)).find(({ properties }) => properties.bound_cluster === other);
    const refused = await addSubnet(account, cluster, bound?.id ?? '');
    expect(refused).toMatchObject({ status: 409, body: { code: 'E0026', description: `The subnet ${bound?.id} is in use by the cluster ${other}.` } });
    expect((await subnetOf(account, bound?.id ?? ''))?.properties.bound_cluster).toBe(other);
  });

  test('409: of two clusters that ask at the same time, on two servers, exactly one gets it (R52)', async () => {
    const { account, cluster, privateVlan } = await readyCluster(emulator);
    const other = await account.createCluster({ name: 'other', workerNum: 1 });
    const subnet = await freeSubnet(account, cluster, privateVlan);
    const headers = { authorization: `Bearer ${account.token}` };
    const answers = await Promise.all(
      [cluster, other].map((id, index) =>
        (index === 0 ? emulator : second).call({ method: 'PUT', url: `/v1/clusters/${id}/subnets/${subnet}`, headers }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    const winner = answers[0]?.status === 204 ? cluster : other;
    expect((await subnetOf(account, subnet))?.properties.bound_cluster).toBe(winner);
  });

  test("400: it is on a VLAN that none of the cluster's workers is on; the refusal names the VLANs (R56)", async () => {
    const { account, cluster, publicVlan, privateVlan } = await readyCluster(emulator);
    await insertVlan(emulator, account, { id: '2000001', side: 'private', router: '07a.dal10' });
    await insertSubnets(emulator, account, '2000001', ['10.184.200.0/29']);
    const refused = await addSubnet(account, cluster, '7000000');
    expect(refused).toMatchObject({ status: 400, body: { code: 'E0021' } });
    expect(refused.body.description).toContain(`VLAN 2000001 has no workers of the cluster; it must be one of: ${privateVlan}, ${publicVlan}`);
    expect((await subnetOf(account, '7000000'))?.properties.bound_cluster).toBe('');
  });

  test('400: a primary subnet, which nobody can have for a cluster (R38)', async () => {
    const { account, cluster } = await readyCluster(emulator);
    const primary = (await subnetsOf(account)).find(({ properties }) => properties.subnet_type === 'additional_primary');
    expect(await addSubnet(account, cluster, primary?.id ?? '')).toMatchObject({ status: 400, body: { code: 'E0021' } });
  });

  test("404: an unknown subnet, another account's, and an unknown cluster", async () => {
    const [{ account, cluster }, other] = [await readyCluster(emulator), await readyCluster(emulator)];
    // Ids count up in each account, so that the other one's are made to differ.
    const foreign = await insertVlan(emulator, other.account, { id: '2000001', side: 'private', router: '07a.dal10' });
    await insertSubnets(emulator, other.account, foreign, ['10.184.200.0/29']);
    for (const subnet of ['9999999', '7000000']) {
      expect(await addSubnet(account, cluster, subnet)).toMatchObject({ status: 404, body: { code: 'E0013' } });
    }
    expect(await addSubnet(account, 'nobody', '9999999')).toMatchObject({ status: 404, body: { code: 'G0004' } });
  });

  test('400: before the master is deployed, and while the cluster is deleting', async () => {
    const { account, cluster, privateVlan } = await readyCluster(emulator);
    const subnet = await freeSubnet(account, cluster, privateVlan);
    await slowDown(emulator, account);
    await account.createCluster({ name: 'young' });
    expect(await addSubnet(account, 'young', subnet)).toMatchObject({ status: 400, body: { code: 'Ef9cc' } });
    await account.delete(`/v1/clusters/${cluster}`);
    expect(await addSubnet(account, cluster, subnet)).toMatchObject({ status: 400, body: { code: 'E0023' } });
  });
});

describe('a noSubnet cluster that is given subnets', () => {
  /** A ready noSubnet cluster beside a usual one, which subnets are taken from. */
  async function clusterWithout() {
    const ready = await readyCluster(emulator);
    const without = await ready.account.createCluster({ name: 'without', workerNum: 1, noSubnet: true });
    return { ...ready, without };
  }

  test('has its ALB pair from them, and its subdomain (R57, R230, R254)', async () => {
    const { account, cluster, without, publicVlan, privateVlan } = await clusterWithout();
    expect(await albsOf(account, without)).toEqual([]);
    const [inner, outer] = [await freeSubnet(account, cluster, privateVlan), await freeSubnet(account, cluster, publicVlan)];
    await addSubnet(account, without, inner);
    await addSubnet(account, without, outer);
    await account.settle();
    expect(await albsOf(account, without)).toMatchObject([
      { albID: `private-cr${without}-alb1`, enable: false, albip: '', vlanID: privateVlan },
      { albID: `public-cr${without}-alb1`, enable: true, albip: '169.48.0.26', vlanID: publicVlan },
    ]);
    expect((await clusterOf(account, without)).ingressHostname).toMatch(/^without-/);
  });

  test('has a private ALB alone from a private one, and no subdomain until a public one comes (R57, R231, R254)', async () => {
    const { account, cluster, without, publicVlan, privateVlan } = await clusterWithout();
    await addSubnet(account, without, await freeSubnet(account, cluster, privateVlan));
    await account.settle();
    expect((await albsOf(account, without)).map(({ albID }) => albID)).toEqual([`private-cr${without}-alb1`]);
    expect((await clusterOf(account, without)).ingressHostname).toBe('');

    await createSubnet(account, without, publicVlan);
    await account.settle();
    expect((await albsOf(account, without)).map(({ albID }) => albID)).toEqual([`private-cr${without}-alb1`, `public-cr${without}-alb1`]);
    expect((await clusterOf(account, without)).ingressHostname).toMatch(/^without-/);
  });

  test('gets nothing more than it was given (R55)', async () => {
    const { account, cluster, without, privateVlan } = await clusterWithout();
    await addSubnet(account, without, await freeSubnet(account, cluster, privateVlan));
    await account.settle();
    expect(await blocksOf(account, without)).toEqual(['10.184.0.72/29']);
  });

  test('has the ALBs a minute later, when the map is filled (R53)', async () => {
    const { account, cluster, without, privateVlan } = await clusterWithout();
    const subnet = await freeSubnet(account, cluster, privateVlan);
    await slowDown(emulator, account);
    await addSubnet(account, without, subnet);
    await account.advance('30s');
    expect(await albsOf(account, without)).toEqual([]);
    await account.advance('31s');
    expect(await albsOf(account, without)).toHaveLength(1);
  });

  test('before its workers are ready, it has the ALBs once they are (R53)', async () => {
    const { account, cluster, publicVlan } = await readyCluster(emulator);
    const subnet = await freeSubnet(account, cluster, publicVlan);
    await slowDown(emulator, account);
    const young = await account.createCluster({ name: 'young', noSubnet: true });
    await account.advance('6m');
    expect((await addSubnet(account, young, subnet)).status).toBe(204);
    await account.advance('13m');
    expect(await albsOf(account, young)).toEqual([]);
    await account.advance('30m');
    expect((await albsOf(account, young)).map(({ albID }) => albID)).toEqual([`public-cr${young}-alb1`]);
    expect(await blocksOf(account, young)).toEqual(['169.48.0.24/29']);
  });
});

describe('on cluster delete', () => {
  test('what was added stays in the account and can be added again; what was ordered goes (R68)', async () => {
    const { account, cluster, publicVlan } = await readyCluster(emulator);
    const other = await account.createCluster({ name: 'other', workerNum: 1 });
    const added = await freeSubnet(account, cluster, publicVlan);
    await addSubnet(account, other, added);
    await createSubnet(account, other, publicVlan, '?size=16');
    await account.delete(`/v1/clusters/${other}`);
    await account.settle();
    expect((await subnetsOf(account)).filter(({ properties }) => properties.subnet_type === 'secondary_on_vlan').map(({ id }) => id)).toHaveLength(3);
    expect((await subnetOf(account, added))?.properties.bound_cluster).toBe('');
    expect((await addSubnet(account, cluster, added)).status).toBe(204);
  });
});
