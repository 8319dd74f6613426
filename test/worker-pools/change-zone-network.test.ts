import { expect, test } from '@jest/globals';
import { insertVlan } from '../networking/support.js';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { testPoolRefusals } from './refusals.js';
import { albsOf, poolOf, pools, readyCluster, refusalOf, workersOf, youngCluster } from './scene.js';
import { zones } from './zone-network.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'addWorkerPoolZoneNetwork', () => {
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

  testPoolRefusals(emulator, (account, cluster, pool) =>
    account.patch(`/v1/clusters/${cluster}/workerpools/${pool}/zones/dal10`, { privateVlan: '1000003', publicVlan: '1000005' }),
  );
});
