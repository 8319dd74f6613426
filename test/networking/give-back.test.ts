import { describe, expect, test } from '@jest/globals';
import { connectEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import { albsOf, clusterOf, clusterSubnetsOf, describeSubnets, insertSubnets, insertVlan, pairOf, subnetsOf, vlansOf } from './support.js';

const emulator = await connectEmulator();

const primaries = ['10.184.0.0/26 private primary', '169.48.0.0/28 public primary'];

async function leaseCount(account: TestAccount): Promise<number> {
  return (await emulator.rows('leases', account)).length;
}

describe('after a delete', () => {
  test('204: everything of the cluster is gone, primary subnets and VLANs are left (R68, R140, R142)', async () => {
    const account = await emulator.account();
    const cluster = await account.createCluster();
    await account.settle();
    expect(await leaseCount(account)).toBe(5);
    const [alb] = await albsOf(account, cluster);

    expect((await account.delete(`/v1/clusters/${cluster}`)).status).toBe(204);
    await account.settle();
    for (const path of [`/v1/clusters/${cluster}`, `/v1/clusters/${cluster}/workers`, `/v1/clusters/${cluster}/subnets`, `/v1/alb/albs/${alb?.albID}`]) {
      expect({ path, status: (await account.get(path)).status }).toEqual({ path, status: 404 });
    }
    expect(describeSubnets(await subnetsOf(account))).toEqual(primaries);
    expect(await vlansOf(account)).toHaveLength(2);
    expect(await leaseCount(account)).toBe(0);
  });

  test('another cluster keeps its subnets, its ALBs and its addresses (R68, R142)', async () => {
    const account = await emulator.account();
    const gone = await account.createCluster({ name: 'gone' });
    const stays = await account.createCluster({ name: 'stays' });
    await account.settle();
    const look = async () => [await clusterOf(account, stays), await clusterSubnetsOf(account, stays), await albsOf(account, stays)];
    const before = await look();
    await account.delete(`/v1/clusters/${gone}`);
    await account.settle();
    expect(await look()).toEqual(before);
    expect(await leaseCount(account)).toBe(5);
  });

  test('the blocks of its portable subnets are free for the next cluster (R67, R68)', async () => {
    const account = await emulator.account();
    for (const name of ['first', 'second', 'third']) {
      const cluster = await account.createCluster({ name });
      await account.settle();
      const blocks = (await clusterSubnetsOf(account, cluster)).flatMap(({ subnets }) => subnets.map(({ cidr }) => cidr));
      expect(blocks).toEqual(['10.184.0.64/29', '169.48.0.16/29']);
      await account.delete(`/v1/clusters/${cluster}`);
      await account.settle();
    }
  });

  test('a subnet that was added to the cluster stays in the account, unbound (R68)', async () => {
    const account = await emulator.account();
    const cluster = await account.createCluster();
    await account.settle();
    const pair = await pairOf(account);
    await insertSubnets(emulator, account, pair.private.id, ['10.184.200.0/29']);
    // Bound as an added subnet is: there is no call for it yet.
    await emulator.alter(account, "UPDATE subnets SET cluster_id = $2 WHERE account_id = $1 AND id = '7000000'", [cluster]);
    await account.delete(`/v1/clusters/${cluster}`);
    await account.settle();
    const subnets = await subnetsOf(account);
    expect(describeSubnets(subnets)).toEqual(['10.184.0.0/26 private primary', '10.184.200.0/29 private portable', '169.48.0.0/28 public primary']);
    expect(subnets.map(({ properties }) => properties.bound_cluster)).toEqual(['', '', '']);
  });
});

describe('while a cluster is deleting', () => {
  test.each([
    ['20m', 'before its subnets are ordered', 0, 0],
    ['21m', 'before its ALBs are made', 2, 0],
  ])('after %s, %s, no further subnets, ALBs and subdomain come (R53, R125, R142)', async (age, _, subnets, albs) => {
    const account = await emulator.account();
    const cluster = await account.createCluster();
    await account.advance(age);
    await account.delete(`/v1/clusters/${cluster}`);
    await account.advance('13m');
    expect((await clusterOf(account, cluster)).state).toBe('deleting');
    expect(await clusterSubnetsOf(account, cluster)).toHaveLength(subnets);
    expect(await albsOf(account, cluster)).toHaveLength(albs);
    expect((await clusterOf(account, cluster)).ingressHostname).toBe('');
  });

  test('before its ALB is healthy, no subdomain comes (R53, R125)', async () => {
    const account = await emulator.account();
    const cluster = await account.createCluster();
    await account.advance('22m');
    expect(await albsOf(account, cluster)).toHaveLength(2);
    await account.delete(`/v1/clusters/${cluster}`);
    await account.advance('13m');
    expect(await clusterOf(account, cluster)).toMatchObject({ state: 'deleting', ingressHostname: '' });
  });
});

describe('with deleteResources=true', () => {
  const remove = async (account: TestAccount, cluster: string) => {
    await account.delete(`/v1/clusters/${cluster}?deleteResources=true`);
    await account.settle();
  };

  test('VLANs on which nothing else is left go too, with their subnets (R141)', async () => {
    const account = await emulator.account();
    const cluster = await account.createCluster();
    await account.settle();
    await remove(account, cluster);
    expect(await vlansOf(account)).toEqual([]);
    expect(await subnetsOf(account)).toEqual([]);
    expect(await leaseCount(account)).toBe(0);
  });

  test('VLANs stay while another cluster is on them, until that goes as well (R141)', async () => {
    const account = await emulator.account();
    const first = await account.createCluster({ name: 'first' });
    const second = await account.createCluster({ name: 'second' });
    await account.settle();
    await remove(account, first);
    expect(await vlansOf(account)).toHaveLength(2);
    expect(describeSubnets(await subnetsOf(account)).filter((subnet) => subnet.endsWith('primary'))).toEqual(primaries);
    expect((await clusterOf(account, second)).state).toBe('normal');
    await remove(account, second);
    expect(await vlansOf(account)).toEqual([]);
  });

  test('the side that another cluster is on stays, the other goes (R141)', async () => {
    const account = await emulator.account();
    const both = await account.createCluster({ name: 'both' });
    const pair = await pairOf(account);
    await account.createCluster({ name: 'inner', privateVlan: pair.private.id });
    await account.settle();
    await remove(account, both);
    expect((await vlansOf(account)).map(({ id }) => id)).toEqual([pair.private.id]);
  });

  test('VLANs that the cluster was not on stay (R141)', async () => {
    const account = await emulator.account();
    const cluster = await account.createCluster();
    await insertVlan(emulator, account, { id: '2000001', side: 'private', router: '07a.dal10' });
    await remove(account, cluster);
    expect((await vlansOf(account)).map(({ id }) => id)).toEqual(['2000001']);
  });

  test('a VLAN with a portable subnet that is not the cluster\'s stays (R68, R141)', async () => {
    const account = await emulator.account();
    const cluster = await account.createCluster();
    const pair = await pairOf(account);
    await insertSubnets(emulator, account, pair.private.id, ['10.184.200.0/29']);
    await remove(account, cluster);
    expect((await vlansOf(account)).map(({ id }) => id)).toEqual([pair.private.id]);
  });

  test('two clusters that go at the same moment take the VLANs along (R141)', async () => {
    const account = await emulator.account({ speed: 'instant' });
    await account.createCluster({ name: 'first' });
    await account.createCluster({ name: 'second' });
    await emulator.call({ method: 'POST', url: `/_emulator/accounts/${account.id}/clock/freeze` });
    await emulator.call({ method: 'PATCH', url: `/_emulator/accounts/${account.id}`, body: { speed: 1 } });
    await account.delete('/v1/clusters/first?deleteResources=true');
    await account.delete('/v1/clusters/second?deleteResources=true');
    await account.settle();
    expect((await account.get('/v1/clusters')).body).toEqual([]);
    expect(await vlansOf(account)).toEqual([]);
  });
});
