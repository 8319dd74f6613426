import { expect, test } from '@jest/globals';
import { insertVlan, vlansOf } from '../networking/support.js';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { testPoolRefusals } from './refusals.js';
import { perZone, poolOf, pools, readyCluster, refusalOf, stateOf, workersOf, youngCluster } from './scene.js';
import { albs, batch, portable, zones } from './zone-network.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'addWorkerPoolZone', () => {
  test('201: no body; sizePerZone workers at once, on a pair of VLANs made for the zone, though spanning is off (R1, R19, R188, R190)', async () => {
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

  test('400 E0146: the flavor has been deprecated since the pool was made (R92)', async () => {
    const account = await emulator.account();
    await youngCluster(account);
    await emulator.alter(account, "UPDATE worker_pools SET flavor = 'b2c.4x16' WHERE account_id = $1");
    expect(refusalOf(await account.post(zones, { id: 'dal12' }))).toBe(
      '400 E0146 machineType: the flavor b2c.4x16 is deprecated; use b3c.4x16.',
    );
    expect(perZone(await workersOf(account))).toEqual(['dal10: 2']);
  });

  testPoolRefusals(emulator, (account, cluster, pool) => account.post(`/v1/clusters/${cluster}/workerpools/${pool}/zones`, { id: 'dal12' }));
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
