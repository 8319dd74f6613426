import { describe, expect, test } from '@jest/globals';
import { type ClusterAction, clusterLifecycle } from '../../src/domains/clusters/lifecycle.js';
import type { ClusterState } from '../../src/generated/prisma/enums.js';
import { pairOf, subnetsOf } from '../networking/support.js';
import { connectEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import { type Document, operationsOf } from '../surface/document.js';
import { callsOf, type Scene } from './action-calls.js';
import type { ClusterBody, ErrorBody } from './bodies.js';

const emulator = await connectEmulator();

type Step = (account: TestAccount) => Promise<unknown>;

/** The cluster is ready, with two pools and a portable subnet beside what it was made with. */
const deployed: Step = async (account) => {
  await account.settle();
  for (const name of ['spare0', 'spare1']) {
    const zones = [{ id: 'dal10' }];
    await account.post('/v1/clusters/shop/workerpools', { name, machineType: 'b3c.4x16', sizePerZone: 1, zones });
  }
  await account.post(`/v1/clusters/shop/vlans/${(await pairOf(account)).private.id}`);
  await account.settle();
};

/** The private portable subnet that came last. */
async function newestSubnet(account: TestAccount, id: string): Promise<string> {
  const own = (await subnetsOf(account)).filter(({ type, properties }) => type === 'private' && properties.bound_cluster === id);
  return own.map((subnet) => subnet.id).sort().at(-1) ?? 'none';
}

/** How the cluster `shop` comes into each state, and what it then shows. */
const states: Readonly<Record<ClusterState, readonly [steps: readonly Step[], shown: Partial<ClusterBody>]>> = {
  requested: [[], { state: 'requested' }],
  deploying: [[(account) => account.advance('20s')], { state: 'deploying' }],
  deployed: [[deployed], { state: 'normal', masterStatus: 'Ready' }],
  updating: [
    [deployed, (account) => account.put('/v1/clusters/shop', { action: 'update', version: '1.35' })],
    { state: 'normal', masterStatus: 'Version update in progress' },
  ],
  refreshing: [[deployed, (account) => account.post('/v2/refreshMaster', { cluster: 'shop' })], { state: 'normal', masterStatus: 'Refresh in progress' }],
  unavailable: [
    [deployed, (account) => account.post(`/_emulator/accounts/${account.id}/faults`, { effect: { type: 'master-unavailable' } })],
    { state: 'critical', masterStatus: 'The master cannot be reached' },
  ],
  deleting: [[deployed, (account) => account.delete('/v1/clusters/shop')], { state: 'deleting' }],
  aborted: [[(account) => account.delete('/v1/clusters/shop')], { state: 'aborted' }],
  deleted: [[deployed, (account) => account.delete('/v1/clusters/shop'), (account) => account.settle()], {}],
};

const done = { requested: 'done', deploying: 'done', deployed: 'done', updating: 'done', refreshing: 'done', unavailable: 'E0023', deleting: 'E0023', aborted: 'E0023', deleted: 'G0004' } as const;
const beforeMaster = { requested: 'Ef9cc', deploying: 'Ef9cc' } as const;

/**
 * What becomes of each action in each state (R122, R124, R125, R135, R136). A second delete changes nothing, and
 * is answered like the first.
 */
const outcomes: Readonly<Record<ClusterAction, Readonly<Record<ClusterState, 'done' | 'ignored' | 'Ef9cc' | 'E0023' | 'G0004'>>>> = {
  'operate master': { ...done, ...beforeMaster, updating: 'E0023', refreshing: 'E0023' },
  'change workers': { ...done, ...beforeMaster },
  'restart workers by force': { ...done, ...beforeMaster, unavailable: 'done' },
  'change network': { ...done, ...beforeMaster },
  'use API server': { ...done, ...beforeMaster },
  configure: { ...done, unavailable: 'done' },
  delete: { ...done, unavailable: 'done', deleting: 'ignored', aborted: 'ignored' },
};

async function sceneIn(state: ClusterState): Promise<Scene> {
  const account = await emulator.account();
  await account.post(`/_emulator/accounts/${account.id}/clock/freeze`);
  const id = await account.createCluster({ masterVersion: '1.34', workerNum: 5 });
  const workers = (await account.get<readonly { id: string }[]>('/v1/clusters/shop/workers')).body.map((worker) => worker.id);
  const { private: privateVlan, public: publicVlan } = await pairOf(account);
  const [steps, shown] = states[state];
  for (const step of steps) await step(account);
  const cluster = await account.get('/v1/clusters/shop');
  expect([cluster.status, cluster.body]).toMatchObject(state === 'deleted' ? [404, {}] : [200, shown]);
  const pools = steps.includes(deployed) ? ['spare0', 'spare1'] : [];
  return { account, id, privateVlan: privateVlan.id, publicVlan: publicVlan.id, workers, pools, subnet: await newestSubnet(account, id) };
}

const scenesOfRefusals = new Map<ClusterState, Promise<Scene>>();

/** What is refused changes nothing, so that the next call which is refused finds everything as it was. */
function sceneOfRefusals(state: ClusterState): Promise<Scene> {
  const scene = scenesOfRefusals.get(state) ?? sceneIn(state);
  scenesOfRefusals.set(state, scene);
  return scene;
}

/** All that a refused call could have changed. */
const look = ({ account }: Scene) =>
  Promise.all(
    ['', '/workers?showDeleted=true', '/workerpools', '/subnets', '/usersubnets', '/webhooks', '/addons', '/apiserverconfigs/auditwebhook'].map(
      async (path) => ({ ...(await account.get<object>(`/v1/clusters/shop${path}`)).body, incidentID: '' }),
    ),
  );

/** An ALB is named by itself: it is not there before its cluster is ready, nor after it. */
const refusalOf = (operation: string, state: ClusterState, code: string): readonly [number, string] => {
  const isAlone = operation === 'enableALB' || operation === 'disableALB';
  if (isAlone && ['requested', 'deploying', 'aborted', 'deleted'].includes(state)) return [404, 'E0028'];
  return [code === 'G0004' ? 404 : 400, code];
};

const everyState = Object.keys(clusterLifecycle) as ClusterState[];
const everyAction = [...new Set(Object.values(clusterLifecycle).flatMap(({ actions }) => actions))].sort();

describe.each(everyState)('while the cluster is %s', (state) => {
  test.each(everyAction)('the calls that %s are done, or refused with the right code', async (action) => {
    const outcome = outcomes[action][state];
    const scene = await (outcome === 'done' ? sceneIn : sceneOfRefusals)(state);
    const before = await look(scene);
    for (const { operation, allowed, send } of callsOf[action]) {
      const { status, body } = await send(scene);
      const { code } = (body ?? {}) as Partial<ErrorBody>;
      if (outcome === 'done') {
        expect([operation, typeof allowed === 'number' ? status : code]).toEqual([operation, allowed]);
        if (action === 'operate master') await scene.account.settle();
      } else {
        expect([operation, status, code]).toEqual([operation, ...(outcome === 'ignored' ? [allowed, undefined] : refusalOf(operation, state, outcome))]);
        expect(await look(scene)).toEqual(before);
      }
    }
  });
});

test('every operation that can be refused for a state is among these calls', async () => {
  const { body } = await emulator.call({ method: 'GET', url: '/openapi.json' });
  const refusing = operationsOf(body as Document).filter(({ responses }) => JSON.stringify(responses).includes('E0023'));
  const called = Object.values(callsOf).flatMap((calls) => calls.map(({ operation }) => operation as string));
  expect(refusing.map(({ operationId }) => operationId).filter((id) => !called.includes(id))).toEqual([]);
  expect(everyAction).toEqual(Object.keys(callsOf).sort());
});
