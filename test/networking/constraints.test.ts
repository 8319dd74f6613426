import { describe, expect, test } from '@jest/globals';
import { connectEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import { clusterSubnetsOf, insertVlan, pairOf, subnetsOf, vlansOf, workersOf } from './support.js';

const emulator = await connectEmulator();
const { database } = emulator;

/** The Postgres constraint that refuses the statement, or what it was instead. */
async function refusedBy(statement: string, values: readonly unknown[]): Promise<string> {
  try {
    await database.query(statement, [...values]);
    return 'accepted';
  } catch (error) {
    return (error as { constraint?: string }).constraint ?? String(error);
  }
}

const insertSubnet = (account: TestAccount, id: string, vlanId: string, cidr: string, kind = 'portable'): Promise<string> =>
  refusedBy('INSERT INTO subnets (account_id, id, vlan_id, kind, cidr, created_at) VALUES ($1, $2, $3, $4::subnet_kind, $5, now())', [
    account.id,
    id,
    vlanId,
    kind,
    cidr,
  ]);

interface Holder {
  readonly worker?: string;
  readonly alb?: string;
}

/** A ready cluster, its private portable subnet 10.184.0.64/29 of which nothing is leased, and its ALB that is off. */
async function readyCluster() {
  const account = await emulator.account({ speed: 'instant' });
  const cluster = await account.createCluster({ workerNum: 1 });
  const [onPrivate, onPublic] = await clusterSubnetsOf(account, cluster);
  const privateSubnet = onPrivate?.subnets[0]?.id ?? '';
  const publicSubnet = onPublic?.subnets[0]?.id ?? '';
  const alb = `private-cr${cluster}-alb1`;
  const worker = (await workersOf(account, cluster))[0]?.id ?? '';
  const lease = (address: string, { worker: workerId, alb: albId }: Holder = { alb }, subnet = [privateSubnet, '10.184.0.64/29']) =>
    refusedBy(
      "INSERT INTO leases (account_id, address, subnet_id, subnet_cidr, side, worker_id, alb_id) VALUES ($1, $2, $3, $4, 'private', $5, $6)",
      [account.id, address, ...subnet, workerId ?? null, albId ?? null],
    );
  return { account, cluster, worker, alb, privateSubnet, publicSubnet, lease };
}

describe('Postgres itself refuses', () => {
  test.each([
    ['the same block', '10.184.0.0/26'],
    ['a block inside', '10.184.0.32/29'],
  ])('a subnet that overlaps another of the account: %s', async (_, cidr) => {
    const account = await emulator.account();
    await account.createCluster();
    const pair = await pairOf(account);
    expect(await insertSubnet(account, '7000001', pair.private.id, cidr)).toBe('subnets_do_not_overlap');
    // On another VLAN as well.
    expect(await insertSubnet(account, '7000001', pair.public.id, cidr)).toBe('subnets_do_not_overlap');
  });

  test('a subnet around an existing one', async () => {
    const account = await emulator.account();
    await insertVlan(emulator, account, { id: '2000001', side: 'private', router: '01a.dal10' });
    expect(await insertSubnet(account, '7000001', '2000001', '10.184.9.64/29')).toBe('accepted');
    expect(await insertSubnet(account, '7000002', '2000001', '10.184.9.64/26')).toBe('subnets_do_not_overlap');
    expect(await insertSubnet(account, '7000002', '2000001', '10.184.9.72/29')).toBe('accepted');
  });

  test('a subnet with host bits, and sizes that no subnet has', async () => {
    const account = await emulator.account();
    await insertVlan(emulator, account, { id: '2000001', side: 'private', router: '01a.dal10' });
    expect(await insertSubnet(account, '7000001', '2000001', '10.184.9.65/29')).toBe('subnets_are_networks');
    expect(await insertSubnet(account, '7000001', '2000001', '10.184.9.64/30')).toBe('subnets_fit_their_kind');
    expect(await insertSubnet(account, '7000001', '2000001', '10.184.9.64/27', 'primary')).toBe('subnets_fit_their_kind');
  });

  test.each([
    ['network', '10.184.0.64'],
    ['gateway', '10.184.0.65'],
    ['broadcast', '10.184.0.71'],
  ])('a lease of the %s address (R34, R51)', async (_, address) => {
    const { lease } = await readyCluster();
    expect(await lease(address)).toBe('leases_lie_in_their_subnet');
  });

  test.each([['10.184.0.63'], ['10.184.0.72'], ['169.48.0.18'], ['10.184.0.66/31']])(
    'a lease of %s, which is no address inside its subnet (R33)',
    async (address) => {
      const { lease } = await readyCluster();
      expect(await lease(address)).toBe('leases_lie_in_their_subnet');
    },
  );

  test('a lease from a subnet whose block is another than it says', async () => {
    const { lease, publicSubnet } = await readyCluster();
    expect(await lease('10.184.0.66', undefined, [publicSubnet, '10.184.0.64/29'])).toBe('leases_account_id_subnet_id_subnet_cidr_fkey');
  });

  test('a second lease of an address', async () => {
    const { lease, alb, worker } = await readyCluster();
    expect(await lease('10.184.0.66', { alb })).toBe('accepted');
    // The worker's own private lease is out of the way, so that the address alone decides.
    await database.query("DELETE FROM leases WHERE worker_id = $1 AND side = 'private'", [worker]);
    expect(await lease('10.184.0.66', { worker })).toBe('leases_pkey');
    expect(await lease('10.184.0.67', { worker })).toBe('accepted');
  });

  test('a second lease of a holder on one side', async () => {
    const { lease, alb, worker } = await readyCluster();
    expect(await lease('10.184.0.66', { worker })).toBe('leases_account_id_worker_id_side_key');
    expect(await lease('10.184.0.66', { alb })).toBe('accepted');
    expect(await lease('10.184.0.67', { alb })).toBe('leases_account_id_alb_id_key');
  });

  test('a lease without a holder, with two, and with one that does not exist', async () => {
    const { lease, alb, worker } = await readyCluster();
    expect(await lease('10.184.0.66', {})).toBe('leases_have_one_holder');
    expect(await lease('10.184.0.66', { alb, worker })).toBe('leases_have_one_holder');
    expect(await lease('10.184.0.66', { worker: 'kube-nobody' })).toBe('leases_account_id_worker_id_fkey');
    expect(await lease('10.184.0.66', { alb: 'private-crnobody-alb1' })).toBe('leases_account_id_alb_id_fkey');
  });

  test('to remove a subnet while an address of it is leased', async () => {
    const { account, publicSubnet } = await readyCluster();
    const statement = 'DELETE FROM subnets WHERE account_id = $1 AND id = $2';
    expect(await refusedBy(statement, [account.id, publicSubnet])).toBe('leases_account_id_subnet_id_subnet_cidr_fkey');
  });

  test('a second automatic VLAN of a side behind the same router (R17)', async () => {
    const account = await emulator.account();
    await account.createCluster();
    const { private: vlan } = await pairOf(account);
    const router = vlan.properties.primary_router.slice(3);
    const insert = (id: string, side: string, automatic: boolean) =>
      refusedBy(
        "INSERT INTO vlans (account_id, id, zone, side, number, router, automatic, created_at) VALUES ($1, $2, 'dal10', $3::network_side, 900, $4, $5, now())",
        [account.id, id, side, router, automatic],
      );
    expect(await insert('2000001', 'private', true)).toBe('vlans_automatic_key');
    expect(await insert('2000001', 'public', true)).toBe('vlans_automatic_key');
    expect(await insert('2000001', 'private', false)).toBe('accepted');
  });
});

describe('a lease ends with its holder', () => {
  test.each([
    ['worker', 'workers', 2],
    ['ALB', 'albs', 1],
  ])('when a %s is removed', async (_, table, leases) => {
    const { account, worker, cluster } = await readyCluster();
    const count = async () => (await emulator.rows('leases', account)).length;
    expect(await count()).toBe(3);
    const id = table === 'workers' ? worker : `public-cr${cluster}-alb1`;
    await database.query(`DELETE FROM ${table} WHERE account_id = $1 AND id = $2`, [account.id, id]);
    expect(await count()).toBe(3 - leases);
  });
});

test('two accounts of one seed have the same ids and blocks side by side', async () => {
  const idSeed = `shared-${process.hrtime.bigint()}`;
  const look = async () => {
    const account = await emulator.account({ idSeed, speed: 'instant' });
    const cluster = await account.createCluster();
    const workers = (await workersOf(account, cluster)).map(({ id, publicIP }) => [id, publicIP]);
    return { cluster, vlans: await vlansOf(account), subnets: await subnetsOf(account), workers };
  };
  const [first, second] = [await look(), await look()];
  expect(first.subnets).toHaveLength(4);
  expect(first.workers[0]?.[1]).toBe('169.48.0.2');
  expect(second).toEqual(first);
});
