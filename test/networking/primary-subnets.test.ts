import { describe, expect, test } from '@jest/globals';
import { connectEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import { addresses, describeSubnets, insertVlan, overlaps, pairOf, subnetsOf, vlansOf, workersOf } from './support.js';

const emulator = await connectEmulator();

const byLastPart = (a: string, b: string): number => Number(a.split('.')[3]) - Number(b.split('.')[3]);

async function addressesOf(account: TestAccount, cluster: string): Promise<{ private: string[]; public: string[] }> {
  const workers = await workersOf(account, cluster);
  return {
    private: workers.map(({ privateIP }) => privateIP).sort(byLastPart),
    public: workers.map(({ publicIP }) => publicIP).sort(byLastPart),
  };
}

describe('the primary subnets of a VLAN', () => {
  test('are there right after the create: public /28, private /26 (R30, R39)', async () => {
    const account = await emulator.account();
    await account.createCluster();
    expect(describeSubnets(await subnetsOf(account))).toEqual(['10.184.0.0/26 private primary', '169.48.0.0/28 public primary']);
  });

  test('200: are listed with every field (R64)', async () => {
    const account = await emulator.account();
    await account.createCluster();
    const pair = await pairOf(account);
    expect((await subnetsOf(account)).find(({ type }) => type === 'public')).toEqual({
      id: expect.stringMatching(/^\d{7}$/),
      type: 'public',
      vlan_id: pair.public.id,
      ip_addresses: [],
      properties: {
        cidr: '28',
        network_identifier: '169.48.0.0',
        note: '',
        subnet_type: 'additional_primary',
        display_label: '169.48.0.0/28',
        gateway: '169.48.0.1',
        bound_cluster: '',
        datacenter: 'dal10',
      },
    });
  });

  test('are shared by all clusters on the VLAN (R32)', async () => {
    const account = await emulator.account();
    const first = await account.createCluster({ name: 'first', workerNum: 2 });
    const second = await account.createCluster({ name: 'second', workerNum: 1, noSubnet: true });
    expect(await subnetsOf(account)).toHaveLength(2);
    await account.settle();
    const [ofFirst, ofSecond] = [await addressesOf(account, first), await addressesOf(account, second)];
    expect([...ofFirst.public, ...ofSecond.public].sort(byLastPart)).toEqual(['169.48.0.2', '169.48.0.3', '169.48.0.4']);
    expect([...ofFirst.private, ...ofSecond.private].sort(byLastPart)).toEqual(['10.184.0.2', '10.184.0.3', '10.184.0.4']);
  });

  test('each VLAN has its own (R30, R33)', async () => {
    const account = await emulator.account();
    await account.createCluster({ name: 'first', workerNum: 1 });
    await insertVlan(emulator, account, { id: '2000001', side: 'private', router: '07a.dal10' });
    const other = await account.createCluster({ name: 'second', workerNum: 1, privateVlan: '2000001' });
    const onOther = (await subnetsOf(account)).filter(({ vlan_id: vlan }) => vlan === '2000001');
    expect(describeSubnets(onOther)).toEqual(['10.184.0.64/26 private primary']);
    await account.settle();
    expect(await workersOf(account, other)).toMatchObject([{ privateIP: '10.184.0.66' }]);
  });
});

describe('the addresses of workers', () => {
  test('come only once the machines are delivered (R33, R204)', async () => {
    const account = await emulator.account();
    const cluster = await account.createCluster({ workerNum: 1 });
    await account.advance('11m');
    expect(await workersOf(account, cluster)).toMatchObject([{ state: 'provisioning', publicIP: '', privateIP: '' }]);
    await account.advance('1m');
    expect(await workersOf(account, cluster)).toMatchObject([{ state: 'deploying', publicIP: '169.48.0.2', privateIP: '10.184.0.2' }]);
  });

  test('13 workers fill one /28: never its network, gateway or broadcast address (R34, R35)', async () => {
    const account = await emulator.account();
    const cluster = await account.createCluster({ workerNum: 13, noSubnet: true });
    await account.settle();
    expect(await addressesOf(account, cluster)).toEqual({
      public: addresses('169.48.0.', 2, 14),
      private: addresses('10.184.0.', 2, 14),
    });
    expect(describeSubnets(await subnetsOf(account))).toEqual(['10.184.0.0/26 private primary', '169.48.0.0/28 public primary']);
  });

  test('the 14th worker brings a second /28 on the same VLAN (R35)', async () => {
    const account = await emulator.account();
    const cluster = await account.createCluster({ workerNum: 14, noSubnet: true });
    await account.settle();
    expect(await addressesOf(account, cluster)).toEqual({
      public: [...addresses('169.48.0.', 2, 14), '169.48.0.18'],
      private: addresses('10.184.0.', 2, 15),
    });
    const subnets = await subnetsOf(account);
    expect(describeSubnets(subnets)).toEqual([
      '10.184.0.0/26 private primary',
      '169.48.0.0/28 public primary',
      '169.48.0.16/28 public primary',
    ]);
    const { public: publicVlan } = await pairOf(account);
    expect(subnets.filter(({ type }) => type === 'public').map(({ vlan_id: vlan }) => vlan)).toEqual([publicVlan.id, publicVlan.id]);
  });

  test('61 workers fill one /26; 62 need five /28 and two /26 (R34, R35)', async () => {
    const account = await emulator.account();
    const first = await account.createCluster({ name: 'first', workerNum: 61, noSubnet: true });
    await account.settle();
    expect((await addressesOf(account, first)).private).toEqual(addresses('10.184.0.', 2, 62));
    expect((await subnetsOf(account)).filter(({ type }) => type === 'private')).toHaveLength(1);

    const second = await account.createCluster({ name: 'second', workerNum: 1, noSubnet: true });
    await account.settle();
    expect(await addressesOf(account, second)).toEqual({ public: ['169.48.0.75'], private: ['10.184.0.66'] });
    expect(describeSubnets(await subnetsOf(account))).toEqual([
      '10.184.0.0/26 private primary',
      '10.184.0.64/26 private primary',
      '169.48.0.0/28 public primary',
      '169.48.0.16/28 public primary',
      '169.48.0.32/28 public primary',
      '169.48.0.48/28 public primary',
      '169.48.0.64/28 public primary',
    ]);
  });

  test('are free again once their workers are deleted, and the lowest go first to new ones (R34, R36)', async () => {
    const account = await emulator.account();
    await account.createCluster({ name: 'first', workerNum: 3 });
    await account.settle();
    const second = await account.createCluster({ name: 'second', workerNum: 1 });
    await account.settle();
    expect((await addressesOf(account, second)).public).toEqual(['169.48.0.5']);

    await account.delete('/v1/clusters/first');
    await account.settle();
    const third = await account.createCluster({ name: 'third', workerNum: 4 });
    await account.settle();
    expect(await addressesOf(account, third)).toEqual({
      public: ['169.48.0.2', '169.48.0.3', '169.48.0.4', '169.48.0.6'],
      private: ['10.184.0.2', '10.184.0.3', '10.184.0.4', '10.184.0.6'],
    });
    expect((await addressesOf(account, second)).public).toEqual(['169.48.0.5']);
  });

  test('a free address of an older subnet goes before those of a newer one (R34, R36)', async () => {
    const account = await emulator.account();
    await account.createCluster({ name: 'first', workerNum: 13, noSubnet: true });
    await account.settle();
    const second = await account.createCluster({ name: 'second', workerNum: 1, noSubnet: true });
    await account.settle();
    expect((await addressesOf(account, second)).public).toEqual(['169.48.0.18']);
    await account.delete('/v1/clusters/first');
    await account.settle();
    const third = await account.createCluster({ name: 'third', workerNum: 14, noSubnet: true });
    await account.settle();
    expect((await addressesOf(account, third)).public).toEqual([...addresses('169.48.0.', 2, 14), '169.48.0.19']);
  });

  // The second's machine is delivered 690 s after its create. The first's takes 300 s to be deleted, its cluster 840 s.
  test.each([
    ['stay taken while their workers are deleting', '600s', '120s', '3'],
    ['are free once the workers are deleted, though their cluster is not gone yet', '330s', '390s', '2'],
  ])('%s (R36)', async (_, deletedAfter, seenAfter, lastPart) => {
    const account = await emulator.account();
    await account.createCluster({ name: 'first', workerNum: 1 });
    await account.advance('15m');
    const second = await account.createCluster({ name: 'second', workerNum: 1 });
    await account.advance(deletedAfter);
    await account.delete('/v1/clusters/first');
    await account.advance(seenAfter);
    expect(await workersOf(account, second)).toMatchObject([{ publicIP: `169.48.0.${lastPart}`, privateIP: `10.184.0.${lastPart}` }]);
    expect((await account.get('/v1/clusters/first')).body).toMatchObject({ state: 'deleting' });
  });
});

test('no two subnets of an account overlap after many clusters in several zones (R39)', async () => {
  const account = await emulator.account();
  const zones = ['dal10', 'dal12', 'par01', 'sjc03'];
  for (const [index, dataCenter] of [...zones, ...zones, ...zones].entries()) {
    await account.createCluster({ name: `c${index}`, dataCenter, workerNum: [1, 14, 2, 20, 5][index % 5] ?? 1, noSubnet: index % 4 === 3 });
    if (index % 3 === 2) await account.settle();
    if (index === 5) await account.delete('/v1/clusters/c1');
  }
  await account.settle();
  const subnets = await subnetsOf(account);
  const cidrs = subnets.map(({ properties }) => properties.display_label);
  expect(subnets.length).toBeGreaterThan(25);
  expect(overlaps(cidrs)).toEqual([]);
  // From the two pools, each side from its own.
  for (const { type, properties } of subnets) {
    expect(properties.network_identifier).toMatch(type === 'public' ? /^169\.48\./ : /^10\.184\./);
  }
  expect(await vlansOf(account, 'par01')).toHaveLength(2);
});
