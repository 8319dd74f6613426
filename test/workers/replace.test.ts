import { expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { first, poolOf, readyCluster, refusalOf, workerOf, workersOf } from '../worker-pools/scene.js';
import { testWorkerRefusals, type WorkerCall } from './refusals.js';

const emulator = await connectEmulator();

const replace: WorkerCall = (account, workerID, cluster = 'shop') => account.post('/v2/replaceWorker', { cluster, workerID });

describeOperation(emulator, 'replaceWorker', () => {
  test('204: no body; the old one is deleted, a new one with its own id and addresses comes to the same pool and zone (R37, R210)', async () => {
    const account = await emulator.account();
    await readyCluster(account);
    await account.post('/v1/clusters/shop/workerpools/default/zones', { id: 'dal12' });
    await account.settle('all');
    const before = await workersOf(account);
    const old = first(before.filter(({ location }) => location === 'dal12'));

    const replaced = await account.post('/v2/replaceWorker', { cluster: 'shop', workerID: old.id, update: true });
    expect([replaced.status, replaced.text]).toEqual([204, '']);
    expect(await workerOf(account, old.id)).toMatchObject({ state: 'deleting', reasonForDelete: 'The worker is replaced' });
    const fresh = first((await workersOf(account)).filter(({ id }) => !before.some((worker) => worker.id === id)));
    expect(fresh).toMatchObject({ state: 'provision_pending', location: 'dal12', poolName: 'default', privateIP: '', publicIP: '' });
    expect(await poolOf(account)).toMatchObject({ isBalanced: true, sizePerZone: 2, zones: [{ workerCount: 2 }, { workerCount: 2 }] });

    await account.settle('all');
    const ready = await workerOf(account, fresh.id);
    expect(ready).toMatchObject({ state: 'normal', status: 'Ready', privateVlan: old.privateVlan, publicVlan: old.publicVlan });
    expect(before.map(({ privateIP }) => privateIP)).not.toContain(ready.privateIP);
    expect(before.map(({ publicIP }) => publicIP)).not.toContain(ready.publicIP);
    expect(await workerOf(account, old.id)).toMatchObject({ state: 'deleted', privateIP: '', publicIP: '' });
  });

  test('204: at every speed the addresses are new, and the freed ones can be had again later (R36, R37)', async () => {
    const account = await emulator.account({ speed: 'instant' });
    await account.createCluster({ workerNum: 1 });
    const old = first(await workersOf(account));
    await account.post('/v2/replaceWorker', { cluster: 'shop', workerID: old.id });
    const fresh = first(await workersOf(account));
    expect(fresh.id).not.toBe(old.id);
    expect(fresh.privateIP).toMatch(/^10\.184\./);
    expect(fresh.privateIP).not.toBe(old.privateIP);
    await account.post('/v2/resizeWorkerPool', { cluster: 'shop', workerpool: 'default', size: 2 });
    const addresses = (await workersOf(account)).map(({ privateIP }) => privateIP);
    expect(addresses.sort()).toEqual([old.privateIP, fresh.privateIP].sort());
  });

  test.each([
    ['not named', {}, '1.36.2_1524'],
    ['true', { update: true }, '1.36.2_1524'],
    ['false', { update: false }, '1.35.3_1523'],
  ])("204: update %s: the new one runs the master's minor, or with false that of the old one (R168)", async (_, update, build) => {
    const account = await emulator.account();
    await readyCluster(account, { masterVersion: '1.35', workerNum: 1 });
    await account.put('/v1/clusters/shop', { action: 'update', version: '1.36' });
    await account.settle('all');
    await account.post('/v2/replaceWorker', { cluster: 'shop', workerID: first(await workersOf(account)).id, ...update });
    await account.settle('all');
    expect((await workersOf(account)).map(({ kubeVersion }) => kubeVersion)).toEqual([build]);
  });

  test('204: at the quota too, since the number of workers stays (R196)', async () => {
    const account = await emulator.account({ workerQuota: 2 });
    await readyCluster(account);
    const { id } = first(await workersOf(account));
    expect((await account.post('/v2/replaceWorker', { cluster: 'shop', workerID: id })).status).toBe(204);
  });

  test.each(['cluster', 'workerID'])('400: %s is not named', async (field) => {
    const account = await emulator.account();
    await readyCluster(account);
    const { id } = first(await workersOf(account));
    const refused = await account.post('/v2/replaceWorker', { cluster: 'shop', workerID: id, [field]: '' });
    expect(refusalOf(refused)).toBe(`400 E0020 Required fields are missing: ${field}.`);
  });

  testWorkerRefusals(emulator, replace);
});
