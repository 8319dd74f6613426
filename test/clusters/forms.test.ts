import { describe, expect, test } from '@jest/globals';
import { connectEmulator } from '../support/emulator.js';

const emulator = await connectEmulator();

interface Vlan {
  readonly id: string;
  readonly type: string;
  readonly properties: { readonly name: string; readonly vlan_number: string; readonly primary_router: string };
}

describe('what rules say of form alone', () => {
  test('a create takes every header that v1 callers send, filled or empty (R94)', async () => {
    const account = await emulator.account();
    const body = { name: 'shop', dataCenter: 'dal10', machineType: 'b3c.4x16' };
    const empty = { 'x-auth-resource-group': '', 'x-auth-resource-account': '', 'x-auth-resource-org': '', 'x-auth-resource-space': '', 'x-region': '' };
    const filled = {
      'x-auth-refresh-token': 'a-refresh-token',
      'x-auth-resource-account': account.id,
      'x-region': 'us-south',
      'x-auth-softlayer-username': 'someone',
      'x-auth-softlayer-apikey': 'a-key',
    };
    expect((await account.post('/v1/clusters', body, empty)).status).toBe(201);
    expect((await account.post('/v1/clusters', { ...body, name: 'shop-2' }, filled)).status).toBe(201);
  });

  test('a cluster begins in one zone and comes to others by zone add (R96)', async () => {
    const account = await emulator.account();
    await account.createCluster();
    await account.advance('25m');
    const before = await account.get<{ workerZones: string[] }>('/v1/clusters/shop');
    expect(before.body.workerZones).toEqual(['dal10']);
    expect((await account.post('/v1/clusters/shop/workerpools/default/zones', { id: 'dal12' })).status).toBe(201);
    const after = await account.get<{ workerZones: string[] }>('/v1/clusters/shop');
    expect(after.body.workerZones).toEqual(['dal10', 'dal12']);
  });

  test('a pod subnet for four workers does not keep a fifth away (R100)', async () => {
    const account = await emulator.account();
    await account.createCluster({ podSubnet: '172.30.0.0/23', workerNum: 4 });
    await account.advance('25m');
    const resized = await account.patch('/v1/clusters/shop/workerpools/default', { state: 'resizing', sizePerZone: 5 });
    expect(resized.status).toBe(202);
    expect((await account.get<unknown[]>('/v1/clusters/shop/workers')).body).toHaveLength(5);
  });

  test('states are the documented words from the first to the last (R120, R203)', async () => {
    const clusterStates = new Set<string>();
    const workerStates = new Set<string>();
    const account = await emulator.account();
    await account.createCluster({ workerNum: 1 });
    const look = async (): Promise<void> => {
      const { status, body } = await account.get<{ state: string }>('/v1/clusters/shop');
      if (status === 200) clusterStates.add(body.state);
      const workers = await account.get<{ state: string }[]>('/v1/clusters/shop/workers?showDeleted=true');
      if (workers.status === 200) for (const { state } of workers.body) workerStates.add(state);
    };
    await look();
    while ((await account.settle('next')).length > 0) await look();
    await account.delete('/v1/clusters/shop');
    await look();
    while ((await account.settle('next')).length > 0) await look();
    expect([...clusterStates]).toEqual(['requested', 'deploying', 'pending', 'normal', 'deleting']);
    expect([...workerStates]).toEqual([
      'provision_pending',
      'provisioning',
      'provisioned',
      'deploying',
      'deployed',
      'normal',
      'deleting',
      'deleted',
    ]);
  });

  test('worker ids are of the form of now, not of 2018 (R200, R201)', async () => {
    const account = await emulator.account();
    const id = await account.createCluster();
    const { body: workers } = await account.get<{ id: string }[]>('/v1/clusters/shop/workers');
    for (const worker of workers) {
      expect(worker.id).toMatch(new RegExp(`^kube-${id}-shop-default-[0-9a-f]{8}$`));
      expect(worker.id).not.toMatch(/-w\d+$/);
    }
  });

  test('the VLAN list has what the CLI prints, the name empty for VLANs made by the service (R15, R16)', async () => {
    const account = await emulator.account();
    await account.createCluster();
    const { body: vlans } = await account.get<Vlan[]>('/v1/datacenters/dal10/vlans');
    for (const { id, type, properties } of vlans) {
      expect(id).toMatch(/^\d{7}$/);
      expect(properties.name).toBe('');
      expect(properties.vlan_number).toMatch(/^\d{3,4}$/);
      expect(properties.primary_router).toMatch(type === 'public' ? /^fcr\d\da\.dal10$/ : /^bcr\d\da\.dal10$/);
    }
  });

  test('the public primary subnet is a /28 and the private one a /26 (R30, R31)', async () => {
    const account = await emulator.account();
    await account.createCluster();
    const { body } = await account.get<{ type: string; properties: { cidr: string } }[]>('/v1/subnets');
    expect(body.map(({ type, properties }) => [type, properties.cidr]).sort()).toEqual([
      ['private', '26'],
      ['public', '28'],
    ]);
  });
});
