import { describe, expect, test } from '@jest/globals';
import { connectEmulator } from '../support/emulator.js';

const emulator = await connectEmulator();

const reset = (account: string) => emulator.call({ method: 'POST', url: `/_emulator/accounts/${account}/reset` });

describe('resetAccount', () => {
  test('200: everything in the account goes, and the answer says how much that was', async () => {
    const account = await emulator.account();
    await account.createCluster();
    await account.advance('1h');
    const answer = await reset(account.name);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      removed: { albs: 2, clusters: 1, leases: 5, regionApiKeys: 1, subdomains: 1, subnets: 4, vlans: 2, workerPoolZones: 1, workerPools: 1, workers: 2, zoneNetworks: 1 },
    });
    expect((await account.get('/v1/clusters')).body).toEqual([]);
    expect((await account.get('/v1/datacenters/dal10/vlans')).body).toEqual([]);
    expect((await account.get('/v1/clusters/shop')).status).toBe(404);
  });

  test('200: an empty account, and one that was just reset', async () => {
    const account = await emulator.account();
    expect((await reset(account.id)).body).toEqual({ removed: {} });
    expect((await reset(account.id)).body).toEqual({ removed: {} });
  });

  test('the same calls give the same ids again', async () => {
    const account = await emulator.account();
    const before = await account.createCluster();
    await account.settle();
    const addresses = async () =>
      (await account.get<{ id: string; privateIP: string }[]>('/v1/clusters/shop/workers')).body.map(({ id, privateIP }) => [id, privateIP]);
    const workers = await addresses();
    await reset(account.id);
    expect(await account.createCluster()).toBe(before);
    await account.settle();
    expect(await addresses()).toEqual(workers);
  });

  test('the clock goes back to real time, and runs', async () => {
    const account = await emulator.account();
    await account.advance('P365D');
    await emulator.call({ method: 'POST', url: `/_emulator/accounts/${account.id}/clock/freeze` });
    await reset(account.id);
    const { body } = await emulator.call({ method: 'GET', url: `/_emulator/accounts/${account.id}/clock` });
    expect(body).toMatchObject({ frozen: false, nextDueAt: null });
    expect(Math.abs(Date.parse((body as { now: string }).now) - Date.now())).toBeLessThan(60_000);
  });

  test('token, API key and settings go on', async () => {
    const account = await emulator.account({ clusterQuota: 7 });
    await reset(account.id);
    expect((await account.get('/v1/clusters')).status).toBe(200);
    expect((await emulator.call({ method: 'GET', url: `/_emulator/accounts/${account.id}` })).body).toMatchObject({ clusterQuota: 7 });
  });

  test('other accounts keep what they have', async () => {
    const account = await emulator.account({ idSeed: 'the same' });
    const other = await emulator.account({ idSeed: 'the same' });
    expect(await account.createCluster()).toBe(await other.createCluster());
    await reset(account.id);
    expect((await other.get('/v1/clusters/shop')).status).toBe(200);
  });

  test('50 resets and creates at once neither fail nor leave half a cluster', async () => {
    const account = await emulator.account({ speed: 'instant' });
    const calls = Array.from({ length: 50 }, (_, index) =>
      index % 2 === 0
        ? account.post('/v1/clusters', { name: `shop-${index}`, dataCenter: 'dal10', machineType: 'b3c.4x16' })
        : reset(account.id),
    );
    expect([...new Set((await Promise.all(calls)).map(({ status }) => status))].sort()).toEqual([200, 201]);
    const { body: clusters } = await account.get<{ id: string }[]>('/v1/clusters');
    const { body } = await reset(account.id);
    const { removed } = body as { removed: Record<string, number> };
    expect(removed['clusters'] ?? 0).toBe(clusters.length);
    expect(removed['workers'] ?? 0).toBe(clusters.length);
  });

  test('404: no such account', async () => {
    expect((await reset('nobody')).body).toMatchObject({ code: 'X0404' });
  });
});
