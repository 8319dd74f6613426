import { describe, expect, test } from '@jest/globals';
import { connectEmulator } from '../support/emulator.js';
import {
  addresses,
  albsOf,
  type Cluster,
  clusterOf,
  clusterSubnetsOf,
  describeSubnets,
  insertSubnets,
  pairOf,
  subnetsOf,
  vlansOf,
} from './support.js';

const emulator = await connectEmulator();

describe('the portable subnets of a cluster', () => {
  test('are one /29 on each VLAN, with five usable addresses (R50, R51)', async () => {
    const account = await emulator.account();
    const cluster = await account.createCluster();
    await account.settle();
    const pair = await pairOf(account);
    const usable = { private: addresses('10.184.0.', 66, 70), public: addresses('169.48.0.', 18, 22) };
    expect(await clusterSubnetsOf(account, cluster)).toEqual([
      {
        id: pair.private.id,
        subnets: [{ id: expect.stringMatching(/^\d{7}$/), cidr: '10.184.0.64/29', ips: usable.private, is_byoip: false, is_public: false }],
        zone: 'dal10',
        region: 'us-south',
      },
      {
        id: pair.public.id,
        subnets: [{ id: expect.stringMatching(/^\d{7}$/), cidr: '169.48.0.16/29', ips: usable.public, is_byoip: false, is_public: true }],
        zone: 'dal10',
        region: 'us-south',
      },
    ]);
  });

  test('of the five public addresses the lowest is the ALB\'s, and four are left (R51)', async () => {
    const account = await emulator.account();
    const cluster = await account.createCluster();
    await account.settle();
    const [ofPrivate, ofPublic] = await clusterSubnetsOf(account, cluster);
    const taken = (await albsOf(account, cluster)).map(({ albip }) => albip);
    const free = (ips: readonly string[] = []) => ips.filter((ip) => !taken.includes(ip));
    expect(free(ofPublic?.subnets[0]?.ips)).toEqual(addresses('169.48.0.', 19, 22));
    // The private ALB is off and holds nothing; its address is set aside.
    expect(free(ofPrivate?.subnets[0]?.ips)).toEqual(addresses('10.184.0.', 66, 70));
  });

  test('belong to one cluster each, though clusters share the VLANs (R52)', async () => {
    const account = await emulator.account();
    const first = await account.createCluster({ name: 'first' });
    const second = await account.createCluster({ name: 'second' });
    await account.settle();
    const bound = (await subnetsOf(account)).map(({ properties }) => properties.bound_cluster).sort();
    expect(bound).toEqual(['', '', first, first, second, second].sort());
    const idsOf = async (cluster: string) =>
      (await clusterSubnetsOf(account, cluster)).flatMap(({ subnets }) => subnets.map(({ id }) => id));
    expect(new Set([...(await idsOf(first)), ...(await idsOf(second))]).size).toBe(4);
    expect(await vlansOf(account)).toHaveLength(2);
  });

  test('come only after the workers are normal (R53)', async () => {
    const account = await emulator.account();
    const cluster = await account.createCluster();
    await account.advance('20m');
    expect((await clusterOf(account, cluster)).state).toBe('normal');
    expect(await clusterSubnetsOf(account, cluster)).toEqual([]);
    expect(await subnetsOf(account)).toHaveLength(2);
    await account.advance('1m');
    expect(await clusterSubnetsOf(account, cluster)).toHaveLength(2);
  });

  test('noSubnet makes none, then there is no ALB and no subdomain (R55, R230, R254)', async () => {
    const account = await emulator.account();
    const cluster = await account.createCluster({ noSubnet: true });
    await account.settle();
    expect(describeSubnets(await subnetsOf(account))).toEqual(['10.184.0.0/26 private primary', '169.48.0.0/28 public primary']);
    expect(await clusterSubnetsOf(account, cluster)).toEqual([]);
    expect(await albsOf(account, cluster)).toEqual([]);
    expect(await clusterOf(account, cluster)).toMatchObject({ state: 'normal', ingressHostname: '', ingressSecretName: '' });
  });
});

describe('a VLAN with 40 subnets', () => {
  const fillers = (count: number): string[] => Array.from({ length: count }, (_, index) => `169.48.${100 + index}.0/29`);

  test('takes no further portable subnet; the cluster becomes normal, without an ALB on that side (R54, R230)', async () => {
    const account = await emulator.account();
    await account.createCluster({ name: 'first', noSubnet: true });
    const pair = await pairOf(account);
    await insertSubnets(emulator, account, pair.public.id, fillers(39));

    const cluster = await account.createCluster({ name: 'second' });
    await account.settle();
    expect((await clusterOf(account, cluster)).state).toBe('normal');
    expect((await clusterSubnetsOf(account, cluster)).map(({ id }) => id)).toEqual([pair.private.id]);
    expect(await albsOf(account, cluster)).toMatchObject([{ albID: `private-cr${cluster}-alb1`, enable: false }]);
    expect((await clusterOf(account, cluster)).ingressHostname).toBe('');
    expect((await pairOf(account)).public.properties['subnet_count']).toBe(40);
  });

  test('with 39 it takes one more (R54)', async () => {
    const account = await emulator.account();
    await account.createCluster({ name: 'first', noSubnet: true });
    const pair = await pairOf(account);
    await insertSubnets(emulator, account, pair.public.id, fillers(38));
    const cluster = await account.createCluster({ name: 'second' });
    await account.settle();
    expect((await clusterSubnetsOf(account, cluster)).map(({ id }) => id)).toEqual([pair.private.id, pair.public.id]);
    expect((await pairOf(account)).public.properties['subnet_count']).toBe(40);
  });
});

describe('the cluster itself', () => {
  test('shows its VLANs and subnets with showResources=true alone (R66)', async () => {
    const account = await emulator.account();
    const cluster = await account.createCluster();
    await account.settle();
    const plain = await account.get<Cluster>(`/v1/clusters/${cluster}`);
    expect([plain.body.vlans, plain.body.worker_vlans]).toEqual([[], []]);
    const shown = await account.get<Cluster>(`/v1/clusters/${cluster}?showResources=true`);
    expect(shown.body.vlans).toEqual(await clusterSubnetsOf(account, cluster));
    expect(shown.body.vlans.flatMap(({ subnets }) => subnets.map(({ cidr }) => cidr))).toEqual(['10.184.0.64/29', '169.48.0.16/29']);
    expect(shown.body.worker_vlans).toEqual(await vlansOf(account));
  });

  test("shows none of another cluster's subnets (R52, R66)", async () => {
    const account = await emulator.account();
    await account.createCluster({ name: 'first' });
    const second = await account.createCluster({ name: 'second', noSubnet: true });
    await account.settle();
    const shown = await account.get<Cluster>(`/v1/clusters/${second}?showResources=true`);
    expect(shown.body.vlans).toEqual([]);
    expect(shown.body.worker_vlans).toHaveLength(2);
  });
});
