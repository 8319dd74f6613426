import { describe, expect, test } from '@jest/globals';
import { connectEmulator } from '../support/emulator.js';
import { pairOf, vlansOf, workersOf } from './support.js';

const emulator = await connectEmulator();

describe('the first cluster of an account in a zone', () => {
  test('makes one public and one private VLAN there, behind matching routers (R1, R2)', async () => {
    const account = await emulator.account();
    expect(await vlansOf(account)).toEqual([]);
    await account.createCluster();
    const pair = await pairOf(account);
    expect(pair.private.properties.primary_router).toMatch(/^bcr\d\d[a-z]\.dal10$/);
    expect(pair.public.properties.primary_router).toBe(pair.private.properties.primary_router.replace('bcr', 'fcr'));
  });

  test('makes no VLAN in another zone (R1)', async () => {
    const account = await emulator.account();
    await account.createCluster({ dataCenter: 'dal10' });
    expect(await vlansOf(account, 'dal12')).toEqual([]);
  });

  test('makes a pair of its own in each zone (R1, R2)', async () => {
    const account = await emulator.account();
    const zones = ['dal10', 'dal12', 'par01', 'lon02', 'tok02', 'syd01'];
    const ids: string[] = [];
    for (const zone of zones) {
      await account.createCluster({ name: `in-${zone}`, dataCenter: zone });
      const pair = await pairOf(account, zone);
      expect(pair.private.properties.primary_router).toMatch(new RegExp(`^bcr\\d\\d[a-z]\\.${zone}$`));
      expect(pair.public.properties.primary_router).toBe(pair.private.properties.primary_router.replace('bcr', 'fcr'));
      ids.push(pair.private.id, pair.public.id);
    }
    expect(new Set(ids).size).toBe(12);
  });

  test('its workers are on the pair (R1, R33)', async () => {
    const account = await emulator.account();
    const cluster = await account.createCluster({ workerNum: 2 });
    const pair = await pairOf(account);
    const workers = await workersOf(account, cluster);
    expect(workers.map(({ privateVlan, publicVlan }) => [privateVlan, publicVlan])).toEqual([
      [pair.private.id, pair.public.id],
      [pair.private.id, pair.public.id],
    ]);
  });
});

test('later clusters of the zone reuse both VLANs (R3)', async () => {
  const account = await emulator.account();
  await account.createCluster({ name: 'first' });
  const before = await pairOf(account);
  const second = await account.createCluster({ name: 'second', workerNum: 1 });
  const after = await vlansOf(account);
  expect(after.map(({ id }) => id)).toEqual([before.private.id, before.public.id]);
  expect(await workersOf(account, second)).toMatchObject([{ privateVlan: before.private.id, publicVlan: before.public.id }]);
});

test('VLANs stay after the last cluster on them is deleted (R17)', async () => {
  const account = await emulator.account();
  const cluster = await account.createCluster();
  await account.settle();
  const before = await pairOf(account);
  await account.delete(`/v1/clusters/${cluster}`);
  await account.settle();
  expect((await account.get(`/v1/clusters/${cluster}`)).status).toBe(404);
  const after = await pairOf(account);
  expect([after.private.id, after.public.id]).toEqual([before.private.id, before.public.id]);
  await account.advance('8760h');
  expect(await vlansOf(account)).toHaveLength(2);
});
