import { describe, expect, test } from '@jest/globals';
import { connectEmulator } from '../../support/emulator.js';
import type { TestAccount } from '../../support/test-account.js';
import { type Cluster, faultsOf, type Worker } from './support.js';

const emulator = await connectEmulator();

const clusterOf = async (account: TestAccount, name = 'shop'): Promise<Cluster> => (await account.get<Cluster>(`/v1/clusters/${name}`)).body;
const workersOf = async (account: TestAccount): Promise<readonly Worker[]> => (await account.get<Worker[]>('/v1/clusters/shop/workers')).body;

const away = { state: 'critical', status: 'The master cannot be reached', masterStatus: 'The master cannot be reached', masterState: 'deployed', masterHealth: 'unavailable' };
const back = { state: 'normal', status: 'All Workers Normal', masterStatus: 'Ready', masterState: 'deployed', masterHealth: 'normal' };

describe('master-unavailable', () => {
  test('strikes at once, shows in v1 and v2 (R123, R130), and is over when it is disarmed', async () => {
    const account = await emulator.account();
    await account.createCluster();
    await account.settle();
    const faults = faultsOf(emulator, account);
    const { id, resources } = await faults.arm({ effect: { type: 'master-unavailable' } });
    const cluster = await clusterOf(account);
    expect(cluster).toMatchObject(away);
    expect(resources).toEqual([cluster.id]);
    expect((await account.get('/v2/getCluster?cluster=shop')).body).toMatchObject({
      state: 'critical',
      lifecycle: { masterStatus: away.masterStatus, masterState: 'deployed', masterHealth: 'unavailable' },
    });
    expect((await workersOf(account)).map(({ state }) => state)).toEqual(['normal', 'normal']);
    await account.settle();
    expect(await clusterOf(account)).toMatchObject(away);
    await faults.disarm(id);
    expect(await clusterOf(account)).toMatchObject(back);
  });

  test('is over by itself when its time is', async () => {
    const account = await emulator.account();
    await account.createCluster();
    await account.settle();
    await account.post(`/_emulator/accounts/${account.id}/clock/freeze`);
    const faults = faultsOf(emulator, account);
    const { id } = await faults.arm({ effect: { type: 'master-unavailable' }, for: '30m' });
    await account.advance('1799s');
    expect(await clusterOf(account)).toMatchObject(away);
    const moved = await account.advance('1s');
    expect(moved.map(({ kind, from, to }) => `${kind}: ${from} -> ${to}`)).toEqual(['cluster: unavailable -> deployed']);
    expect(await clusterOf(account)).toMatchObject(back);
    expect((await faults.read(id)).body).toMatchObject({ armed: false, matched: 1, struck: 1 });
  });

  test('two faults on one master: it comes back after the later one', async () => {
    const account = await emulator.account();
    await account.createCluster();
    await account.settle();
    const faults = faultsOf(emulator, account);
    const first = await faults.arm({ effect: { type: 'master-unavailable' } });
    const second = await faults.arm({ effect: { type: 'master-unavailable' }, resource: 'shop' });
    await faults.disarm(first.id);
    expect(await clusterOf(account)).toMatchObject(away);
    await faults.disarm(second.id);
    expect(await clusterOf(account)).toMatchObject(back);
  });

  test('strikes a master at the end of its refresh or update, which is finished when it comes back', async () => {
    const account = await emulator.account();
    await account.createCluster({ masterVersion: '1.35' });
    await account.settle();
    await account.put('/v1/clusters/shop', { action: 'update', version: '1.36' });
    const faults = faultsOf(emulator, account);
    const { id } = await faults.arm({ effect: { type: 'master-unavailable' } });
    expect((await clusterOf(account)).masterStatus).toBe('Version update in progress');
    await account.settle();
    expect(await clusterOf(account)).toMatchObject({ ...away, masterKubeVersion: expect.stringMatching(/^1\.35\..* --> 1\.36\..*\(pending\)$/) });
    await faults.disarmAll();
    expect(await clusterOf(account)).toMatchObject({ ...back, masterKubeVersion: expect.stringMatching(/^1\.36\.\d+_\d+$/) });
    expect((await faults.read(id)).status).toBe(404);
  });

  test('meanwhile a reboot needs force (R206), and other changes of workers and of the master are refused', async () => {
    const account = await emulator.account();
    await account.createCluster();
    await account.settle();
    const [worker] = await workersOf(account);
    await faultsOf(emulator, account).arm({ effect: { type: 'master-unavailable' } });
    const put = async (body: object) => (await account.put<{ code: string } | undefined>(`/v1/clusters/shop/workers/${worker?.id ?? ''}`, body)).body?.code;
    expect(await put({ action: 'os_reboot' })).toBe('E0023');
    expect(await put({ action: 'update', force: true })).toBe('E0023');
    expect(await put({ action: 'os_reboot', force: true })).toBeUndefined();
    await account.settle();
    expect(await put({ action: 'reload', force: true })).toBeUndefined();
    expect((await account.put('/v1/clusters/shop/masters', { action: 'refresh' })).status).toBe(400);
    expect((await account.get('/v1/clusters/shop/config')).status).toBe(400);
    expect((await workersOf(account))[0]).toMatchObject({ state: 'reload_pending' });
  });

  test('a cluster whose master is away can be deleted (R140)', async () => {
    const account = await emulator.account();
    await account.createCluster();
    await account.settle();
    await faultsOf(emulator, account).arm({ effect: { type: 'master-unavailable' } });
    expect((await account.delete('/v1/clusters/shop')).status).toBe(204);
    await account.settle();
    expect((await account.get('/v1/clusters/shop')).status).toBe(404);
  });

  test('a name pattern and a zone leave other clusters alone', async () => {
    const account = await emulator.account();
    for (const [name, dataCenter] of [['shop-1', 'dal10'], ['shop-2', 'dal12'], ['bank', 'dal10']] as const) {
      await account.createCluster({ name, dataCenter, workerNum: 1 });
    }
    await account.settle();
    await faultsOf(emulator, account).arm({ effect: { type: 'master-unavailable' }, name: 'shop-*', zone: 'dal12' });
    const seen = await Promise.all(['shop-1', 'shop-2', 'bank'].map(async (name) => (await clusterOf(account, name)).masterHealth));
    expect(seen).toEqual(['normal', 'unavailable', 'normal']);
  });
});

describe('master-deployment-hangs', () => {
  test('a create never gets beyond deploying until the fault is disarmed (R121)', async () => {
    const account = await emulator.account();
    const faults = faultsOf(emulator, account);
    const { id } = await faults.arm({ effect: { type: 'master-deployment-hangs' } });
    await account.createCluster();
    await account.settle();
    const before = (await clusterOf(account)) as Cluster & { masterStatusModifiedDate: string };
    await account.advance('30d');
    expect(await clusterOf(account)).toMatchObject({
      state: 'deploying',
      masterStatus: 'Deploy in progress',
      masterStatusModifiedDate: before.masterStatusModifiedDate,
    });
    expect((await workersOf(account)).map(({ state }) => state)).toEqual(['provision_pending', 'provision_pending']);
    await faults.disarm(id);
    await account.settle();
    expect(await clusterOf(account)).toMatchObject({ ...back, ingressStatus: 'healthy' });
  });

  test('goes on by itself when its time is over, not earlier', async () => {
    const account = await emulator.account();
    await account.post(`/_emulator/accounts/${account.id}/clock/freeze`);
    await faultsOf(emulator, account).arm({ effect: { type: 'master-deployment-hangs' }, for: '1h' });
    await account.createCluster();
    await account.advance('3599s');
    expect((await clusterOf(account)).state).toBe('deploying');
    await account.advance('1s');
    expect(await clusterOf(account)).toMatchObject({ state: 'pending', masterStatus: 'Ready' });
  });

  test('a cluster that hangs can be deleted (R122)', async () => {
    const account = await emulator.account();
    await faultsOf(emulator, account).arm({ effect: { type: 'master-deployment-hangs' } });
    await account.createCluster();
    await account.settle();
    expect((await account.delete('/v1/clusters/shop')).status).toBe(204);
    expect((await clusterOf(account)).state).toBe('aborted');
    await account.settle();
    expect((await account.get('/v1/clusters/shop')).status).toBe(404);
  });
});

describe('subnet-limit-reached', () => {
  test('no portable subnet comes, and the cluster tells (R54); once disarmed, one can be ordered', async () => {
    const account = await emulator.account();
    const faults = faultsOf(emulator, account);
    const { id } = await faults.arm({ effect: { type: 'subnet-limit-reached' }, resource: 'shop' });
    await account.createCluster();
    await account.settle();
    expect(await clusterOf(account)).toMatchObject({
      state: 'normal',
      ingressHostname: '',
      ingressStatus: 'critical',
      ingressMessage: expect.stringContaining('ErrorSubnetLimitReached'),
    });
    expect((await account.get('/v1/alb/clusters/shop')).body).toMatchObject({ alb: [] });
    expect((await faults.read(id)).body).toMatchObject({ matched: 2, struck: 2 });

    const [worker] = (await account.get<{ publicVlan: string; privateVlan: string }[]>('/v1/clusters/shop/workers')).body;
    expect((await account.post(`/v1/clusters/shop/vlans/${worker?.publicVlan ?? ''}`)).status).toBe(204);
    expect(await clusterOf(account)).toMatchObject({ ingressStatus: 'critical' });
    expect((await faults.read(id)).body).toMatchObject({ matched: 3, struck: 3 });
    await faults.disarm(id);
    for (const vlan of [worker?.publicVlan, worker?.privateVlan]) expect((await account.post(`/v1/clusters/shop/vlans/${vlan ?? ''}`)).status).toBe(204);
    await account.settle();
    expect(await clusterOf(account)).toMatchObject({ ingressStatus: 'healthy', ingressHostname: expect.stringMatching(/^shop-/) });
  });

  test('another cluster gets its subnets', async () => {
    const account = await emulator.account();
    await faultsOf(emulator, account).arm({ effect: { type: 'subnet-limit-reached' }, resource: 'shop' });
    await account.createCluster({ name: 'bank' });
    await account.settle();
    expect(await clusterOf(account, 'bank')).toMatchObject({ ingressStatus: 'healthy' });
  });
});
