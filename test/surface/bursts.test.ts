import { describe, expect, test } from '@jest/globals';
import { albsOf, overlaps, pairOf, subnetsOf } from '../networking/support.js';
import { type Call, connectEmulator, startEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import { first, poolOf, readyCluster, workersOf } from '../worker-pools/scene.js';

const emulator = await connectEmulator();
/** A second server on the same database, with connections of its own. */
const servers = [emulator, await startEmulator()] as const;

const CALLS = 50;
const v1 = '/v1/clusters/shop';
const v1Albs = '/v1/alb/clusters/shop';

/** How often each outcome came: by status, or by the code of a refusal. */
type Tally = Readonly<Record<string, number>>;

/** Sends a call 50 times at once, half of them to each server. `callOf` is asked for each of them. */
async function burst(account: TestAccount, callOf: (index: number) => Call): Promise<Tally> {
  const answers = await Promise.all(
    Array.from({ length: CALLS }, (_, index) =>
      servers[index % 2 === 0 ? 0 : 1].call({ ...callOf(index), headers: { authorization: `Bearer ${account.token}` } }),
    ),
  );
  const tally: Record<string, number> = {};
  for (const { status, body } of answers) {
    const outcome = status < 400 ? String(status) : `${status} ${(body as { code: string }).code}`;
    tally[outcome] = (tally[outcome] ?? 0) + 1;
  }
  return tally;
}

async function readyAccount(request: Readonly<Record<string, unknown>> = {}): Promise<{ account: TestAccount; id: string; privateVlan: string }> {
  const account = await emulator.account();
  const id = await readyCluster(account, request);
  return { account, id, privateVlan: (await pairOf(account)).private.id };
}

/** What no order of calls may break: an address has one holder, and blocks do not overlap (R37, R39). */
async function expectSound(account: TestAccount, id: string): Promise<void> {
  await account.settle('all');
  const workers = await workersOf(account);
  expect(workers.filter(({ state }) => state !== 'normal')).toEqual([]);
  const albs = (await albsOf(account, id)).filter(({ enable }) => enable);
  const taken = [...workers.flatMap(({ publicIP, privateIP }) => [publicIP, privateIP]), ...albs.map(({ albip }) => albip)];
  expect(taken).not.toContain('');
  expect(new Set(taken).size).toBe(taken.length);
  expect(await emulator.rows('leases', account)).toHaveLength(taken.length);
  expect(overlaps((await subnetsOf(account)).map(({ properties }) => properties.display_label))).toEqual([]);
}

describe('50 calls at once on two servers, about one worker pool', () => {
  test('of one name: one is created (R185)', async () => {
    const { account, id } = await readyAccount();
    const body = { name: 'batch', machineType: 'b3c.4x16', sizePerZone: 2, zones: [{ id: 'dal10' }] };
    expect(await burst(account, () => ({ method: 'POST', url: `${v1}/workerpools`, body }))).toEqual({ 201: 1, '409 E0d39': 49 });
    expect(await workersOf(account, 'batch')).toHaveLength(2);
    await expectSound(account, id);
  });

  test('resized by each to a size of its own: it has the size that it shows (R187, R194)', async () => {
    const { account, id } = await readyAccount();
    const body = (index: number) => ({ state: 'resizing', sizePerZone: 1 + (index % 6) });
    expect(await burst(account, (index) => ({ method: 'PATCH', url: `${v1}/workerpools/default`, body: body(index) }))).toEqual({ 202: 50 });
    const { sizePerZone } = await poolOf(account);
    expect(await workersOf(account)).toHaveLength(sizePerZone);
    await expectSound(account, id);
  });

  test('rebalanced after a loss: what is missing comes once (R211)', async () => {
    const { account, id } = await readyAccount();
    await account.delete(`${v1}/workers/${first(await workersOf(account)).id}`);
    const body = { cluster: 'shop', workerpool: 'default' };
    expect(await burst(account, () => ({ method: 'POST', url: '/v2/rebalanceWorkerPool', body }))).toEqual({ 204: 50 });
    expect(await workersOf(account)).toHaveLength(2);
    await expectSound(account, id);
  });

  test('given a zone, then without it again: each happens once (R189, R239, R240)', async () => {
    const { account, id } = await readyAccount();
    const zones = `${v1}/workerpools/default/zones`;
    expect(await burst(account, () => ({ method: 'POST', url: zones, body: { id: 'dal12' } }))).toEqual({ 201: 1, '400 E0021': 49 });
    expect(await workersOf(account)).toHaveLength(4);
    await expectSound(account, id);
    expect(await burst(account, () => ({ method: 'DELETE', url: `${zones}/dal12` }))).toEqual({ 202: 1, '404 E0012': 49 });
    expect(await workersOf(account)).toHaveLength(2);
    await expectSound(account, id);
  });

  test('deleted, while others resize it: it is gone, with its workers (R193)', async () => {
    const { account, id } = await readyAccount();
    await account.post(`${v1}/workerpools`, { name: 'batch', machineType: 'b3c.4x16', sizePerZone: 1, zones: [{ id: 'dal10' }] });
    const resize = { method: 'PATCH', url: `${v1}/workerpools/batch`, body: { state: 'resizing', sizePerZone: 3 } } as const;
    const tally = await burst(account, (index) => (index % 5 === 0 ? { method: 'DELETE', url: `${v1}/workerpools/batch` } : resize));
    expect(Object.keys(tally).filter((outcome) => !['202', '204', '404 E0d40'].includes(outcome))).toEqual([]);
    expect(tally['204']).toBe(1);
    await account.settle('all');
    expect((await workersOf(account)).map(({ poolName }) => poolName)).toEqual(['default', 'default']);
    await expectSound(account, id);
  });
});

describe('50 calls at once on two servers, about one worker', () => {
  test('replaced: another comes once (R210, R213)', async () => {
    const { account, id } = await readyAccount();
    const [old, other] = await workersOf(account);
    const body = { cluster: 'shop', workerID: old?.id };
    expect(await burst(account, () => ({ method: 'POST', url: '/v2/replaceWorker', body }))).toEqual({ 204: 1, '400 E0023': 49 });
    await expectSound(account, id);
    const ids = (await workersOf(account)).map((worker) => worker.id);
    expect([ids.length, ids.includes(old?.id ?? ''), ids.includes(other?.id ?? '')]).toEqual([2, false, true]);
  });

  test.each(['reload', 'update'])('told to %s: it does so once (R208, R209)', async (action) => {
    const { account, id } = await readyAccount();
    const old = await workersOf(account);
    const url = `${v1}/workers/${first(old).id}`;
    expect(await burst(account, () => ({ method: 'PUT', url, body: { action } }))).toEqual({ 204: 1, '400 E0023': 49 });
    await expectSound(account, id);
    const addresses = (workers: typeof old) => workers.map((worker) => [worker.id, worker.privateIP, worker.publicIP]);
    expect(addresses(await workersOf(account))).toEqual(addresses(old));
  });

  test('removed: it goes once, and no other with it (R211, R213)', async () => {
    const { account, id } = await readyAccount();
    const [old, other] = await workersOf(account);
    expect(await burst(account, () => ({ method: 'DELETE', url: `${v1}/workers/${old?.id ?? ''}` }))).toEqual({ 204: 1, '400 E0023': 49 });
    await expectSound(account, id);
    expect((await workersOf(account)).map((worker) => worker.id)).toEqual([other?.id]);
  });
});

describe('50 calls at once on two servers, about one ALB', () => {
  test('enabled, then disabled: it has one address, then none (R234, R237)', async () => {
    const { account, id } = await readyAccount();
    const albID = `private-cr${id}-alb1`;
    expect(await burst(account, () => ({ method: 'POST', url: '/v1/alb/albs', body: { albID, enable: true } }))).toEqual({ 201: 50 });
    await expectSound(account, id);
    expect(await burst(account, () => ({ method: 'DELETE', url: `/v1/alb/albs/${albID}` }))).toEqual({ 204: 50 });
    await expectSound(account, id);
  });

  test('enabled by one half and disabled by the other: its address is taken just if it is enabled (R234, R237)', async () => {
    const { account, id } = await readyAccount();
    const albID = `public-cr${id}-alb1`;
    const enable = { method: 'POST', url: '/v1/alb/albs', body: { albID, enable: true } } as const;
    const tally = await burst(account, (index) => (index % 4 < 2 ? enable : { method: 'DELETE', url: `/v1/alb/albs/${albID}` }));
    expect(tally).toEqual({ 201: 26, 204: 24 });
    await expectSound(account, id);
  });

  test('created: as many as there are addresses, each with a number and an address of its own (R51, R241)', async () => {
    const { account, id, privateVlan } = await readyAccount();
    const body = { type: 'private', vlanID: privateVlan, enableByDefault: true };
    expect(await burst(account, () => ({ method: 'POST', url: `${v1Albs}/zone/dal10`, body }))).toEqual({ 201: 4, '400 E0025': 46 });
    await expectSound(account, id);
    expect((await albsOf(account, id)).map(({ albID }) => albID.replace(id, ''))).toEqual([
      'private-cr-alb1',
      'public-cr-alb1',
      ...[2, 3, 4, 5].map((number) => `private-cr-alb${number}`),
    ]);
  });
});

describe('50 calls at once on two servers, about subnets', () => {
  test('ordered: the VLAN holds 40, and no block overlaps another (R54, R58)', async () => {
    const { account, id, privateVlan } = await readyAccount();
    const tally = await burst(account, () => ({ method: 'POST', url: `${v1}/vlans/${privateVlan}` }));
    expect(tally).toEqual({ 204: 50 });
    expect((await subnetsOf(account)).filter((subnet) => subnet.vlan_id === privateVlan)).toHaveLength(40);
    await expectSound(account, id);
  });

  test('detached, then added: it goes once, and to add it again changes nothing (R56, R59)', async () => {
    const { account, id, privateVlan } = await readyAccount();
    await account.post(`${v1}/vlans/${privateVlan}`);
    const subnet = (await subnetsOf(account)).filter(({ vlan_id: vlan }) => vlan === privateVlan).at(-1)?.id ?? '';
    const url = `${v1}/subnets/${subnet}`;
    expect(await burst(account, () => ({ method: 'PATCH', url }))).toEqual({ 204: 1, '404 E0013': 49 });
    expect(await burst(account, () => ({ method: 'PUT', url }))).toEqual({ 204: 50 });
    expect(await subnetsOf(account)).toContainEqual(
      expect.objectContaining({ id: subnet, properties: expect.objectContaining({ bound_cluster: id }) as unknown }),
    );
    await expectSound(account, id);
  });

  test('brought along by the user: one block is there once (R61)', async () => {
    const { account, id, privateVlan } = await readyAccount();
    const body = { cidr: '10.91.40.0/24', vlan_id: privateVlan };
    expect(await burst(account, () => ({ method: 'POST', url: `${v1}/usersubnets`, body }))).toEqual({ 204: 1, '409 E0026': 49 });
    await expectSound(account, id);
  });
});

test('50 calls at once on two servers, about one add-on: it is enabled, updated and disabled once (R290, R291)', async () => {
  const { account } = await readyAccount();
  const call = (flags: object) => () => ({ method: 'PATCH', url: `${v1}/addons`, body: { addons: [{ name: 'istio' }], ...flags } }) as const;
  expect(await burst(account, call({ enable: true }))).toEqual({ 200: 50 });
  expect((await account.get(`${v1}/addons`)).body).toMatchObject([{ name: 'istio', healthState: 'pending' }]);
  await account.settle('all');
  expect(await burst(account, call({ update: true }))).toEqual({ 200: 1, '400 E0023': 49 });
  await account.settle('all');
  expect(await burst(account, call({ enable: false }))).toEqual({ 200: 1, '400 E0023': 49 });
  await account.settle('all');
  expect((await account.get(`${v1}/addons`)).body).toEqual([]);
});

test('50 calls of all kinds at once on two servers, the deletion of the cluster among them: nothing fails, and nothing is left (R67, R142)', async () => {
  const { account, id, privateVlan } = await readyAccount();
  const worker = first(await workersOf(account)).id;
  const kinds: readonly Call[] = [
    { method: 'PATCH', url: `${v1}/workerpools/default`, body: { state: 'resizing', sizePerZone: 4 } },
    { method: 'POST', url: `${v1}/workerpools/default/zones`, body: { id: 'dal12' } },
    { method: 'DELETE', url: `${v1}/workerpools/default/zones/dal12` },
    { method: 'POST', url: '/v2/replaceWorker', body: { cluster: 'shop', workerID: worker } },
    { method: 'POST', url: '/v1/alb/albs', body: { albID: `private-cr${id}-alb1`, enable: true } },
    { method: 'POST', url: `${v1Albs}/zone/dal10`, body: { type: 'private', vlanID: privateVlan, enableByDefault: true } },
    { method: 'POST', url: `${v1}/vlans/${privateVlan}` },
    { method: 'PATCH', url: `${v1}/addons`, body: { addons: [{ name: 'istio' }], enable: true } },
    { method: 'PUT', url: v1, body: { action: 'update', version: '1.36', force: true } },
    { method: 'GET', url: `${v1}/workers` },
  ];
  const tally = await burst(account, (index) => (index === 25 ? { method: 'DELETE', url: v1 } : (kinds[index % kinds.length] ?? first(kinds))));
  expect(Object.keys(tally).filter((outcome) => outcome.startsWith('5'))).toEqual([]);
  await account.settle('all');
  expect((await account.get(v1)).status).toBe(404);
  expect(await emulator.rows('leases', account)).toHaveLength(0);
  expect((await subnetsOf(account)).filter(({ properties }) => properties.subnet_type === 'secondary_on_vlan')).toEqual([]);
  expect(await account.settle('all')).toEqual([]);
});
