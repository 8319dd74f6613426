import { describe, expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import type { ClusterBody } from './bodies.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'getClusters', () => {
  test('200: an empty array where there is none', async () => {
    const account = await emulator.account();
    const list = await account.get('/v1/clusters');
    expect(list.status).toBe(200);
    expect(list.text).toBe('[]');
  });

  test('200: each item is what the single read answers, in every state (R109)', async () => {
    const account = await emulator.account();
    await account.createCluster({ name: 'normal' });
    await account.settle('all');
    await account.createCluster({ name: 'pending', dataCenter: 'fra02', masterVersion: '4.19_openshift' });
    await account.advance('6m');
    await account.createCluster({ name: 'young', dataCenter: 'sjc03' });
    const { body } = await account.get<ClusterBody[]>('/v1/clusters');
    expect(body.map(({ name, state }) => `${name} ${state}`)).toEqual(['normal normal', 'pending pending', 'young requested']);
    for (const item of body) expect(item).toEqual((await account.get(`/v1/clusters/${item.id}`)).body);
  });

  test('200: oldest first', async () => {
    const account = await emulator.account();
    for (const name of ['zebra', 'apple', 'mango']) {
      await account.createCluster({ name, workerNum: 1 });
      await account.advance('1s');
    }
    const { body } = await account.get<ClusterBody[]>('/v1/clusters');
    expect(body.map(({ name }) => name)).toEqual(['zebra', 'apple', 'mango']);
  });

  test('200: resources show on demand (R66)', async () => {
    const account = await emulator.account();
    await account.createCluster();
    await account.settle('all');
    const plain = await account.get<{ vlans: unknown[] }[]>('/v1/clusters');
    const shown = await account.get<{ vlans: unknown[] }[]>('/v1/clusters?showResources=true');
    expect(plain.body[0]?.vlans).toEqual([]);
    expect(shown.body[0]?.vlans).toHaveLength(2);
  });

  test('200: only the account\'s own', async () => {
    const [one, other] = [await emulator.account(), await emulator.account()];
    await one.createCluster();
    expect((await other.get('/v1/clusters')).body).toEqual([]);
  });

  describe('with a location', () => {
    const everywhere = async () => {
      const account = await emulator.account();
      for (const dataCenter of ['dal10', 'dal12', 'sjc03', 'fra02', 'par01']) {
        await account.createCluster({ name: `in-${dataCenter}`, dataCenter, workerNum: 1 });
        await account.advance('1s');
      }
      return account;
    };

    test('200: a zone, a metro, a region by either name; nothing where the word is unknown (R23)', async () => {
      const account = await everywhere();
      const expected: Readonly<Record<string, readonly string[]>> = {
        dal10: ['in-dal10'],
        dal13: [],
        dal: ['in-dal10', 'in-dal12'],
        sjc: ['in-sjc03'],
        'us-south': ['in-dal10', 'in-dal12', 'in-sjc03'],
        'eu-de': ['in-fra02', 'in-par01'],
        'eu-central': ['in-fra02', 'in-par01'],
        'jp-tok': [],
        nowhere: [],
        '': ['in-dal10', 'in-dal12', 'in-sjc03', 'in-fra02', 'in-par01'],
      };
      for (const [location, names] of Object.entries(expected)) {
        const { status, body } = await account.get<ClusterBody[]>(`/v1/clusters?location=${location}`);
        expect(status).toBe(200);
        expect({ location, names: body.map(({ name }) => name) }).toEqual({ location, names });
      }
    });
  });

  test('400: showResources is neither true nor false', async () => {
    const account = await emulator.account();
    await account.createCluster();
    const refused = await account.get('/v1/clusters?showResources=perhaps');
    expect(refused).toMatchObject({ status: 400, body: { code: 'E0021', description: 'The request is not valid: showResources must be one of: true, false.' } });
  });
});
