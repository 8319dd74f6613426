import { describe, expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import { testPoolRefusals } from './refusals.js';
import { first, perZone, poolOf, pools, readyCluster, refusalOf, stateOf, workersOf, youngCluster } from './scene.js';

const emulator = await connectEmulator();

/** The body as bluemix-go sends it, all keys every time. */
const patch = (account: TestAccount, change: Readonly<Record<string, unknown>>, pool = 'default', cluster = 'shop') =>
  account.patch(`/v1/clusters/${cluster}/workerpools/${pool}`, { state: '', sizePerZone: 0, reasonForResize: '', labels: null, ...change });

describeOperation(emulator, 'patchWorkerPool', () => {
  describe('state resizing', () => {
    test('202: no body; every zone has the new size at once and its workers come up (R187, R188)', async () => {
      const account = await emulator.account();
      await readyCluster(account);
      await account.post(`${pools}/default/zones`, { id: 'dal12' });
      await account.settle('all');
      const before = (await workersOf(account)).map(({ id }) => id);

      const resized = await patch(account, { state: 'resizing', sizePerZone: 3 });
      expect([resized.status, resized.text]).toEqual([202, '']);
      expect(await poolOf(account)).toMatchObject({ sizePerZone: 3, isBalanced: true, zones: [{ workerCount: 3 }, { workerCount: 3 }] });
      const workers = await workersOf(account);
      expect(perZone(workers)).toEqual(['dal10: 3', 'dal12: 3']);
      expect(workers.filter(({ id }) => !before.includes(id)).map(({ state }) => state)).toEqual(['provision_pending', 'provision_pending']);
      expect(await stateOf(account)).toBe('warning');

      await account.settle('all');
      expect(await stateOf(account)).toBe('normal');
      expect(await account.get('/v1/clusters/shop')).toMatchObject({ body: { workerCount: 6 } });
    });

    test('202: to 0: the pool keeps its zones, the cluster is in warning, and can grow again (R186)', async () => {
      const account = await emulator.account();
      await readyCluster(account);
      expect((await patch(account, { state: 'resizing', sizePerZone: 0 })).status).toBe(202);
      expect(await poolOf(account)).toMatchObject({ sizePerZone: 0, isBalanced: true, zones: [{ id: 'dal10', workerCount: 0 }] });
      expect(await stateOf(account)).toBe('warning');
      await account.settle('all');
      expect((await account.get('/v1/clusters/shop/workers')).body).toEqual([]);
      expect(await stateOf(account)).toBe('warning');

      await patch(account, { state: 'resizing', sizePerZone: 1 });
      expect(await stateOf(account)).toBe('critical');
      await account.settle('all');
      expect(await stateOf(account)).toBe('normal');
    });

    test('202: a shrinking pool gives up workers that are not ready before ready ones (R195)', async () => {
      const account = await emulator.account();
      await readyCluster(account);
      const ready = (await workersOf(account)).map(({ id }) => id);
      await patch(account, { state: 'resizing', sizePerZone: 4 });
      await account.advance('5m');
      await patch(account, { state: 'resizing', sizePerZone: 2 });
      expect((await workersOf(account)).map(({ id }) => id)).toEqual(ready);
    });

    test('202: of ready workers the oldest go first, and one that reboots before those (R195)', async () => {
      const account = await emulator.account();
      await readyCluster(account, { workerNum: 4 });
      const ids = (await workersOf(account)).map(({ id }) => id).sort();
      await account.put(`/v1/clusters/shop/workers/${ids[2] ?? ''}`, { action: 'os_reboot' });
      await patch(account, { state: 'resizing', sizePerZone: 2 });
      expect((await workersOf(account)).map(({ id }) => id).sort()).toEqual([ids[1], ids[3]]);
    });

    test('202: a worker that reloads goes before ready ones, and a young one before that (R195)', async () => {
      const account = await emulator.account();
      await readyCluster(account, { workerNum: 3 });
      const [oldest, , youngest] = (await workersOf(account)).map(({ id }) => id).sort();
      await account.put(`/v1/clusters/shop/workers/${youngest ?? ''}`, { action: 'reload' });
      await patch(account, { state: 'resizing', sizePerZone: 4 });
      await patch(account, { state: 'resizing', sizePerZone: 3 });
      expect((await workersOf(account)).map(({ state }) => state)).toEqual(['normal', 'normal', 'reload_pending']);
      await patch(account, { state: 'resizing', sizePerZone: 2 });
      expect((await workersOf(account)).map(({ state }) => state)).toEqual(['normal', 'normal']);
      expect((await workersOf(account)).map(({ id }) => id)).toContain(oldest);
    });

    test('202: workers that are given up are deleted with a reason, and their addresses are free again (R36, R212)', async () => {
      const account = await emulator.account();
      await readyCluster(account);
      const [gone] = (await workersOf(account)).map(({ id }) => id).sort();
      await patch(account, { state: 'resizing', sizePerZone: 1 });
      expect(await account.get(`/v1/workers/${gone ?? ''}`)).toMatchObject({
        body: { state: 'deleting', reasonForDelete: 'The worker pool was resized' },
      });
      await account.settle('all');
      expect(await account.get(`/v1/workers/${gone ?? ''}`)).toMatchObject({ body: { state: 'deleted', privateIP: '', publicIP: '' } });
      expect((await account.get('/v1/clusters/shop/workers')).body).toHaveLength(1);
      expect((await account.get('/v1/clusters/shop/workers?showDeleted=true')).body).toHaveLength(2);
    });

    test.each([undefined, null, -1, 1.5, 'two'])('400: the size is %p; nothing changes', async (sizePerZone) => {
      const account = await emulator.account();
      await youngCluster(account);
      const refused = await patch(account, { state: 'resizing', sizePerZone });
      expect(refusalOf(refused)).toContain('sizePerZone');
      expect(refused.status).toBe(400);
      expect(await poolOf(account)).toMatchObject({ sizePerZone: 2, zones: [{ workerCount: 2 }] });
    });

    test('403: more workers than the quota has left; what others of the region use counts (R196)', async () => {
      const account = await emulator.account({ workerQuota: 5 });
      await youngCluster(account);
      await account.createCluster({ name: 'other', workerNum: 1 });
      expect((await patch(account, { state: 'resizing', sizePerZone: 5 })).status).toBe(403);
      expect(await poolOf(account)).toMatchObject({ sizePerZone: 2 });
      expect((await patch(account, { state: 'resizing', sizePerZone: 4 })).status).toBe(202);
    });
  });

  describe('other states', () => {
    test('202: labels take the place of those before; the size that comes along is no resize (R183, R187, R193)', async () => {
      const account = await emulator.account();
      await youngCluster(account);
      const { id } = await poolOf(account);
      const system = { 'ibm-cloud.kubernetes.io/worker-pool-id': id };
      expect((await patch(account, { state: 'labels', labels: { tier: 'front', team: 'web' } })).status).toBe(202);
      expect(await poolOf(account)).toMatchObject({ sizePerZone: 2, labels: { tier: 'front', team: 'web', ...system } });
      await patch(account, { state: 'labels', sizePerZone: -7, labels: { tier: 'back', ...system } });
      expect((await poolOf(account)).labels).toEqual({ tier: 'back', ...system });
      await patch(account, { state: 'labels' });
      expect((await poolOf(account)).labels).toEqual(system);
      expect(await workersOf(account)).toHaveLength(2);
    });

    test.each([
      { 'ibm-cloud.kubernetes.io/worker-pool-id': 'mine' },
      { 'ibm-cloud.kubernetes.io/zone': 'dal10' },
      { 'kubernetes.io/hostname': 'a' },
      { 'k8s.io/b': 'c' },
    ])('400: the system label %j (R183)', async (labels) => {
      const account = await emulator.account();
      await youngCluster(account);
      expect(refusalOf(await patch(account, { state: 'labels', labels }))).toContain(`400 E0021`);
      expect(Object.keys((await poolOf(account)).labels)).toEqual(['ibm-cloud.kubernetes.io/worker-pool-id']);
    });

    test('202: rebalancing brings back what was removed and leaves the size alone (R187, R211)', async () => {
      const account = await emulator.account();
      await readyCluster(account);
      const removed = first(await workersOf(account));
      await account.delete(`/v1/clusters/shop/workers/${removed.id}`);
      expect(await poolOf(account)).toMatchObject({ sizePerZone: 2, isBalanced: false, zones: [{ workerCount: 1 }] });
      expect((await patch(account, { state: 'rebalancing', sizePerZone: 9 })).status).toBe(202);
      expect(await poolOf(account)).toMatchObject({ sizePerZone: 2, isBalanced: true, zones: [{ workerCount: 2 }] });
      expect((await workersOf(account)).map(({ id }) => id)).not.toContain(removed.id);
    });

    test.each([
      ['', 'E0020', 'state'],
      ['growing', 'E0021', 'state must be one of: resizing, labels, rebalancing'],
    ])('400: state %p', async (state, code, text) => {
      const account = await emulator.account();
      await youngCluster(account);
      expect(refusalOf(await patch(account, { state, sizePerZone: 3 }))).toMatch(new RegExp(`^400 ${code} .*${text}`));
    });

  });

  testPoolRefusals(emulator, (account, cluster, pool) => patch(account, { state: 'resizing', sizePerZone: 3 }, pool, cluster));
});
