import { describe, expect, test } from '@jest/globals';
import { connectEmulator } from '../../support/emulator.js';
import type { TestAccount } from '../../support/test-account.js';
import { type Cluster, faultsOf, type Worker } from './support.js';

const emulator = await connectEmulator();

const workersOf = async (account: TestAccount): Promise<readonly Worker[]> => (await account.get<Worker[]>('/v1/clusters/shop/workers')).body;
const clusterOf = async (account: TestAccount): Promise<Cluster> => (await account.get<Cluster>('/v1/clusters/shop')).body;
const statesOf = async (account: TestAccount): Promise<readonly string[]> => (await workersOf(account)).map(({ state }) => state).sort();
const reload = (account: TestAccount, id: string) => account.put(`/v1/clusters/shop/workers/${id}`, { action: 'reload' });

describe('provisioning-fails', () => {
  test('strikes the first of two: the cluster is in warning, and its network comes all the same (R53, R123)', async () => {
    const account = await emulator.account();
    await faultsOf(emulator, account).arm({ effect: { type: 'provisioning-fails' }, when: { first: 1 } });
    await account.createCluster();
    const transitions = await account.settle();
    expect(transitions.filter(({ kind, from }) => kind === 'worker' && from === 'provisioning').map(({ to }) => to).sort()).toEqual([
      'provision_failed',
      'provisioned',
    ]);
    expect(await statesOf(account)).toEqual(['normal', 'provision_failed']);
    expect(await clusterOf(account)).toMatchObject({ state: 'warning', status: 'Some workers are not available', ingressStatus: 'healthy' });
  });

  test('ends when the worker is replaced', async () => {
    const account = await emulator.account();
    await faultsOf(emulator, account).arm({ effect: { type: 'provisioning-fails' }, when: { first: 1 } });
    await account.createCluster({ workerNum: 1 });
    await account.settle();
    const [failed] = await workersOf(account);
    expect((await clusterOf(account)).state).toBe('critical');
    expect((await account.post('/v2/replaceWorker', { cluster: 'shop', workerID: failed?.id })).status).toBe(204);
    expect((await clusterOf(account)).state).toBe('pending');
    await account.settle();
    expect(await statesOf(account)).toEqual(['normal']);
    expect(await clusterOf(account)).toMatchObject({ state: 'normal', ingressStatus: 'healthy' });
  });

  test('ends when the worker is removed', async () => {
    const account = await emulator.account();
    await faultsOf(emulator, account).arm({ effect: { type: 'provisioning-fails' }, when: { first: 1 } });
    await account.createCluster();
    await account.settle();
    const failed = (await workersOf(account)).find(({ state }) => state === 'provision_failed');
    expect((await account.delete(`/v1/clusters/shop/workers/${failed?.id ?? ''}`)).status).toBe(204);
    await account.settle();
    expect(await statesOf(account)).toEqual(['normal']);
    expect((await clusterOf(account)).state).toBe('normal');
  });

  test('leaves a failed worker failed when it is disarmed, and strikes no other', async () => {
    const account = await emulator.account();
    const faults = faultsOf(emulator, account);
    const { id } = await faults.arm({ effect: { type: 'provisioning-fails' } });
    await account.createCluster({ workerNum: 1 });
    await account.settle();
    expect((await faults.disarm(id)).status).toBe(204);
    await account.post('/v2/resizeWorkerPool', { cluster: 'shop', workerpool: 'default', size: 2 });
    await account.settle();
    expect(await statesOf(account)).toEqual(['normal', 'provision_failed']);
  });

  test('a failed worker is the first to go when its pool becomes smaller (R195)', async () => {
    const account = await emulator.account();
    await faultsOf(emulator, account).arm({ effect: { type: 'provisioning-fails' }, when: { every: 3 } });
    await account.createCluster({ workerNum: 3 });
    await account.settle();
    expect(await statesOf(account)).toEqual(['normal', 'normal', 'provision_failed']);
    await account.post('/v2/resizeWorkerPool', { cluster: 'shop', workerpool: 'default', size: 2 });
    await account.settle();
    expect(await statesOf(account)).toEqual(['normal', 'normal']);
  });
});

describe('deployment-fails', () => {
  test('leaves the machine with its address and without a version, until it is reloaded', async () => {
    const account = await emulator.account();
    await faultsOf(emulator, account).arm({ effect: { type: 'deployment-fails' }, when: { first: 1 } });
    await account.createCluster({ workerNum: 1 });
    await account.settle();
    const [failed] = await workersOf(account);
    expect(failed).toMatchObject({ state: 'deploy_failed', kubeVersion: '', privateIP: expect.stringMatching(/^10\./) });
    expect(failed?.errorMessage).toContain('cannot reach the servers');
    expect((await reload(account, failed?.id ?? '')).status).toBe(204);
    expect((await workersOf(account))[0]).toMatchObject({ state: 'reload_pending', errorMessage: '', errorMessageDate: '' });
    await account.settle();
    expect(await workersOf(account)).toMatchObject([{ id: failed?.id, state: 'normal', privateIP: failed?.privateIP, kubeVersion: '1.36.2_1524' }]);
    expect((await clusterOf(account)).state).toBe('normal');
  });
});

describe('reload-fails', () => {
  test('leaves a worker in reloading_failed (R203), which another reload ends', async () => {
    const account = await emulator.account();
    await account.createCluster();
    await account.settle();
    const [first] = await workersOf(account);
    await faultsOf(emulator, account).arm({ effect: { type: 'reload-fails', condition: 'machineIdChanged' }, when: { first: 1 } });
    await reload(account, first?.id ?? '');
    await account.settle();
    const failed = (await workersOf(account)).find(({ id }) => id === first?.id);
    expect(failed).toMatchObject({ state: 'reloading_failed', errorMessage: expect.stringContaining('Reload the worker') });
    expect((await clusterOf(account)).state).toBe('warning');
    await reload(account, first?.id ?? '');
    await account.settle();
    expect(await statesOf(account)).toEqual(['normal', 'normal']);
    expect((await clusterOf(account)).state).toBe('normal');
  });
});

describe('worker-critical', () => {
  test('strikes workers that are up at once, by name, and no others', async () => {
    const account = await emulator.account();
    await account.createCluster();
    await account.settle();
    const [first, second] = await workersOf(account);
    const fault = await faultsOf(emulator, account).arm({ effect: { type: 'worker-critical' }, resource: first?.id });
    expect(fault).toMatchObject({ matched: 1, struck: 1, resources: [first?.id] });
    const workers = await workersOf(account);
    expect(workers.find(({ id }) => id === first?.id)).toMatchObject({ state: 'critical', errorMessage: expect.stringContaining('cannot reach') });
    expect(workers.find(({ id }) => id === second?.id)).toMatchObject({ state: 'normal', status: 'Ready', errorMessage: '' });
    expect((await clusterOf(account)).state).toBe('warning');
    const v2 = (await account.get<{ id: string }[]>('/v2/getWorkers?cluster=shop')).body.find(({ id }) => id === first?.id);
    expect(v2).toMatchObject({ health: { state: 'critical' }, lifecycle: { actualState: 'deployed', desiredState: 'deployed' } });
  });

  test('strikes workers that come up while it is armed', async () => {
    const account = await emulator.account();
    await faultsOf(emulator, account).arm({ effect: { type: 'worker-critical' }, when: { every: 2 } });
    await account.createCluster({ workerNum: 4 });
    await account.settle();
    expect(await statesOf(account)).toEqual(['critical', 'critical', 'normal', 'normal']);
    expect((await clusterOf(account)).state).toBe('warning');
  });

  test.each(['os_reboot', 'reload', 'update'])('%s brings a critical worker back (R207, R208)', async (action) => {
    const account = await emulator.account();
    await account.createCluster({ workerNum: 1 });
    await account.settle();
    const [worker] = await workersOf(account);
    const faults = faultsOf(emulator, account);
    const { id } = await faults.arm({ effect: { type: 'worker-critical' } });
    expect((await clusterOf(account)).state).toBe('critical');
    await faults.disarm(id);
    expect(await statesOf(account)).toEqual(['critical']);
    expect((await account.put(`/v1/clusters/shop/workers/${worker?.id ?? ''}`, { action })).status).toBe(204);
    await account.settle();
    expect(await workersOf(account)).toMatchObject([{ id: worker?.id, state: 'normal', status: 'Ready', errorMessage: '', pendingOperation: '' }]);
    expect((await clusterOf(account)).state).toBe('normal');
  });

  test('a reboot does not help as long as the fault is armed', async () => {
    const account = await emulator.account();
    await account.createCluster({ workerNum: 1 });
    await account.settle();
    const fault = await faultsOf(emulator, account).arm({ effect: { type: 'worker-critical' } });
    await account.put(`/v1/clusters/shop/workers/${fault.resources[0] ?? ''}`, { action: 'os_reboot' });
    expect((await workersOf(account))[0]).toMatchObject({ state: 'critical', status: 'The worker is being rebooted', pendingOperation: 'reboot' });
    await account.settle();
    expect((await workersOf(account))[0]).toMatchObject({ state: 'critical', pendingOperation: '' });
    expect((await faultsOf(emulator, account).read(fault.id)).body).toMatchObject({ matched: 2, struck: 2, resources: fault.resources });
  });
});

describe('worker-deployment-hangs', () => {
  test('keeps a worker in deploying until it is disarmed', async () => {
    const account = await emulator.account();
    const faults = faultsOf(emulator, account);
    const { id } = await faults.arm({ effect: { type: 'worker-deployment-hangs' } });
    await account.createCluster({ workerNum: 1 });
    await account.settle();
    await account.advance('10d');
    expect(await statesOf(account)).toEqual(['deploying']);
    expect(await clusterOf(account)).toMatchObject({ state: 'pending', masterStatus: 'Ready' });
    await faults.disarm(id);
    await account.settle();
    expect(await statesOf(account)).toEqual(['normal']);
    expect((await clusterOf(account)).state).toBe('normal');
  });

  test('a worker that hangs can be replaced', async () => {
    const account = await emulator.account();
    await faultsOf(emulator, account).arm({ effect: { type: 'worker-deployment-hangs' }, when: { first: 1 } });
    await account.createCluster({ workerNum: 1 });
    await account.settle();
    const [stuck] = await workersOf(account);
    expect((await account.post('/v2/replaceWorker', { cluster: 'shop', workerID: stuck?.id })).status).toBe(204);
    await account.settle();
    expect(await statesOf(account)).toEqual(['normal']);
  });
});
