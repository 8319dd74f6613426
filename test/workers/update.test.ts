import { describe, expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import { first, readyCluster, refusalOf, stateOf, workerOf, workersOf, workerV2Of } from '../worker-pools/scene.js';
import { testWorkerRefusals } from './refusals.js';

const emulator = await connectEmulator();

const tell = (account: TestAccount, id: string, body: unknown, cluster = 'shop') => account.put(`/v1/clusters/${cluster}/workers/${id}`, body);

/** What can be seen of a worker until nothing happens any more: every state with its status. */
async function watch(account: TestAccount, id: string): Promise<string[]> {
  const seen: string[] = [];
  do {
    const { state, status } = await workerOf(account, id);
    if (seen.at(-1) !== `${state}, ${status}`) seen.push(`${state}, ${status}`);
  } while ((await account.settle('next')).length > 0);
  return seen;
}

const reloadPath = [
  'reload_pending, Waiting for the reload to begin',
  'reloading, Writing the disk anew',
  'deploying, Setting up the container runtime and the Kubernetes components',
  'deployed, Components set up, waiting for the node to be ready',
  'normal, Ready',
];

describeOperation(emulator, 'updateClusterWorker', () => {
  describe('a reboot', () => {
    test.each(['os_reboot', 'reboot', 'power_cycle'])('204: %s leaves the state; the worker is not ready until it ends (R206, R207)', async (action) => {
      const account = await emulator.account();
      await readyCluster(account);
      const before = first(await workersOf(account));
      const told = await tell(account, before.id, { action, force: true });
      expect([told.status, told.text]).toEqual([204, '']);
      expect(await workerOf(account, before.id)).toMatchObject({ state: 'normal', status: 'The worker is being rebooted', pendingOperation: 'reboot' });
      expect(await workerV2Of(account, before.id)).toMatchObject({
        health: { state: 'pending' },
        lifecycle: { actualState: 'deployed', pendingOperation: 'reboot' },
      });
      expect(await stateOf(account)).toBe('normal');
      expect(await account.settle('all')).toMatchObject([{ kind: 'worker', id: before.id, from: 'normal', to: 'normal' }]);
      expect(await workerOf(account, before.id)).toEqual({ ...before, statusDate: expect.any(String) as unknown });
    });

    test('204: a reload ends a reboot that is under way', async () => {
      const account = await emulator.account();
      await readyCluster(account);
      const { id } = first(await workersOf(account));
      await tell(account, id, { action: 'os_reboot' });
      expect((await tell(account, id, { action: 'reload' })).status).toBe(204);
      expect(await workerOf(account, id)).toMatchObject({ state: 'reload_pending', pendingOperation: '' });
    });
  });

  describe('a reload', () => {
    test.each(['reload', 'os_reload'])('204: %s goes through the deployment again, with the same id and addresses (R37, R208)', async (action) => {
      const account = await emulator.account();
      await readyCluster(account);
      const before = first(await workersOf(account));
      const told = await tell(account, before.id, { action });
      expect([told.status, told.text]).toEqual([204, '']);
      expect(await workerV2Of(account, before.id)).toMatchObject({ health: { state: 'pending' }, lifecycle: { actualState: 'reload_pending' } });
      expect(await stateOf(account)).toBe('warning');
      expect(await watch(account, before.id)).toEqual(reloadPath);
      expect(await workerOf(account, before.id)).toEqual({ ...before, statusDate: expect.any(String) as unknown });
      expect(await stateOf(account)).toBe('normal');
    });

    test('204: of all workers of a cluster puts it into critical (R123)', async () => {
      const account = await emulator.account();
      await readyCluster(account);
      for (const { id } of await workersOf(account)) await tell(account, id, { action: 'reload' });
      expect(await stateOf(account)).toBe('critical');
      await account.settle('all');
      expect(await stateOf(account)).toBe('normal');
    });
  });

  describe('an update', () => {
    test("204: after a master update a reload keeps the worker's minor, an update goes to the master's (R165, R166, R209)", async () => {
      const account = await emulator.account();
      await readyCluster(account, { masterVersion: '1.35' });
      const [reloads, updates] = await workersOf(account);
      expect(updates).toMatchObject({ kubeVersion: '1.35.3_1523', targetVersion: '1.35.3_1523' });
      expect((await account.put('/v1/clusters/shop', { action: 'update', force: true, version: '1.36' })).status).toBe(204);
      await account.settle('all');
      expect(await workerOf(account, updates?.id ?? '')).toMatchObject({ kubeVersion: '1.35.3_1523', targetVersion: '1.36.2_1524' });
      expect(await workerV2Of(account, updates?.id ?? '')).toMatchObject({ kubeVersion: { actual: '1.35.3_1523', target: '1.36.2_1524' } });

      expect((await tell(account, reloads?.id ?? '', { action: 'reload' })).status).toBe(204);
      await account.settle('all');
      expect((await tell(account, updates?.id ?? '', { action: 'update' })).status).toBe(204);
      expect(await watch(account, updates?.id ?? '')).toEqual(reloadPath);
      expect(await workerOf(account, reloads?.id ?? '')).toMatchObject({ kubeVersion: '1.35.3_1523', privateIP: reloads?.privateIP });
      expect(await workerOf(account, updates?.id ?? '')).toMatchObject({
        kubeVersion: '1.36.2_1524',
        targetVersion: '1.36.2_1524',
        privateIP: updates?.privateIP,
        publicIP: updates?.publicIP,
      });
    });

    test("204: workers that come after a master update run the master's minor (R168)", async () => {
      const account = await emulator.account();
      await readyCluster(account, { masterVersion: '1.35' });
      await account.put('/v1/clusters/shop', { action: 'update', version: '1.36' });
      await account.settle('all');
      await account.post('/v2/resizeWorkerPool', { cluster: 'shop', workerpool: 'default', size: 3 });
      await account.post('/v1/clusters/shop/workerpools/default/zones', { id: 'dal12' });
      await account.settle('all');
      expect((await workersOf(account)).map(({ location, kubeVersion }) => `${location} ${kubeVersion}`).sort()).toEqual([
        'dal10 1.35.3_1523',
        'dal10 1.35.3_1523',
        'dal10 1.36.2_1524',
        'dal12 1.36.2_1524',
        'dal12 1.36.2_1524',
        'dal12 1.36.2_1524',
      ]);
      await account.post('/v2/resizeWorkerPool', { cluster: 'shop', workerpool: 'default', size: 1 });
      expect((await workersOf(account)).map(({ kubeVersion }) => kubeVersion)).toEqual(['1.36.2_1524', '1.36.2_1524']);
    });
  });

  test.each([
    [{}, '400 E0020 Required fields are missing: action.'],
    [{ action: '' }, '400 E0020 Required fields are missing: action.'],
    [{ action: 'explode' }, '400 E0021 The request is not valid: action must be one of: os_reboot, reboot, power_cycle, reload, os_reload, update.'],
    [{ action: 'reload', force: 'yes' }, '400 E0021 The request is not valid: force must be true or false.'],
  ])('updateClusterWorker, 400: %j', async (body, refusal) => {
    const account = await emulator.account();
    await readyCluster(account);
    const before = first(await workersOf(account));
    expect(refusalOf(await tell(account, before.id, body))).toBe(refusal);
    expect(await workerOf(account, before.id)).toEqual(before);
  });

  describe.each(['os_reboot', 'reload', 'update'])('%s', (action) => {
    testWorkerRefusals(emulator, (account, id, cluster) => tell(account, id, { action }, cluster));
  });
});
