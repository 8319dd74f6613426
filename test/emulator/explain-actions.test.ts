import { describe, expect, test } from '@jest/globals';
import { addonLifecycle } from '../../src/domains/addons/lifecycle.js';
import { albLifecycle } from '../../src/domains/albs/lifecycle.js';
import { type ClusterAction, clusterLifecycle } from '../../src/domains/clusters/lifecycle.js';
import { workerLifecycle } from '../../src/domains/workers/lifecycle.js';
import type { AddonState, AlbState, ClusterState, WorkerState } from '../../src/generated/prisma/enums.js';
import { callsOf, type Scene } from '../clusters/action-calls.js';
import { pairOf, subnetsOf } from '../networking/support.js';
import type { Answer } from '../support/contract.js';
import { connectEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import { arm, explain, type ExplanationBody, waitFor, withUndo } from './explain-support.js';
import { controlOf, type ErrorBody } from './support.js';

const emulator = await connectEmulator();

type Step = (account: TestAccount) => Promise<unknown>;
type Calls = Readonly<Record<string, (account: TestAccount) => Promise<Answer>>>;

/** Codes by which a state refuses (R122, R124, R125, R135, R213). */
const BY_STATE = ['Ef9cc', 'E0023', 'E0011', 'G0004'];

const settled: Step = (account) => account.settle();
const frozen: Step = (account) => controlOf(emulator, account).move('freeze');

async function accountAfter(steps: readonly Step[], request: Readonly<Record<string, unknown>> = {}) {
  const account = await emulator.account();
  await frozen(account);
  const id = await account.createCluster({ workerNum: 1, masterVersion: '1.34', ...request });
  for (const step of steps) await step(account);
  return { account, id };
}

const codeOf = ({ body }: Answer): string => (body as Partial<ErrorBody> | undefined)?.code ?? '';

/** What explain says of an action must be what the API answers to the call. */
function expectSame({ actions }: ExplanationBody, action: string, answer: Answer): void {
  const said = actions.find((one) => one.action === action);
  const { status, code, description } = { status: answer.status, code: codeOf(answer), description: '', ...(answer.body as object | undefined) };
  if (said?.refusal === null || said === undefined) {
    expect([action, said?.outcome, BY_STATE.includes(code) ? code : 'not refused by the state']).toEqual([action, said?.outcome ?? 'told', 'not refused by the state']);
    expect([action, said?.calls.map((call) => call.status)]).toEqual([action, expect.arrayContaining([status]) as unknown]);
  } else {
    expect([action, said.refusal]).toEqual([action, { status, code, description }]);
    expect(new Set(said.calls.map((call) => call.status))).toEqual(new Set([status]));
  }
}

/** Takes every action on a resource, each from the same beginning. */
async function tryAll(account: TestAccount, resource: string, state: string, calls: Calls): Promise<void> {
  const { status, body } = await explain(emulator, account, resource);
  expect([status, body.state]).toEqual([200, state]);
  expect(body.actions.map(({ action }) => action).sort()).toEqual(Object.keys(calls).sort());
  const look = async () => (await account.get<object[]>('/v1/clusters/shop/workers?showDeleted=true')).body;
  const before = await look();
  const undoing = await withUndo(emulator, account);
  for (const [action, send] of Object.entries(calls)) expectSame(body, action, await undoing(() => send(account)));
  expect((await explain(emulator, account, resource)).body).toEqual(body);
  expect(await look()).toEqual(before);
}

describe('a cluster', () => {
  const update: Step = (account) => account.put('/v1/clusters/shop', { action: 'update', version: '1.35' });
  const remove: Step = (account) => account.delete('/v1/clusters/shop');
  const states: Readonly<Record<Exclude<ClusterState, 'deleted'>, readonly Step[]>> = {
    requested: [],
    deploying: [(account) => account.advance('20s')],
    deployed: [settled],
    updating: [settled, update],
    refreshing: [settled, (account) => account.post('/v2/refreshMaster', { cluster: 'shop' })],
    unavailable: [settled, (account) => arm(emulator, account, 'master-unavailable')],
    deleting: [settled, remove],
    aborted: [remove],
  };

  test('has every state of the table', () => {
    expect([...Object.keys(states), 'deleted'].sort()).toEqual(Object.keys(clusterLifecycle).sort());
  });

  test.each(Object.entries(states))('%s: every call answers as explain says, by its state', async (state, steps) => {
    const { account, id } = await accountAfter(steps);
    const { body } = await explain(emulator, account, id);
    expect(body.state).toBe(state);
    const pair = await pairOf(account);
    const workers = (await account.get<{ id: string }[]>('/v1/clusters/shop/workers?showDeleted=true')).body.map((worker) => worker.id);
    const own = (await subnetsOf(account)).filter(({ type, properties }) => type === 'private' && properties.bound_cluster === id);
    const scene: Scene = {
      account,
      id,
      privateVlan: pair.private.id,
      publicVlan: pair.public.id,
      workers: Array.from({ length: 5 }, () => workers[0] ?? ''),
      pools: [],
      subnet: own[0]?.id ?? 'none',
    };
    const undoing = await withUndo(emulator, account);
    for (const action of Object.keys(callsOf) as ClusterAction[]) {
      const said = body.actions.find((one) => one.action === action);
      for (const { operation, send } of callsOf[action]) {
        const answer = await undoing(() => send(scene));
        // An ALB or a worker may itself not be there, or not in a state for it.
        const isOfPart = ['enableALB', 'disableALB', 'updateClusterWorker', 'replaceWorker', 'removeClusterWorker', 'v2RemoveWorker'].includes(operation);
        if (isOfPart && (answer.status === 404 || said?.outcome === 'done')) continue;
        if (operation === 'v2DisablePrivateServiceEndpoint' || operation === 'detachClusterSubnetAlias') continue;
        expect([action, operation]).toEqual([action, said?.calls.map(({ operationId }) => operationId).find((one) => one === operation)]);
        const told = said?.refusal === null || said === undefined ? 'no refusal' : `${said.refusal.status} ${said.refusal.code}`;
        expect([operation, BY_STATE.includes(codeOf(answer)) ? `${answer.status} ${codeOf(answer)}` : 'no refusal']).toEqual([operation, told]);
      }
    }
  });

  test('deleted: it is not there', async () => {
    const { account, id } = await accountAfter([settled, remove, settled]);
    expect((await explain(emulator, account, id)).status).toBe(404);
  });

  test('a second delete is answered like the first, and has no effect (R125)', async () => {
    const { account, id } = await accountAfter([settled, remove]);
    const { body } = await explain(emulator, account, id);
    expect(body.actions[0]).toMatchObject({ action: 'delete', outcome: 'no effect', refusal: null, calls: [{ operationId: 'removeCluster', status: 204 }] });
    expect((await account.delete('/v1/clusters/shop')).status).toBe(204);
  });

  test('a free one has no network to change (R101)', async () => {
    const account = await emulator.account();
    await account.post('/v1/clusters', { name: 'gratis' });
    await account.advance('1h');
    const said = (await explain(emulator, account, 'gratis')).body.actions.find(({ action }) => action === 'change network');
    const answer = await account.put<ErrorBody>('/v1/alb/clusters/gratis/update');
    expect([said?.refusal?.status, said?.refusal?.code]).toEqual([answer.status, answer.body.code]);
    expect(said?.outcome).toBe('refused');
  });
});

describe('a worker', () => {
  const workerOf = async (account: TestAccount): Promise<string> =>
    (await account.get<{ id: string }[]>('/v1/clusters/shop/workers?showDeleted=true')).body[0]?.id ?? '';
  const on = (send: (account: TestAccount, id: string) => Promise<Answer>) => async (account: TestAccount) => send(account, await workerOf(account));
  const calls: Calls = {
    reboot: on((account, id) => account.put(`/v1/clusters/shop/workers/${id}`, { action: 'os_reboot' })),
    reload: on((account, id) => account.put(`/v1/clusters/shop/workers/${id}`, { action: 'reload' })),
    update: on((account, id) => account.put(`/v1/clusters/shop/workers/${id}`, { action: 'update' })),
    replace: on((account, id) => account.post('/v2/replaceWorker', { cluster: 'shop', workerID: id })),
    remove: on((account, id) => account.delete(`/v1/clusters/shop/workers/${id}`)),
  };
  const come = (state: string): Step => async (account) => waitFor(emulator, account, await workerOf(account), state);
  const failing = (fault: string): Step => (account) => arm(emulator, account, fault);
  const states: Readonly<Record<WorkerState, readonly Step[]>> = {
    provision_pending: [],
    provisioning: [come('provisioning')],
    provisioned: [come('provisioned')],
    deploying: [come('deploying')],
    deployed: [come('deployed')],
    normal: [come('normal')],
    reload_pending: [settled, (account) => calls['reload']?.(account) ?? account.settle()],
    reloading: [settled, (account) => calls['reload']?.(account) ?? account.settle(), come('reloading')],
    critical: [failing('worker-critical'), settled],
    provision_failed: [failing('provisioning-fails'), settled],
    deploy_failed: [failing('deployment-fails'), settled],
    reloading_failed: [settled, (account) => calls['reload']?.(account) ?? account.settle(), failing('reload-fails'), settled],
    deleting: [settled, (account) => calls['remove']?.(account) ?? account.settle()],
    deleted: [settled, (account) => calls['remove']?.(account) ?? account.settle(), settled],
  };

  test('has every state of the table', () => {
    expect(Object.keys(states).sort()).toEqual(Object.keys(workerLifecycle).sort());
  });

  test.each(Object.entries(states))('%s: every action is answered as explain says', async (state, steps) => {
    const { account } = await accountAfter(steps);
    await tryAll(account, await workerOf(account), state, calls);
  });

  test.each([
    ['of a cluster that is being deleted', [settled, (account: TestAccount) => account.delete('/v1/clusters/shop')], 'deleting'],
    ['of a cluster whose master is away', [settled, (account: TestAccount) => arm(emulator, account, 'master-unavailable')], 'normal'],
    ['of a cluster whose master is being updated', [settled, (account: TestAccount) => account.put('/v1/clusters/shop', { action: 'update', version: '1.35' })], 'normal'],
  ] as const)('%s: too', async (_, steps, state) => {
    const { account } = await accountAfter(steps);
    await tryAll(account, await workerOf(account), state, calls);
  });
});

describe('an ALB', () => {
  const albOf = async (account: TestAccount): Promise<string> =>
    (await account.get<{ alb: { albID: string; albType: string }[] }>('/v1/alb/clusters/shop')).body.alb.find(({ albType }) => albType === 'public')?.albID ?? '';
  const calls: Calls = {
    enable: async (account) => account.post('/v1/alb/albs', { albID: await albOf(account), enable: true }),
    disable: async (account) => account.delete(`/v1/alb/albs/${await albOf(account)}`),
    'change build': (account) => account.put('/v1/alb/clusters/shop/update'),
  };
  const disable: Step = (account) => calls['disable']?.(account) ?? account.settle();
  const enable: Step = (account) => calls['enable']?.(account) ?? account.settle();
  const states: Readonly<Record<AlbState, readonly Step[]>> = { deploying: [settled, disable, enable], healthy: [settled], disabled: [settled, disable] };

  test('has every state of the table', () => {
    expect(Object.keys(states).sort()).toEqual(Object.keys(albLifecycle).sort());
  });

  test.each(Object.entries(states))('%s: every action is answered as explain says, and has an effect or not as it says', async (state, steps) => {
    const { account } = await accountAfter(steps);
    const id = await albOf(account);
    await tryAll(account, id, state, calls);
    const before = (await account.get(`/v1/alb/albs/${id}`)).body;
    for (const { action, outcome } of (await explain(emulator, account, id)).body.actions) {
      await calls[action]?.(account);
      const after = (await account.get(`/v1/alb/albs/${id}`)).body;
      expect([action, outcome, JSON.stringify(after) === JSON.stringify(before)]).toEqual([action, outcome, outcome === 'no effect']);
      await emulator.call({ method: 'POST', url: `/_emulator/accounts/${account.id}/snapshots/before/restore` });
    }
  });
});

describe('an add-on', () => {
  const url = '/v1/clusters/shop/addons';
  const addons = [{ name: 'istio' }];
  const calls: Calls = {
    enable: (account) => account.patch(url, { addons, enable: true }),
    update: (account) => account.patch(url, { addons, update: true }),
    disable: (account) => account.patch(url, { addons, enable: false }),
  };
  const take = (action: string): Step => (account) => calls[action]?.(account) ?? account.settle();
  const states: Readonly<Record<Exclude<AddonState, 'disabled'>, readonly Step[]>> = {
    enabling: [settled, take('enable')],
    normal: [settled, take('enable'), settled],
    updating: [settled, take('enable'), settled, take('update')],
    disabling: [settled, take('enable'), settled, take('disable')],
  };

  test('has every state of the table', () => {
    expect([...Object.keys(states), 'disabled'].sort()).toEqual(Object.keys(addonLifecycle).sort());
  });

  test.each(Object.entries(states))('%s: every action is answered as explain says', async (state, steps) => {
    const { account } = await accountAfter(steps);
    await tryAll(account, 'istio', state, calls);
  });

  test('disabled: it is not there', async () => {
    const { account } = await accountAfter([...states.disabling, settled]);
    expect((await explain(emulator, account, 'istio')).status).toBe(404);
  });
});
