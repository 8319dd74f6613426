import { describe, expect, test } from '@jest/globals';
import { connectEmulator } from '../support/emulator.js';
import type { ClusterBody, ErrorBody } from './bodies.js';

const emulator = await connectEmulator();

const inDallas = { dataCenter: 'dal10', machineType: 'b3c.4x16' };

describe('cluster names', () => {
  test.each([
    ['one letter', 'a'],
    ['a capital letter first', 'Shop'],
    ['digits after the first letter', 's123'],
    ['a hyphen, a period and an underscore', 'my-shop.dal_10'],
    ['punctuation at the end', 'shop-._'],
    ['35 characters', 'a2345678901234567890123456789012345'],
  ])('201: %s (R80)', async (_, name) => {
    const account = await emulator.account();
    const created = await account.post<{ id: string }>('/v1/clusters', { ...inDallas, name });
    expect(created.status).toBe(201);
    expect((await account.get(`/v1/clusters/${name}`)).body).toMatchObject({ id: created.body.id, name });
  });

  test.each([
    ['36 characters', 'a23456789012345678901234567890123456'],
    ['a leading digit', '1shop'],
    ['a leading hyphen', '-shop'],
    ['a leading underscore', '_shop'],
    ['a leading period', '.shop'],
    ['a blank', 'my shop'],
    ['a slash', 'my/shop'],
    ['a letter beyond ASCII', 'größe'],
    ['a line break at the end', 'shop\n'],
  ])('400: %s (R80)', async (_, name) => {
    const account = await emulator.account();
    const refused = await account.post<ErrorBody>('/v1/clusters', { ...inDallas, name });
    expect(refused.status).toBe(400);
    expect(refused.body.description).toMatch(/name must begin with a letter.*35 characters at most/);
    expect((await account.get('/v1/clusters')).body).toEqual([]);
  });

  test('409 E0007: the name is taken in the region, also from another zone of it (R81)', async () => {
    const account = await emulator.account();
    const id = await account.createCluster({ name: 'shop', dataCenter: 'dal10' });
    for (const dataCenter of ['dal10', 'dal12', 'sjc03']) {
      const refused = await account.post<ErrorBody>('/v1/clusters', { ...inDallas, name: 'shop', dataCenter });
      expect(refused.status).toBe(409);
      expect(refused.body).toMatchObject({ code: 'E0007', type: 'Provisioning' });
      expect(refused.body.description).toContain("'shop'");
    }
    const clusters = await account.get<ClusterBody[]>('/v1/clusters');
    expect(clusters.body.map((cluster) => cluster.id)).toEqual([id]);
    expect((await account.get('/v1/datacenters/dal12/vlans')).body).toEqual([]);
  });

  test('names differ by case', async () => {
    const account = await emulator.account();
    await account.createCluster({ name: 'shop' });
    expect((await account.post('/v1/clusters', { ...inDallas, name: 'Shop' })).status).toBe(201);
  });

  test('a name of another account is free', async () => {
    const [one, other] = [await emulator.account(), await emulator.account()];
    const id = await one.createCluster({ name: 'shop' });
    expect(await other.createCluster({ name: 'shop' })).not.toBe(id);
  });

  describe('one name in two regions (R81)', () => {
    const inBoth = async () => {
      const account = await emulator.account();
      const frankfurt = await account.createCluster({ name: 'shop', dataCenter: 'fra02' });
      await account.advance('1s');
      const dallas = await account.createCluster({ name: 'shop', dataCenter: 'dal10' });
      const idOf = async (headers?: Record<string, string>): Promise<string> =>
        (await account.get<ClusterBody>('/v1/clusters/shop', headers)).body.id;
      return { account, frankfurt, dallas, idOf };
    };

    test('both exist', async () => {
      const { account, frankfurt, dallas } = await inBoth();
      const clusters = await account.get<ClusterBody[]>('/v1/clusters');
      expect(clusters.body.map(({ id, region }) => [id, region])).toEqual([
        [frankfurt, 'eu-de'],
        [dallas, 'us-south'],
      ]);
    });

    test('without X-Region, and with an empty one, the name means the oldest', async () => {
      const { frankfurt, idOf } = await inBoth();
      expect(await idOf()).toBe(frankfurt);
      expect(await idOf({ 'X-Region': '' })).toBe(frankfurt);
    });

    test('X-Region: us-south means the one in Dallas', async () => {
      const { dallas, idOf } = await inBoth();
      expect(await idOf({ 'X-Region': 'us-south' })).toBe(dallas);
    });

    test.each(['eu-de', 'eu-central'])('X-Region: %s means the one in Frankfurt, in old words as in new ones (R23)', async (word) => {
      const account = await emulator.account();
      await account.createCluster({ name: 'shop', dataCenter: 'dal10' });
      await account.advance('1s');
      const frankfurt = await account.createCluster({ name: 'shop', dataCenter: 'fra02' });
      const headers = { 'X-Region': word };
      expect((await account.get('/v1/clusters/shop', headers)).body).toMatchObject({ id: frankfurt });
      expect((await account.get('/v2/getCluster?cluster=shop', headers)).body).toMatchObject({ id: frankfurt });
      expect((await account.get('/v2/classic/getCluster?cluster=shop', headers)).body).toMatchObject([{ id: frankfurt }]);
      expect((await account.get('/v1/clusters/shop/workers', headers)).body).toMatchObject([{ location: 'fra02' }, { location: 'fra02' }]);
      expect((await account.get('/v1/clusters/shop/workerpools', headers)).body).toMatchObject([{ region: 'eu-de' }]);
    });

    test('X-Region never hides a cluster: an id counts everywhere, and a name that only another region has', async () => {
      const { account, dallas, frankfurt, idOf } = await inBoth();
      const byId = await account.get(`/v1/clusters/${dallas}`, { 'X-Region': 'eu-de' });
      expect(byId.body).toMatchObject({ id: dallas });
      expect(await idOf({ 'X-Region': 'jp-tok' })).toBe(frankfurt);
    });

    test('removeCluster deletes the one that X-Region tells', async () => {
      const { account, dallas, frankfurt } = await inBoth();
      await account.delete('/v1/clusters/shop', { 'X-Region': 'us-south' });
      expect((await account.get(`/v1/clusters/${dallas}`)).body).toMatchObject({ state: 'aborted' });
      expect((await account.get(`/v1/clusters/${frankfurt}`)).body).toMatchObject({ state: 'requested' });
    });
  });

  test('a name is free again once the deleted cluster is gone, and not before (R82)', async () => {
    const account = await emulator.account();
    const first = await account.createCluster({ name: 'shop' });
    await account.settle('all');
    await account.delete('/v1/clusters/shop');
    expect((await account.post('/v1/clusters', { ...inDallas, name: 'shop' })).status).toBe(409);

    await account.settle('all');
    const second = await account.createCluster({ name: 'shop' });
    expect(second).not.toBe(first);
    await account.settle('all');
    expect((await account.get('/v1/clusters/shop')).body).toMatchObject({ id: second, state: 'normal' });
  });
});
