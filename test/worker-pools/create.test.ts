import { expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { albsOf, perZone, type Pool, poolOf, pools, readyCluster, refusalOf, workersOf, youngCluster } from './scene.js';

const emulator = await connectEmulator();

const batch = { name: 'batch', machineType: 'b3c.4x16', sizePerZone: 2 };

describeOperation(emulator, 'createWorkerPool', () => {
  test('201: answers the pool, active at once and without workers until it has a zone (R182, R183, R184)', async () => {
    const account = await emulator.account();
    const id = await readyCluster(account);
    const created = await account.post<Pool>(pools, { ...batch, labels: { tier: 'batch' }, zones: [] });
    expect(created.status).toBe(201);
    expect(created.body).toEqual({
      id: expect.stringMatching(new RegExp(`^${id}-[0-9a-f]{7}$`)) as unknown,
      name: 'batch',
      machineType: 'b3c.4x16.encrypted',
      sizePerZone: 2,
      isolation: 'public',
      labels: { tier: 'batch', 'ibm-cloud.kubernetes.io/worker-pool-id': created.body.id },
      region: 'us-south',
      state: 'active',
      reasonForDelete: '',
      isBalanced: true,
      autoscaleEnabled: false,
      operatingSystem: 'UBUNTU_24_64',
      entitlement: '',
      zones: [],
    });
    expect(await poolOf(account, 'batch')).toEqual(created.body);
    expect(await workersOf(account, 'batch')).toEqual([]);
  });

  test("201: Terraform's body, with zones null and empty strings", async () => {
    const account = await emulator.account();
    await readyCluster(account);
    const created = await account.post<Pool>(pools, {
      ...batch,
      isolation: 'public',
      labels: {},
      operatingSystem: '',
      entitlement: '',
      diskEncryption: false,
      zones: null,
    });
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({ machineType: 'b3c.4x16', zones: [] });
  });

  test('201: zones in the body have their workers at once, on the VLANs of the zone (R168, R184, R188)', async () => {
    const account = await emulator.account();
    await readyCluster(account);
    const created = await account.post<Pool>(pools, { ...batch, zones: [{ id: 'dal10' }, { id: 'dal12' }] });
    expect(created.body.zones.map(({ id, workerCount }) => [id, workerCount])).toEqual([['dal10', 2], ['dal12', 2]]);

    const workers = await workersOf(account, 'batch');
    expect(perZone(workers)).toEqual(['dal10: 2', 'dal12: 2']);
    expect(workers.map(({ state }) => state)).toEqual(Array(4).fill('provision_pending'));
    expect(new Set(workers.map(({ targetVersion }) => targetVersion))).toEqual(new Set(['1.36.2_1524']));
    const [home] = (await poolOf(account)).zones;
    expect(created.body.zones[0]).toMatchObject({ privateVlan: home?.privateVlan, publicVlan: home?.publicVlan });

    await account.settle('all');
    expect((await workersOf(account, 'batch')).map(({ state, status }) => `${state} ${status}`)).toEqual(Array(4).fill('normal Ready'));
    expect((await albsOf(account)).map(({ albID, zone }) => `${albID.replace(/-cr.*-/, '-')} ${zone}`).sort()).toEqual([
      'private-alb1 dal10',
      'private-alb2 dal12',
      'public-alb1 dal10',
      'public-alb2 dal12',
    ]);
  });

  test.each([
    ['privateVlan', 'publicVlan'],
    ['privateVLAN', 'publicVLAN'],
  ])('201: VLANs named as %s and %s are the ones that are used (A7)', async (privateKey, publicKey) => {
    const account = await emulator.account();
    await readyCluster(account);
    const [home] = (await poolOf(account)).zones;
    const created = await account.post<Pool>(pools, {
      ...batch,
      zones: [{ id: 'dal10', [privateKey]: home?.privateVlan, [publicKey]: '' }],
    });
    expect(created.status).toBe(201);
    expect(created.body.zones).toMatchObject([{ privateVlan: home?.privateVlan, privateVLAN: home?.privateVlan, publicVlan: '' }]);
    await account.settle('all');
    expect((await workersOf(account, 'batch')).map(({ publicIP }) => publicIP)).toEqual(['', '']);
  });

  test('201: a size of 0 is taken (R186); a second pool of another cluster may have the name (R185)', async () => {
    const account = await emulator.account();
    await readyCluster(account);
    const empty = await account.post<Pool>(pools, { ...batch, sizePerZone: 0, zones: [{ id: 'dal10' }] });
    expect(empty.body.zones).toMatchObject([{ id: 'dal10', workerCount: 0 }]);
    expect(empty.body.isBalanced).toBe(true);
    await account.createCluster({ name: 'other' });
    await account.settle('all');
    expect((await account.post('/v1/clusters/other/workerpools', batch)).status).toBe(201);
  });

  test('201: a pool of a deleted name; 409: of one that is there (R185)', async () => {
    const account = await emulator.account();
    await readyCluster(account);
    const firstId = (await account.post<Pool>(pools, batch)).body.id;
    expect(refusalOf(await account.post(pools, batch))).toBe(
      "409 E0d39 A worker pool with the name 'batch' exists in the cluster. Choose another name.",
    );
    await account.delete(`${pools}/batch`);
    const again = await account.post<Pool>(pools, batch);
    expect(again.status).toBe(201);
    expect(again.body.id).not.toBe(firstId);
    expect((await poolOf(account, 'batch')).id).toBe(again.body.id);
  });

  test.each([
    ['no name', { name: '' }, 'E0020', 'name'],
    ['no flavor', { machineType: undefined }, 'E0020', 'machineType'],
    ['no size', { sizePerZone: null }, 'E0020', 'sizePerZone'],
    ['a negative size (R186)', { sizePerZone: -1 }, 'E0021', 'sizePerZone must be 0 or more'],
    ['half a worker (R186)', { sizePerZone: 1.5 }, 'E0021', 'sizePerZone must be a whole number'],
    ['a bad name', { name: '1batch' }, 'E0021', 'name'],
    ['an unknown flavor (R92)', { machineType: 'b9c.4x16' }, 'E0021', "machineType 'b9c.4x16' is not offered in zone dal10"],
    ['a deprecated flavor (R92)', { machineType: 'b2c.4x16' }, 'E0146', 'b3c.4x16'],
    ['an unknown operating system', { operatingSystem: 'UBUNTU_16_64' }, 'E0021', 'operatingSystem must be one of: UBUNTU_24_64'],
    ['a system label (R183)', { labels: { 'kubernetes.io/role': 'x' } }, 'E0021', 'kubernetes.io/role'],
    ['a label that Kubernetes does not take', { labels: { tier: 'two words' } }, 'E0021', 'labels.tier'],
    ['a zone twice', { zones: [{ id: 'dal12' }, { id: 'dal12' }] }, 'E0021', "zones.1.id 'dal12' is named twice"],
    ['a zone of another metro (R189)', { zones: [{ id: 'wdc04' }] }, 'E0021', "zones.0.id 'wdc04'"],
    ['a public VLAN alone (R8)', { zones: [{ id: 'dal10', publicVlan: '1' }] }, 'E0021', 'privateVlan'],
  ])('400: %s; nothing is made', async (_, change, code, text) => {
    const account = await emulator.account();
    await readyCluster(account);
    const refused = await account.post(pools, { ...batch, ...change });
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ code, description: expect.stringContaining(text) as unknown });
    expect((await account.get<Pool[]>(pools)).body.map(({ name }) => name)).toEqual(['default']);
    expect((await account.get('/v1/datacenters/dal12/vlans')).body).toEqual([]);
  });

  test('400 while the master is on its way, 201 as soon as it answers', async () => {
    const account = await emulator.account();
    await account.createCluster();
    expect(refusalOf(await account.post(pools, batch))).toMatch(/^400 Ef9cc The master of the cluster is not deployed yet\./);
    await account.settle('next');
    expect((await account.post(pools, batch)).status).toBe(400);
    await account.settle('next');
    expect((await account.post(pools, { ...batch, zones: [{ id: 'dal10' }] })).status).toBe(201);
    await account.settle('all');
    expect((await workersOf(account)).map(({ state }) => state)).toEqual(Array(4).fill('normal'));
  });

  test('400: to a cluster that is being deleted', async () => {
    const account = await emulator.account();
    await readyCluster(account);
    await account.delete('/v1/clusters/shop');
    expect(refusalOf(await account.post(pools, batch))).toBe(
      '400 E0023 To create a worker pool is not possible in the state deleting. Possible now: nothing.',
    );
  });

  test('400: to a free cluster, whose pool takes no zone, gives up none, and takes no other size or VLANs either (R101)', async () => {
    const account = await emulator.account();
    await account.post('/v1/clusters', { name: 'shop' });
    await account.advance('1h');
    const refusal = '400 E0021 The request is not valid: a free cluster has one pool of one worker, which cannot be changed.';
    expect(refusalOf(await account.post(pools, batch))).toBe(refusal);
    expect(refusalOf(await account.post(`${pools}/default/zones`, { id: 'dal10' }))).toBe(refusal);
    expect(refusalOf(await account.patch(`${pools}/default`, { state: 'resizing', sizePerZone: 2 }))).toBe(refusal);
    expect(refusalOf(await account.patch(`${pools}/default/zones/par01`, { privateVlan: '1000001' }))).toBe(refusal);
    const [pool] = (await account.get<Pool[]>(pools)).body;
    expect(refusalOf(await account.delete(`${pools}/default/zones/${pool?.zones[0]?.id ?? ''}`))).toBe(refusal);
    expect(await workersOf(account)).toHaveLength(1);
  });

  test('403: more workers than the quota of the region has left (R196)', async () => {
    const account = await emulator.account({ workerQuota: 5 });
    await youngCluster(account);
    const refused = await account.post(pools, { ...batch, zones: [{ id: 'dal10' }, { id: 'dal12' }] });
    expect(refused.status).toBe(403);
    expect(refused.body).toMatchObject({ code: 'E60b6', description: expect.stringContaining('the limit is 5, 2 are in use, and the request adds 4') as unknown });
    expect((await account.get<Pool[]>(pools)).body).toHaveLength(1);
    expect((await account.post(pools, { ...batch, sizePerZone: 3, zones: [{ id: 'dal10' }] })).status).toBe(201);
  });

  test("404: for an unknown cluster, and for another account's", async () => {
    const owner = await emulator.account();
    const id = await owner.createCluster();
    const stranger = await emulator.account();
    const unknown = await stranger.post('/v1/clusters/nowhere/workerpools', batch);
    expect(refusalOf(unknown)).toBe('404 G0004 The specified cluster could not be found.');
    expect(refusalOf(await stranger.post(`/v1/clusters/${id}/workerpools`, batch))).toBe(refusalOf(unknown));
  });
});
