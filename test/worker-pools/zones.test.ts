import { describe, expect, test } from '@jest/globals';
import { startEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import { insertVlan, vlansOf } from '../networking/support.js';
import { albsOf, perZone, poolOf, pools, readyCluster, refusalOf, stateOf, workersOf, youngCluster } from './scene.js';

const emulator = await startEmulator();

const zones = `${pools}/default/zones`;
const batch = { name: 'batch', machineType: 'b3c.4x16', sizePerZone: 1 };

interface Subnet {
  readonly type: string;
  readonly properties: { readonly datacenter: string; readonly display_label: string; readonly subnet_type: string; readonly bound_cluster: string };
}

/** The portable subnets of the account with their zone and side. */
async function portable(account: TestAccount): Promise<string[]> {
  const { body } = await account.get<Subnet[]>('/v1/subnets');
  return body
    .filter(({ properties }) => properties.subnet_type === 'secondary_on_vlan')
    .map(({ type, properties }) => `${properties.datacenter} ${type}`)
    .sort();
}

const albs = async (account: TestAccount): Promise<string[]> =>
  (await albsOf(account)).map(({ albID, zone, enable, albip }) =>
    [albID.replace(/-cr.*-/, '-'), zone, enable ? 'on' : 'off', albip === '' ? 'without address' : 'with address'].join(' '),
  ).sort();

describe('addWorkerPoolZone', () => {
  test('201: no body; sizePerZone workers at once, on a pair of VLANs made for the zone (R1, R188, R190)', async () => {
    const account = await emulator.account();
    await readyCluster(account);
    const added = await account.post(zones, { id: 'dal12' });
    expect([added.status, added.text]).toEqual([201, '']);
    expect(perZone(await workersOf(account))).toEqual(['dal10: 2', 'dal12: 2']);
    const vlans = await vlansOf(account, 'dal12');
    expect(vlans.map(({ type }) => type).sort()).toEqual(['private', 'public']);
    const young = (await workersOf(account)).filter(({ location }) => location === 'dal12');
    expect(young).toMatchObject(Array(2).fill({ state: 'provision_pending', privateIP: '', publicIP: '' }));
    expect(vlans.map(({ id }) => id).sort()).toEqual([young[0]?.privateVlan, young[0]?.publicVlan].sort());
    expect(await account.get('/v1/clusters/shop')).toMatchObject({ body: { workerCount: 4, workerZones: ['dal10', 'dal12'] } });
  });

  test('portable subnets and the ALB pair of the zone come once its workers are up, the public one on; the host name stays (R53, R239)', async () => {
    const account = await emulator.account();
    await readyCluster(account);
    const hostname = (await account.get<{ ingressHostname: string }>('/v1/clusters/shop')).body.ingressHostname;
    await account.post(zones, { id: 'dal12' });
    await account.advance('14m');
    expect(await portable(account)).toEqual(['dal10 private', 'dal10 public']);
    await account.settle('all');
    expect(await portable(account)).toEqual(['dal10 private', 'dal10 public', 'dal12 private', 'dal12 public']);
    expect(await albs(account)).toEqual([
      'private-alb1 dal10 off without address',
      'private-alb2 dal12 off without address',
      'public-alb1 dal10 on with address',
      'public-alb2 dal12 on with address',
    ]);
    expect(await account.get('/v1/clusters/shop')).toMatchObject({ body: { state: 'normal', ingressHostname: hostname } });
    expect((await workersOf(account)).map(({ state }) => state)).toEqual(Array(4).fill('normal'));
  });

  test('201: to a second pool, a zone that the cluster has already brings no further subnets and ALBs (R230)', async () => {
    const account = await emulator.account();
    await readyCluster(account);
    await account.post(pools, batch);
    expect((await account.post(`${pools}/batch/zones`, { id: 'dal10' })).status).toBe(201);
    await account.settle('all');
    expect(perZone(await workersOf(account, 'batch'))).toEqual(['dal10: 1']);
    expect(await albs(account)).toHaveLength(2);
    expect(await portable(account)).toHaveLength(2);
  });

  test('201: a cluster made with noSubnet has neither in a new zone (R55)', async () => {
    const account = await emulator.account();
    await readyCluster(account, { noSubnet: true });
    await account.post(zones, { id: 'dal12' });
    await account.settle('all');
    expect(await albs(account)).toEqual([]);
    expect(await portable(account)).toEqual([]);
  });

  test('201: in a private-only cluster the zone is private-only too (R9)', async () => {
    const account = await emulator.account();
    await readyCluster(account, { privateOnly: true });
    expect((await account.post(zones, { id: 'dal12' })).status).toBe(201);
    expect((await vlansOf(account, 'dal12')).map(({ type }) => type)).toEqual(['private']);
    await account.settle('all');
    expect((await workersOf(account)).map(({ publicIP }) => publicIP)).toEqual(['', '', '', '']);
  });

  test("201: while workers of the create are still coming; the cluster is ready when all are (R121)", async () => {
    const account = await emulator.account();
    await youngCluster(account);
    await account.advance('10m');
    await account.post(zones, { id: 'dal13' });
    await account.advance('6m');
    expect(await stateOf(account)).toBe('pending');
    expect((await workersOf(account)).map(({ state }) => state).sort()).toEqual(['normal', 'normal', 'provisioning', 'provisioning']);
    await account.settle('all');
    expect(await stateOf(account)).toBe('normal');
  });

  test.each([
    ['privateVlan', 'publicVlan'],
    ['privateVLAN', 'publicVLAN'],
  ])('201: on the VLANs that %s and %s name (A7, R6)', async (privateKey, publicKey) => {
    const account = await emulator.account();
    await readyCluster(account);
    await account.createCluster({ name: 'other', dataCenter: 'dal12' });
    const privateVlan = await insertVlan(emulator, account, { id: '7100001', side: 'private', router: '07a.dal12', zone: 'dal12' });
    const publicVlan = await insertVlan(emulator, account, { id: '7100002', side: 'public', router: '07a.dal12', zone: 'dal12' });
    expect((await account.post(zones, { id: 'dal12', [privateKey]: privateVlan, [publicKey]: publicVlan })).status).toBe(201);
    expect((await poolOf(account)).zones[1]).toMatchObject({ id: 'dal12', privateVlan, publicVlan });
    expect((await workersOf(account))[2]).toMatchObject({ privateVlan, publicVlan });
  });

  test('201: without VLANs named, the pair that the zone has is reused; 400 E0020 under vlanPolicy require (R4, R190)', async () => {
    const account = await emulator.account();
    await readyCluster(account);
    await account.createCluster({ name: 'other', dataCenter: 'dal12' });
    const pair = (await vlansOf(account, 'dal12')).map(({ id }) => id).sort();
    await account.patch(`/_emulator/accounts/${account.id}`, { vlanPolicy: 'require' });
    expect(refusalOf(await account.post(zones, { id: 'dal12' }))).toBe('400 E0020 Required fields are missing: publicVlan, privateVlan.');
    await account.patch(`/_emulator/accounts/${account.id}`, { vlanPolicy: 'reuse' });
    expect((await account.post(zones, { id: 'dal12' })).status).toBe(201);
    const added = (await poolOf(account)).zones[1];
    expect([added?.privateVlan, added?.publicVlan].sort()).toEqual(pair);
  });

  test('400: VLANs behind routers that do not match, of another zone, or the public one alone (R5, R6, R8)', async () => {
    const account = await emulator.account();
    await youngCluster(account);
    const privateVlan = await insertVlan(emulator, account, { id: '7100001', side: 'private', router: '07a.dal12', zone: 'dal12' });
    const publicVlan = await insertVlan(emulator, account, { id: '7100002', side: 'public', router: '08a.dal12', zone: 'dal12' });
    const home = (await poolOf(account)).zones[0];
    for (const vlans of [{ privateVlan, publicVlan }, { privateVlan: home?.privateVlan }, { publicVlan }]) {
      expect(refusalOf(await account.post(zones, { id: 'dal12', ...vlans }))).toMatch(/^400 E0021 .*Vlan/);
    }
    expect((await poolOf(account)).zones).toHaveLength(1);
    expect(await workersOf(account)).toHaveLength(2);
  });

  test.each([
    ['dal10', 'is a zone of the worker pool already'],
    ['wdc04', 'must be one of: dal10, dal12, dal13'],
    ['nowhere', 'must be one of: dal10, dal12, dal13'],
  ])('400: the zone %s %s (R189)', async (id, text) => {
    const account = await emulator.account();
    await youngCluster(account);
    expect(refusalOf(await account.post(zones, { id }))).toMatch(new RegExp(`^400 E0021 .*${text}`));
    expect(await workersOf(account)).toHaveLength(2);
  });

  test('400: any other zone for a cluster in a metro of one zone; 201: its own for another pool (R189)', async () => {
    const account = await emulator.account();
    await youngCluster(account, { dataCenter: 'sjc03' });
    expect(refusalOf(await account.post(zones, { id: 'dal10' }))).toContain('it must be one of: sjc03');
    await account.post(pools, batch);
    expect((await account.post(`${pools}/batch/zones`, { id: 'sjc03' })).status).toBe(201);
  });

  test('400: no zone named; the master is on its way. 404: unknown pool and cluster. 403: above the quota (R196)', async () => {
    const account = await emulator.account({ workerQuota: 3 });
    await account.createCluster();
    expect(refusalOf(await account.post(zones, { id: 'dal12' }))).toContain('400 Ef9cc');
    expect(refusalOf(await account.post(zones, { id: '' }))).toContain('400 E0020 Required fields are missing: id');
    expect(refusalOf(await account.post(`${pools}/x/zones`, { id: 'dal12' }))).toContain('404 E0d40');
    expect(refusalOf(await account.post('/v1/clusters/x/workerpools/default/zones', { id: 'dal12' }))).toContain('404 G0004');
    await account.settle('all');
    expect(refusalOf(await account.post(zones, { id: 'dal12' }))).toContain('403 E60b6');
    expect(await vlansOf(account, 'dal12')).toEqual([]);
  });
});

describe('addWorkerPoolZoneNetwork', () => {
  test('204: no body; the VLANs are for workers to come, those that are there stay (R191, A7)', async () => {
    const account = await emulator.account();
    await readyCluster(account);
    const old = await workersOf(account);
    const privateVlan = await insertVlan(emulator, account, { id: '7100001', side: 'private', router: '07a.dal10' });
    const publicVlan = await insertVlan(emulator, account, { id: '7100002', side: 'public', router: '07a.dal10' });
    const changed = await account.patch(`${zones}/dal10`, { privateVLAN: privateVlan, publicVLAN: publicVlan });
    expect([changed.status, changed.text]).toEqual([204, '']);
    expect((await poolOf(account)).zones).toMatchObject([{ id: 'dal10', privateVlan, publicVlan, workerCount: 2 }]);
    await account.post('/v2/resizeWorkerPool', { cluster: 'shop', workerpool: 'default', size: 3 });
    await account.settle('all');
    const workers = await workersOf(account);
    expect(workers.filter(({ id }) => old.some((worker) => worker.id === id))).toMatchObject(
      old.map(({ privateVlan: vlan, privateIP }) => ({ privateVlan: vlan, privateIP })),
    );
    const added = workers.filter(({ id }) => !old.some((worker) => worker.id === id));
    expect(added).toMatchObject([{ state: 'normal', privateVlan, publicVlan }]);
    expect(added[0]?.privateIP).toMatch(/^10\.184\./);
  });

  test('204: the cluster shows the VLANs of all its workers, until the older ones are replaced (R137, R191)', async () => {
    const account = await emulator.account();
    await readyCluster(account, { workerNum: 1 });
    const [old] = await workersOf(account);
    const privateVlan = await insertVlan(emulator, account, { id: '7100001', side: 'private', router: '07a.dal10' });
    const publicVlan = await insertVlan(emulator, account, { id: '7100002', side: 'public', router: '07a.dal10' });
    const shown = async () =>
      (await account.get<{ worker_vlans: { id: string }[] }>('/v1/clusters/shop?showResources=true')).body.worker_vlans.map(({ id }) => id);
    expect(await shown()).toEqual([old?.privateVlan, old?.publicVlan].sort());

    await account.patch(`${zones}/dal10`, { privateVlan, publicVlan });
    expect(await workersOf(account)).toEqual([old]);
    expect(await shown()).toEqual([old?.privateVlan, old?.publicVlan, privateVlan, publicVlan].sort());
    await account.put(`/v1/clusters/shop/workers/${old?.id ?? ''}`, { action: 'reload' });
    await account.settle('all');
    expect(await workersOf(account)).toMatchObject([{ id: old?.id, privateVlan: old?.privateVlan, publicVlan: old?.publicVlan }]);

    await account.post('/v2/replaceWorker', { cluster: 'shop', workerID: old?.id });
    await account.settle('all');
    expect(await workersOf(account)).toMatchObject([{ privateVlan, publicVlan }]);
    expect(await shown()).toEqual([privateVlan, publicVlan]);
  });

  test('204: while workers are still coming, portable subnets follow on the VLANs that these are on (R53, R191)', async () => {
    const account = await emulator.account();
    await youngCluster(account);
    const home = (await poolOf(account)).zones[0];
    const privateVlan = await insertVlan(emulator, account, { id: '7100001', side: 'private', router: '07a.dal10' });
    const publicVlan = await insertVlan(emulator, account, { id: '7100002', side: 'public', router: '07a.dal10' });
    await account.patch(`${zones}/dal10`, { privateVlan, publicVlan });
    await account.settle('all');
    expect((await account.get('/v1/clusters/shop/subnets')).body).toMatchObject([{ id: home?.privateVlan }, { id: home?.publicVlan }]);
    expect(await albsOf(account)).toMatchObject([
      { albType: 'private', enable: false },
      { albType: 'public', enable: true, albip: expect.stringMatching(/^169\.48\./) as unknown },
    ]);
  });

  test('a delete with resources takes the VLANs of older workers along too (R141, R191)', async () => {
    const account = await emulator.account();
    await readyCluster(account);
    const privateVlan = await insertVlan(emulator, account, { id: '7100001', side: 'private', router: '07a.dal10' });
    const publicVlan = await insertVlan(emulator, account, { id: '7100002', side: 'public', router: '07a.dal10' });
    await account.patch(`${zones}/dal10`, { privateVlan, publicVlan });
    await account.delete('/v1/clusters/shop?deleteResources=true');
    await account.settle('all');
    expect((await account.get('/v1/datacenters/dal10/vlans')).body).toEqual([]);
  });

  test('400: without private VLAN, or without the public one that the zone has (R8, R11)', async () => {
    const account = await emulator.account();
    await youngCluster(account);
    const home = (await poolOf(account)).zones[0];
    expect(refusalOf(await account.patch(`${zones}/dal10`, {}))).toBe('400 E0020 Required fields are missing: privateVlan.');
    expect(refusalOf(await account.patch(`${zones}/dal10`, { privateVlan: home?.privateVlan, publicVlan: '' }))).toContain(
      '400 E0021 The request is not valid: publicVlan is required',
    );
    expect((await poolOf(account)).zones[0]).toEqual(home);
  });

  test('400: VLANs that do not match or do not exist (R5, R6). 404: a zone that the pool has not, unknown pool and cluster', async () => {
    const account = await emulator.account();
    await youngCluster(account);
    const home = (await poolOf(account)).zones[0];
    const other = await insertVlan(emulator, account, { id: '7100001', side: 'private', router: '07a.dal10' });
    expect(refusalOf(await account.patch(`${zones}/dal10`, { privateVlan: other, publicVlan: home?.publicVlan }))).toContain('400 E0021');
    expect(refusalOf(await account.patch(`${zones}/dal10`, { privateVlan: '1', publicVlan: '2' }))).toContain('400 E0021');
    const vlans = { privateVlan: home?.privateVlan, publicVlan: home?.publicVlan };
    expect(refusalOf(await account.patch(`${zones}/dal12`, vlans))).toBe("404 E0012 The specified zone 'dal12' could not be found.");
    expect(refusalOf(await account.patch(`${pools}/x/zones/dal10`, vlans))).toContain('404 E0d40');
    expect(refusalOf(await account.patch('/v1/clusters/x/workerpools/default/zones/dal10', vlans))).toContain('404 G0004');
  });
});

const ways: Readonly<Record<string, readonly [status: number, (account: TestAccount, zone: string, pool?: string) => ReturnType<TestAccount['delete']>]>> = {
  removeWorkerPoolZone: [202, (account, zone, pool = 'default') => account.delete(`${pools}/${pool}/zones/${zone}`)],
  removeWorkerPoolZone1: [204, (account, zone, pool = 'default') => account.post('/v2/removeWorkerPoolZone', { cluster: 'shop', workerpool: pool, zone })],
};

describe.each(Object.entries(ways))('%s', (_, [status, remove]) => {
  test(`${status}: no body; its workers, ALBs, addresses and portable subnets go, VLANs and primary subnets stay (R17, R188, R240)`, async () => {
    const account = await emulator.account();
    await readyCluster(account);
    await account.post(zones, { id: 'dal12' });
    await account.settle('all');
    const removed = await remove(account, 'dal12');
    expect([removed.status, removed.text]).toEqual([status, '']);
    expect(await poolOf(account)).toMatchObject({ sizePerZone: 2, isBalanced: true, zones: [{ id: 'dal10', workerCount: 2 }] });
    expect(perZone(await workersOf(account))).toEqual(['dal10: 2']);
    expect(await albs(account)).toEqual(['private-alb1 dal10 off without address', 'public-alb1 dal10 on with address']);
    expect(await portable(account)).toEqual(['dal10 private', 'dal10 public']);
    await account.settle('all');
    expect(await stateOf(account)).toBe('normal');
    expect(await vlansOf(account, 'dal12')).toHaveLength(2);
    const leases = await emulator.database.prisma.lease.count({ where: { accountId: account.id } });
    expect(leases).toBe(5);
  });

  test(`${status}: ALBs and subnets stay as long as another pool has the zone (R240)`, async () => {
    const account = await emulator.account();
    await readyCluster(account);
    await account.post(pools, { ...batch, zones: [{ id: 'dal10' }] });
    await account.settle('all');
    expect((await remove(account, 'dal10')).status).toBe(status);
    expect(await albs(account)).toHaveLength(2);
    expect((await workersOf(account)).map(({ poolName }) => poolName)).toEqual(['batch']);
    await remove(account, 'dal10', 'batch');
    expect(await albs(account)).toEqual([]);
    expect(await stateOf(account)).toBe('warning');
  });

  test(`${status}: a zone that comes back has its subnets and ALBs again, counted on (R231)`, async () => {
    const account = await emulator.account();
    await readyCluster(account);
    await account.post(zones, { id: 'dal12' });
    await account.settle('all');
    await remove(account, 'dal12');
    await account.post(zones, { id: 'dal12' });
    await account.settle('all');
    expect(await portable(account)).toEqual(['dal10 private', 'dal10 public', 'dal12 private', 'dal12 public']);
    expect((await albs(account)).filter((line) => line.includes('dal12'))).toEqual([
      'private-alb2 dal12 off without address',
      'public-alb2 dal12 on with address',
    ]);
  });

  test(`${status}: while its workers are still being ordered nothing is made for the zone any more`, async () => {
    const account = await emulator.account();
    await readyCluster(account);
    await account.post(zones, { id: 'dal12' });
    await account.advance('1m');
    expect((await remove(account, 'dal12')).status).toBe(status);
    await account.settle('all');
    expect(await portable(account)).toEqual(['dal10 private', 'dal10 public']);
    expect(await stateOf(account)).toBe('normal');
  });

  test('404: a zone that the pool has not; 400 while the master is on its way', async () => {
    const account = await emulator.account();
    await account.createCluster();
    expect(refusalOf(await remove(account, 'dal10'))).toContain('400 Ef9cc');
    await account.settle('all');
    expect(refusalOf(await remove(account, 'dal12'))).toBe("404 E0012 The specified zone 'dal12' could not be found.");
    expect(refusalOf(await remove(account, 'dal10', 'x'))).toContain('404 E0d40');
  });
});

test('after the first zone was removed and another added, the public ALB is not made by itself (R239)', async () => {
  const account = await emulator.account();
  await readyCluster(account);
  await account.post(zones, { id: 'dal12' });
  await account.settle('all');
  await account.delete(`${zones}/dal10`);
  await account.post(zones, { id: 'dal13' });
  await account.settle('all');
  expect(await albs(account)).toEqual([
    'private-alb2 dal12 off without address',
    'private-alb3 dal13 off without address',
    'public-alb2 dal12 on with address',
  ]);
  expect(await portable(account)).toEqual(['dal12 private', 'dal12 public', 'dal13 private', 'dal13 public']);
});
