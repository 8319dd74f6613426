import { describe, expect, test } from '@jest/globals';
import { connectEmulator } from '../support/emulator.js';
import { TestAccount } from '../support/test-account.js';
import { explain } from './explain-support.js';
import { seedAccount, seedFile } from './seed-support.js';
import { controlOf, freshName, logIn } from './support.js';

const emulator = await connectEmulator();

const NOW = '2030-01-10T00:00:00.000Z';
const clock = { now: NOW, frozen: true };
const shop = { name: 'shop', dataCenter: 'dal10', machineType: 'b3c.4x16', workerNum: 2 };

const bodyOf = async (account: TestAccount, url: string): Promise<unknown> => (await account.get(url)).body;

describe('a seed brings clusters into an account', () => {
  test('200: as YAML, with all that they have; each thing happened at its own moment', async () => {
    const account = await emulator.account();
    const seeded = await seedAccount(
      emulator,
      account,
      `
clock: { now: '${NOW}', frozen: true }
resourceGroups: [team-a]
vlans:
  - { name: back, zone: dal10, type: private, router: 02a }
  - { name: front, zone: dal10, type: public, router: 02a }
clusters:
  - name: shop
    dataCenter: dal10
    machineType: b3c.4x16
    workerNum: 2
    privateVlan: back
    publicVlan: front
    age: 3d
    resourceGroup: team-a
    tags: [env:test, Shop]
    addons: [istio, { name: debug-tool, version: 2.0.0 }]
    pools:
      - { name: batch, machineType: b3c.4x16, sizePerZone: 1, zones: [dal12], labels: { tier: batch }, taints: { dedicated: 'batch:NoExecute' } }
`,
    );
    const [cluster] = seeded.body.clusters;
    const [back, front] = seeded.body.vlans;
    expect([seeded.status, seeded.body]).toEqual([
      200,
      {
        clusters: [{ id: expect.stringMatching(/^c[0-9a-v]{19}$/) as unknown, name: 'shop', state: 'normal' }],
        vlans: [
          { id: expect.stringMatching(/^\d{7}$/) as unknown, name: 'back' },
          { id: expect.stringMatching(/^\d{7}$/) as unknown, name: 'front' },
        ],
        faults: 0,
      },
    ]);
    expect(await bodyOf(account, '/v1/clusters/shop')).toMatchObject({
      id: cluster?.id,
      state: 'normal',
      createdDate: '2030-01-07T00:00:00+0000',
      masterStatusModifiedDate: '2030-01-07T00:05:00+0000',
      resourceGroupName: 'team-a',
      ingressStatus: 'healthy',
      workerCount: 3,
      workerZones: ['dal10', 'dal12'],
      addons: [
        { name: 'debug-tool', version: '2.0.0', state: 'normal' },
        { name: 'istio', state: 'normal' },
      ],
    });
    expect(await bodyOf(account, '/v1/clusters/shop/workers')).toMatchObject([
      { state: 'normal', location: 'dal10', privateVlan: back?.id, publicVlan: front?.id, statusDate: '2030-01-07T00:20:00+0000' },
      { state: 'normal', location: 'dal10', privateVlan: back?.id, publicVlan: front?.id },
      { state: 'normal', location: 'dal12', poolName: 'batch', statusDate: '2030-01-07T00:20:00+0000' },
    ]);
    expect(await bodyOf(account, '/v2/getWorkerPool?cluster=shop&workerpool=batch')).toMatchObject({ labels: { tier: 'batch' }, taints: { dedicated: 'batch:NoExecute' } });
    expect(await bodyOf(account, '/v3/tags?attached_only=true')).toMatchObject({ items: [{ name: 'env:test' }, { name: 'shop' }] });
    expect((await controlOf(emulator, account).clock()).body).toMatchObject({ now: NOW, frozen: true, nextDueAt: null });
  });

  test('200: as JSON, what an account has had at its moments it would have had by calls', async () => {
    const idSeed = freshName();
    const [seeded, called] = [await emulator.account({ idSeed }), await emulator.account({ idSeed })];
    expect((await seedAccount(emulator, seeded, { clock, clusters: [{ ...shop, age: '3d' }] })).status).toBe(200);
    const control = controlOf(emulator, called);
    await control.move('freeze');
    await control.set({ now: '2030-01-07' });
    await called.createCluster(shop);
    await control.set({ now: NOW });
    for (const url of ['/v1/clusters/shop/workers', '/v1/subnets', '/v1/clusters/shop/workerpools', '/v1/datacenters/dal10/vlans']) {
      expect(await bodyOf(seeded, url)).toEqual(await bodyOf(called, url));
    }
  });

  test('200: it is added to what is there, and shares its VLANs (R4)', async () => {
    const account = await emulator.account();
    await account.createCluster();
    const { body } = await seedAccount(emulator, account, { clusters: [{ ...shop, name: 'two' }] });
    expect(body.clusters).toMatchObject([{ name: 'two', state: 'normal' }]);
    expect(await bodyOf(account, '/v1/clusters')).toMatchObject([{ name: 'two' }, { name: 'shop' }]);
    expect(await bodyOf(account, '/v1/datacenters/dal10/vlans')).toHaveLength(2);
  });

  test('200: reset empties it first; settings, clock and ids are as in a new one', async () => {
    const account = await emulator.account();
    const seed = { reset: true, speed: 30, clusterQuota: 7, clock, clusters: [shop] };
    const first = await seedAccount(emulator, account, seed);
    await account.createCluster({ name: 'other' });
    const second = await seedAccount(emulator, account, seed);
    expect([second.status, second.body]).toEqual([200, first.body]);
    expect(await bodyOf(account, '/v1/clusters')).toMatchObject([{ name: 'shop' }]);
    expect((await controlOf(emulator, account).read()).body).toMatchObject({ speed: 30, clusterQuota: 7, now: NOW, frozen: true });
  });

  test('200: an id that is chosen', async () => {
    const account = await emulator.account();
    const id = 'c00000000000000shop1';
    expect((await seedAccount(emulator, account, { clusters: [{ ...shop, id }] })).body.clusters).toEqual([{ id, name: 'shop', state: 'normal' }]);
    expect(await bodyOf(account, `/v1/clusters/${id}`)).toMatchObject({ id, name: 'shop' });
  });

  test('200: a free cluster, and an account without anything', async () => {
    const account = await emulator.account();
    expect((await seedAccount(emulator, account, { clusters: [{ name: 'gratis' }] })).body.clusters).toMatchObject([{ state: 'normal' }]);
    expect((await seedAccount(emulator, account, {})).body).toEqual({ clusters: [], vlans: [], faults: 0 });
  });
});

describe('the state of a cluster', () => {
  test.each(['requested', 'deploying', 'pending', 'normal', 'warning', 'critical', 'deleting'])('%s: it shows that, and goes on from there', async (state) => {
    for (const speed of [1, 30]) {
      const account = await emulator.account({ speed });
      const { status, body } = await seedAccount(emulator, account, { clock, clusters: [{ ...shop, state }] });
      expect([status, body.clusters]).toMatchObject([200, [{ name: 'shop', state }]]);
      expect(await bodyOf(account, '/v1/clusters/shop')).toMatchObject({ state });
      await account.settle();
      const after = state === 'deleting' ? { code: 'G0004' } : { state: ['warning', 'critical'].includes(state) ? state : 'normal' };
      expect(await bodyOf(account, '/v1/clusters/shop')).toMatchObject(after);
    }
  });

  test('critical: its master is away, by a fault that can be disarmed', async () => {
    const account = await emulator.account();
    expect((await seedAccount(emulator, account, { clusters: [{ ...shop, state: 'critical' }] })).body.faults).toBe(1);
    expect(await bodyOf(account, '/v1/clusters/shop')).toMatchObject({ masterHealth: 'unavailable' });
    await emulator.call({ method: 'DELETE', url: `/_emulator/accounts/${account.id}/faults` });
    expect(await bodyOf(account, '/v1/clusters/shop')).toMatchObject({ state: 'normal', masterHealth: 'normal' });
  });

  test('several at once, each at its own age', async () => {
    const account = await emulator.account();
    const ages = { old: '30d', young: '2m', middle: '10m' };
    const clusters = Object.entries(ages).map(([name, age]) => ({ ...shop, name, age }));
    const { body } = await seedAccount(emulator, account, { clock, clusters });
    expect(body.clusters.map(({ name, state }) => [name, state])).toEqual([['old', 'normal'], ['young', 'deploying'], ['middle', 'pending']]);
    expect((await explain(emulator, account, 'young')).body.next).toMatchObject({ state: 'deployed', at: '2030-01-10T00:03:00.000Z' });
  });
});

describe('workers that are not well', () => {
  test('this worker is critical, that one was never delivered, another could not be deployed', async () => {
    const account = await emulator.account();
    const workers = [
      { number: 1, state: 'critical' },
      { number: 2, state: 'provision_failed', condition: 'noCapacity' },
      { pool: 'batch', number: 1, state: 'deploy_failed' },
    ];
    const pools = [{ name: 'batch', machineType: 'b3c.4x16', sizePerZone: 1 }];
    const { status, body } = await seedAccount(emulator, account, { clusters: [{ ...shop, workerNum: 3, pools, workers }] });
    expect([status, body.clusters, body.faults]).toMatchObject([200, [{ state: 'warning' }], 0]);
    expect(await bodyOf(account, '/v1/clusters/shop/workers')).toMatchObject([
      { state: 'critical' },
      { state: 'provision_failed', errorMessage: expect.stringContaining('not enough capacity') as unknown },
      { state: 'normal' },
      { state: 'deploy_failed', poolName: 'batch' },
    ]);
    expect(await bodyOf(account, '/v1/clusters/shop')).toMatchObject({ state: 'warning' });
  });

  test('faults are armed at the end', async () => {
    const account = await emulator.account();
    const faults = [{ effect: { type: 'error', error: 'internal' }, operations: ['getCluster1'], when: { first: 1 } }];
    expect((await seedAccount(emulator, account, { clusters: [shop], faults })).body.faults).toBe(1);
    expect((await account.get('/v1/clusters/shop')).status).toBe(500);
    expect((await account.get('/v1/clusters/shop')).status).toBe(200);
  });
});

describe('a seed file', () => {
  const fileOf = (names: readonly string[], extra = {}) => ({ accounts: Object.fromEntries(names.map((name) => [name, { speed: 1, clock, clusters: [shop], ...extra }])) });

  test('200: makes accounts, whose keys and ids follow from their names; those that exist are left alone', async () => {
    const [one, two] = [freshName(), freshName()];
    const first = await seedFile(emulator, fileOf([one]));
    expect([first.status, first.body.accounts]).toMatchObject([200, [{ name: one, apiKey: `key-of-${one}`, outcome: 'created', clusters: [{ name: 'shop', state: 'normal' }] }]]);
    const [made] = first.body.accounts;
    const account = new TestAccount((call) => emulator.call(call), { id: made?.id ?? '', name: one, apiKey: made?.apiKey ?? '', token: await logIn(emulator, made?.apiKey ?? '') });
    expect(await bodyOf(account, '/v1/clusters')).toMatchObject([{ name: 'shop' }]);

    await account.createCluster({ name: 'mine' });
    const second = await seedFile(emulator, fileOf([one, two]));
    expect(second.body.accounts).toMatchObject([
      { name: one, id: made?.id, outcome: 'left alone', clusters: [] },
      { name: two, outcome: 'created' },
    ]);
    expect(await bodyOf(account, '/v1/clusters')).toHaveLength(2);

    const third = await seedFile(emulator, fileOf([one], { reset: true }));
    expect(third.body.accounts).toEqual([{ name: one, id: made?.id, outcome: 'reset', clusters: made?.clusters, vlans: [], faults: 0 }]);
    expect(await bodyOf(account, '/v1/clusters')).toHaveLength(1);
  });

  test('200: with an API key of the file, which a reset leaves as it is', async () => {
    const name = freshName();
    const file = { accounts: { [name]: { apiKey: `${name}-key`, reset: true, clusters: [shop] } } };
    const first = await seedFile(emulator, file);
    expect([first.status, first.body.accounts]).toMatchObject([200, [{ name, apiKey: `${name}-key`, outcome: 'created' }]]);
    const again = await seedFile(emulator, file);
    expect([again.status, again.body.accounts]).toMatchObject([200, [{ name, outcome: 'reset', clusters: first.body.accounts[0]?.clusters }]]);
    expect(await logIn(emulator, `${name}-key`)).toMatch(/^ey/);
  });

  test('200: from run to run the same ids, dates and subdomains', async () => {
    const name = freshName();
    const answers: unknown[] = [];
    for (const run of [1, 2]) {
      const { body } = await seedFile(emulator, fileOf([name]));
      const apiKey = body.accounts[0]?.apiKey ?? '';
      const account = new TestAccount((call) => emulator.call(call), { id: '', name, apiKey, token: await logIn(emulator, apiKey) });
      answers.push([body, await bodyOf(account, '/v1/clusters'), await bodyOf(account, '/v1/subnets'), await bodyOf(account, '/v1/alb/clusters/shop')]);
      if (run === 1) await emulator.call({ method: 'DELETE', url: `/_emulator/accounts/${name}` });
    }
    expect(answers[1]).toEqual(answers[0]);
  });

  test('200: eight at once make each account once', async () => {
    const names = [freshName(), freshName()];
    const answers = await Promise.all(Array.from({ length: 8 }, () => seedFile(emulator, fileOf(names))));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    const created = answers.flatMap(({ body }) => body.accounts).filter(({ outcome }) => outcome === 'created');
    expect(created.map(({ name }) => name).sort()).toEqual([...names].sort());
  });
});
