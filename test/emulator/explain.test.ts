import { describe, expect, test } from '@jest/globals';
import { lifecycleTables } from '../../src/lifecycle/registry.js';
import { connectEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import { arm, explain } from './explain-support.js';
import { controlOf } from './support.js';

const emulator = await connectEmulator();

const START = Date.parse('2030-01-01T00:00:00Z');
const at = (seconds: number): string => new Date(START + seconds * 1000).toISOString();
const STANDS_STILL = "the account's clock, which stands still until it is moved or unfrozen";

/** The cluster `shop`, asked for at the start of 2030, where the clock stands. */
async function shop(request: Readonly<Record<string, unknown>> = {}): Promise<{ account: TestAccount; id: string }> {
  const account = await emulator.account();
  const control = controlOf(emulator, account);
  await control.move('freeze');
  await control.set({ now: at(0) });
  return { account, id: await account.createCluster({ workerNum: 1, ...request }) };
}

const bodyOf = async (account: TestAccount, resource: string) => {
  const { status, body } = await explain(emulator, account, resource);
  expect(status).toBe(200);
  return body;
};

const firstWorker = async (account: TestAccount): Promise<string> => (await account.get<{ id: string }[]>('/v1/clusters/shop/workers')).body[0]?.id ?? '';

describe('explainResource tells what comes next and when', () => {
  test('of a cluster, by id and by name: state, since when, the rule, and in a sentence', async () => {
    const { account, id } = await shop();
    await account.advance('20s');
    const body = await bodyOf(account, id);
    expect(body).toEqual({
      summary: `The cluster shop is deploying since ${at(15)}: it has a master that is being deployed (R121). It becomes deployed at ${at(300)}, in 4 min 40 s. It waits for ${STANDS_STILL}. Possible now: delete, configure.`,
      kind: 'cluster',
      id,
      name: 'shop',
      cluster: { id, name: 'shop', shownAs: 'deploying' },
      state: 'deploying',
      since: at(15),
      rule: 'R121',
      means: 'has a master that is being deployed',
      next: { state: 'deployed', at: at(300), rule: 'R132: masters answer after about 5 min' },
      waitsFor: STANDS_STILL,
      actions: expect.any(Array) as unknown,
    });
    expect(await bodyOf(account, 'shop')).toEqual(body);
  });

  test('of a cluster whose master is up: the state that callers see is another', async () => {
    const { account, id } = await shop();
    await account.advance('6m');
    expect(await bodyOf(account, id)).toMatchObject({ state: 'deployed', cluster: { shownAs: 'pending' }, next: null, waitsFor: null });
    await account.settle();
    const { summary } = await bodyOf(account, id);
    expect(summary).toBe(
      `The cluster shop is deployed since ${at(300)}: it has a master that answers (R121). Nothing more happens to it by itself. Possible now: delete, operate master, change workers, restart workers by force, change network, configure, use API server.`,
    );
  });

  test('of a free cluster: its end (R101)', async () => {
    const { account } = await shop();
    await account.post('/v1/clusters', { name: 'gratis' });
    await account.advance('1h');
    expect(await bodyOf(account, 'gratis')).toMatchObject({ state: 'deployed', next: { state: 'deleting', at: at(30 * 86_400), rule: 'R125' } });
  });

  test('of a worker: it waits for its master, then for its machine (R204)', async () => {
    const { account, id } = await shop();
    const worker = await firstWorker(account);
    expect(await bodyOf(account, worker)).toMatchObject({
      kind: 'worker',
      name: null,
      cluster: { id, name: 'shop', shownAs: 'requested' },
      state: 'provision_pending',
      since: at(0),
      next: null,
      waitsFor: 'the master of its cluster to be deployed (R204)',
      summary: `The worker ${worker} is provision_pending since ${at(0)}: it waits for its machine to be ordered (R204). It waits for the master of its cluster to be deployed (R204). Possible now: nothing.`,
    });
    await account.advance('345s');
    expect(await bodyOf(account, worker)).toMatchObject({
      state: 'provisioning',
      since: at(330),
      next: { state: 'provisioned', at: at(690), rule: 'R132: virtual machines take minutes' },
      summary: `The worker ${worker} is provisioning since ${at(330)}: it waits for its machine, which is ordered (R204). It becomes provisioned at ${at(690)}, in 5 min 45 s. It waits for ${STANDS_STILL}. Possible now: remove.`,
    });
  });

  test('of a worker that reboots: its state stays (R207)', async () => {
    const { account } = await shop();
    await account.settle();
    const worker = await firstWorker(account);
    await account.put(`/v1/clusters/shop/workers/${worker}`, { action: 'os_reboot' });
    expect(await bodyOf(account, worker)).toMatchObject({ state: 'normal', next: { state: 'normal', at: at(1500 + 120) } });
  });

  test('of a network in a zone, an ALB and a subdomain, none of which a caller acts on but the ALB', async () => {
    const { account, id } = await shop();
    expect(await bodyOf(account, `${id}-dal10`)).toMatchObject({
      kind: 'zone network',
      state: 'awaiting_workers',
      waitsFor: 'a worker of its cluster in the zone to be normal, and none to be on its way (R53)',
      actions: [],
    });
    await account.advance('20m');
    expect(await bodyOf(account, `${id}-dal10`)).toMatchObject({ state: 'ordering_subnets', next: { state: 'filling_map', at: at(1260) } });
    await account.advance('1m');
    expect(await bodyOf(account, `${id}-dal10`)).toMatchObject({ state: 'filling_map', next: { state: 'ready', at: at(1320) } });
    await account.advance('1m');
    expect(await bodyOf(account, `${id}-dal10`)).toMatchObject({ state: 'ready', next: null, waitsFor: null });
    const alb = `public-cr${id}-alb1`;
    expect(await bodyOf(account, alb)).toMatchObject({ kind: 'ALB', state: 'deploying', next: { state: 'healthy', at: at(1440) } });
    const [registering] = await account.advance('2m');
    expect(registering?.to).toBe('healthy');
    const [registered] = await account.settle();
    const subdomain = registered?.id ?? '';
    expect(await bodyOf(account, subdomain)).toMatchObject({ kind: 'subdomain', state: 'registered', rule: 'R253', next: null, actions: [] });
  });

  test('of a subdomain on its way', async () => {
    const { account } = await shop();
    await account.advance('24m');
    const snapshots = `/_emulator/accounts/${account.id}/snapshots`;
    await emulator.call({ method: 'POST', url: snapshots, body: { name: 'before' } });
    const [registered] = await account.settle();
    await emulator.call({ method: 'POST', url: `${snapshots}/before/restore` });
    expect(await bodyOf(account, registered?.id ?? '')).toMatchObject({ kind: 'subdomain', state: 'registering', next: { state: 'registered', at: at(1500) }, actions: [] });
  });

  test('of a network without subnets (R55)', async () => {
    const { account, id } = await shop({ noSubnet: true });
    expect(await bodyOf(account, `${id}-dal10`)).toMatchObject({ state: 'without_subnets', rule: 'R55', waitsFor: 'a subnet to be added to its cluster (R57)' });
  });

  test('of an add-on, by its name', async () => {
    const { account, id } = await shop();
    await account.settle();
    await account.patch('/v1/clusters/shop/addons', { addons: [{ name: 'istio' }], enable: true });
    expect(await bodyOf(account, 'istio')).toMatchObject({ kind: 'add-on', name: 'istio', cluster: { id }, state: 'enabling', next: { state: 'normal', at: at(1620) } });
  });

  test('of what its cluster takes along: every other step is called off (R142)', async () => {
    const { account, id } = await shop();
    await account.advance('21m');
    await account.delete('/v1/clusters/shop');
    expect(await bodyOf(account, `${id}-dal10`)).toMatchObject({
      state: 'filling_map',
      next: null,
      waitsFor: 'the end of its cluster, whose delete has called off every other step (R142)',
    });
    expect(await bodyOf(account, id)).toMatchObject({ state: 'deleting', next: { state: 'deleted' } });
  });

  test.each([
    ['master-deployment-hangs', 'deploying', 'whatever holds up its way to deployed, such as a fault, to be over'],
    ['master-unavailable', 'unavailable', 'the fault that keeps its master away to be over'],
  ])('of a cluster with the fault %s: what holds it', async (fault, state, waitsFor) => {
    const { account, id } = await shop();
    await arm(emulator, account, fault);
    await account.advance('1h');
    expect(await bodyOf(account, id)).toMatchObject({ state, next: null, waitsFor });
  });
});

test('a clock that runs is nothing to wait for, and a look applies what is due', async () => {
  const account = await emulator.account({ speed: 'instant' });
  const id = await account.createCluster();
  expect(await bodyOf(account, id)).toMatchObject({ state: 'deployed', waitsFor: null, cluster: { shownAs: 'normal' } });
  const slow = await emulator.account();
  expect(await bodyOf(slow, await slow.createCluster())).toMatchObject({ state: 'requested', next: { state: 'deploying' }, waitsFor: null });
});

test('every state of every table has a rule and words', () => {
  for (const [kind, { lifecycle }] of Object.entries(lifecycleTables)) {
    for (const [state, { rule, means }] of Object.entries(lifecycle)) {
      expect([kind, state, rule, means]).toEqual([kind, state, expect.stringMatching(/^R\d{1,3}$/), expect.stringMatching(/^\w[^.]+$/)]);
    }
  }
});

describe('explainResource refuses', () => {
  test('404: what nothing has as its id or name, or another account has', async () => {
    const [one, other] = [await emulator.account(), await emulator.account()];
    const id = await other.createCluster();
    for (const resource of ['nothing', id, 'shop', "'; DROP TABLE clusters; --"]) {
      const { status, body } = await explain(emulator, one, resource);
      expect([status, body.code, body.description]).toEqual([
        404,
        'X0404',
        `Nothing with a lifecycle (cluster, worker, zone network, ALB, add-on, subdomain) in the account has the id or name '${resource}'.`,
      ]);
    }
  });

  test('400: a name that several have; the ids are told', async () => {
    const account = await emulator.account();
    const ids = [await account.createCluster({ dataCenter: 'dal10' }), await account.createCluster({ dataCenter: 'fra02' })];
    const { status, body } = await explain(emulator, account, 'shop');
    expect([status, body.code]).toEqual([400, 'E0021']);
    for (const id of ids) expect(body.description).toContain(`cluster ${id}`);
  });

  test('400 E0020: no resource', async () => {
    const account = await emulator.account();
    const { status, body } = await emulator.call({ method: 'GET', url: `/_emulator/accounts/${account.id}/explain` });
    expect([status, body]).toMatchObject([400, { code: 'E0020', description: 'Required fields are missing: resource.' }]);
  });
});
