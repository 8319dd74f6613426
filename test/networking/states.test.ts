import { describe, expect, test } from '@jest/globals';
import { create, disable, enable } from '../albs/support.js';
import type { Answer } from '../support/contract.js';
import { connectEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import { addSubnet, addUserSubnet, createSubnet, detachSubnet, type ErrorBody, freeSubnet, readyCluster, slowDown, userSubnetsOf } from './requests.js';
import { clusterOf } from './support.js';

const emulator = await connectEmulator();

interface Scene {
  readonly account: TestAccount;
  readonly cluster: string;
  readonly privateVlan: string;
  /** Unbound, on the private VLAN. */
  readonly subnet: string;
}

type Call = (scene: Scene) => Promise<Answer<ErrorBody>>;

/** Every operation that changes the network of a cluster, in an order in which each succeeds once. */
const ofCluster: readonly (readonly [name: string, status: number, call: Call])[] = [
  ['addClusterSubnet', 204, ({ account, cluster, subnet }) => addSubnet(account, cluster, subnet)],
  ['detachClusterSubnet', 204, ({ account, cluster, subnet }) => detachSubnet(account, cluster, subnet)],
  ['createClusterSubnet', 204, ({ account, cluster, privateVlan }) => createSubnet(account, cluster, privateVlan)],
  ['addClusterUserSubnet', 204, ({ account, cluster, privateVlan }) => addUserSubnet(account, cluster, { cidr: '10.91.40.0/24', vlan_id: privateVlan })],
  [
    'removeClusterUserSubnet',
    204,
    async ({ account, cluster, privateVlan }) => {
      const id = (await userSubnetsOf(account, cluster))[0]?.subnets[0]?.id ?? '7000000';
      return account.delete<ErrorBody>(`/v1/clusters/${cluster}/usersubnets/${id}/vlans/${privateVlan}`);
    },
  ],
  ['createALB', 201, ({ account, cluster, privateVlan }) => create(account, cluster, { type: 'private', vlanID: privateVlan })],
  ['updateALBs', 200, ({ account, cluster }) => account.put<ErrorBody>(`/v1/alb/clusters/${cluster}/update`)],
];

/** What needs an ALB, which only a cluster that was deployed has. */
const ofAlb: typeof ofCluster = [
  ['enableALB', 201, ({ account, cluster }) => enable(account, `private-cr${cluster}-alb1`)],
  ['disableALB', 204, ({ account, cluster }) => disable(account, `private-cr${cluster}-alb1`)],
];

/** A cluster in dal10 whose master is not deployed, beside a ready one. */
async function youngCluster(age: string): Promise<Scene> {
  const { account, cluster: ready, privateVlan } = await readyCluster(emulator);
  const subnet = await freeSubnet(account, ready, privateVlan);
  await slowDown(emulator, account);
  const cluster = await account.createCluster({ name: 'young' });
  await account.advance(age);
  return { account, cluster, privateVlan, subnet };
}

async function deployedCluster(request: Readonly<Record<string, unknown>> = {}): Promise<Scene> {
  const { account, cluster, privateVlan } = await readyCluster(emulator, request);
  const subnet = await freeSubnet(account, cluster, privateVlan);
  await slowDown(emulator, account);
  return { account, cluster, privateVlan, subnet };
}

async function refused({ account, ...scene }: Scene, calls: typeof ofCluster, code: string): Promise<void> {
  for (const [name, , call] of calls) {
    const { status, body } = await call({ account, ...scene });
    expect([name, status, body.code]).toEqual([name, 400, code]);
  }
}

async function accepted(scene: Scene): Promise<void> {
  for (const [name, status, call] of [...ofCluster, ...ofAlb]) {
    const answer = await call(scene);
    expect([name, answer.status, answer.text]).toEqual([name, status, expect.anything()]);
  }
}

describe('what changes subnets and ALBs is refused', () => {
  test.each([
    ['requested', '1s'],
    ['deploying', '1m'],
  ])('while the cluster is %s: its master is not deployed (Ef9cc)', async (state, age) => {
    const scene = await youngCluster(age);
    expect((await clusterOf(scene.account, scene.cluster)).state).toBe(state);
    await refused(scene, ofCluster, 'Ef9cc');
  });

  test('while it is aborted (R122)', async () => {
    const scene = await youngCluster('1s');
    await scene.account.delete(`/v1/clusters/${scene.cluster}`);
    expect((await clusterOf(scene.account, scene.cluster)).state).toBe('aborted');
    await refused(scene, ofCluster, 'E0023');
  });

  test('while it is deleting (R125)', async () => {
    const scene = await deployedCluster();
    await scene.account.delete(`/v1/clusters/${scene.cluster}`);
    expect((await clusterOf(scene.account, scene.cluster)).state).toBe('deleting');
    await refused(scene, [...ofCluster, ...ofAlb], 'E0023');
  });
});

describe('it is possible', () => {
  test('while the cluster is deployed', async () => {
    await accepted(await deployedCluster());
  });

  test('while its master is refreshing (R136)', async () => {
    const scene = await deployedCluster();
    expect((await scene.account.put(`/v1/clusters/${scene.cluster}/masters`, { action: 'refresh' })).status).toBe(204);
    expect(await clusterOf(scene.account, scene.cluster)).toMatchObject({ masterStatus: 'Refresh in progress' });
    await accepted(scene);
  });

  test('while its master is updating (R136)', async () => {
    const scene = await deployedCluster({ masterVersion: '1.35' });
    expect((await scene.account.put(`/v1/clusters/${scene.cluster}`, { action: 'update', force: true, version: '1.36' })).status).toBe(204);
    expect(await clusterOf(scene.account, scene.cluster)).toMatchObject({ masterStatus: 'Version update in progress' });
    await accepted(scene);
  });
});

test('a free cluster has neither subnets nor ALBs to change (R101)', async () => {
  const { account, privateVlan } = await readyCluster(emulator);
  const { id } = (await account.post<{ id: string }>('/v1/clusters', { name: 'gratis' })).body;
  await account.advance('1h');
  for (const [name, , call] of ofCluster) {
    const answer = await call({ account, cluster: id, privateVlan, subnet: '7000000' });
    expect([name, answer.status, answer.body.description]).toEqual([name, 400, expect.stringContaining('free cluster')]);
  }
  expect((await account.get<{ alb: unknown[] }>(`/v1/alb/clusters/${id}`)).body).toMatchObject({ isPaid: false, alb: [] });
});
