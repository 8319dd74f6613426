import { describe, expect, test } from '@jest/globals';
import { clusterOf, type Vlan, vlansOf } from '../networking/support.js';
import type { Answer } from '../support/contract.js';
import { connectEmulator } from '../support/emulator.js';
import type { ErrorBody } from './support.js';

const emulator = await connectEmulator();

const order = (account: { readonly id: string }, body: unknown) =>
  emulator.call({ method: 'POST', url: `/_emulator/accounts/${account.id}/vlans`, body }) as Promise<Answer<Vlan & ErrorBody>>;

describe('orderVlan', () => {
  test('201: the VLAN as it is listed from then on (R13, R14)', async () => {
    const account = await emulator.account();
    const ordered = await order(account, { zone: 'dal10', type: 'private', router: '02a' });
    expect(ordered.status).toBe(201);
    expect(ordered.body).toEqual({
      id: expect.stringMatching(/^\d{7}$/),
      type: 'private',
      properties: {
        name: '',
        note: '',
        primary_router: 'bcr02a.dal10',
        vlan_number: expect.stringMatching(/^\d{3,4}$/),
        vlan_type: 'standard',
        location: 'dal10',
        local_disk_storage_capability: 'true',
        san_storage_capability: 'true',
        subnet_count: 0,
      },
    });
    expect(await vlansOf(account)).toEqual([ordered.body]);
  });

  test.each([
    ['private', '02a', 'bcr02a.dal10'],
    ['private', '02a.dal10', 'bcr02a.dal10'],
    ['private', 'bcr02a.dal10', 'bcr02a.dal10'],
    ['public', 'fcr113b', 'fcr113b.dal10'],
    ['public', '02a', 'fcr02a.dal10'],
  ])('201: %s behind %s is behind %s (R2)', async (type, router, shown) => {
    const account = await emulator.account();
    expect((await order(account, { zone: 'dal10', type, router })).body.properties.primary_router).toBe(shown);
  });

  test('201: without a router, one that the account has nothing behind in the zone', async () => {
    const account = await emulator.account();
    await order(account, { zone: 'dal10', type: 'private', router: '02a' });
    const routers: string[] = [];
    for (const type of ['private', 'public', 'private']) {
      routers.push((await order(account, { zone: 'dal10', type })).body.properties.primary_router);
    }
    expect(routers).toEqual(['bcr01a.dal10', 'fcr03a.dal10', 'bcr04a.dal10']);
    expect((await order(account, { zone: 'dal12', type: 'public', router: '' })).body.properties.primary_router).toBe('fcr01a.dal12');
  });

  test('201: several behind one router, which clusters can name (R3, R6)', async () => {
    const account = await emulator.account({ speed: 'instant' });
    const [inner, outer] = [
      (await order(account, { zone: 'dal10', type: 'private', router: '05a' })).body.id,
      (await order(account, { zone: 'dal10', type: 'public', router: '05a' })).body.id,
    ];
    expect((await order(account, { zone: 'dal10', type: 'public', router: '05a' })).status).toBe(201);
    const cluster = await account.createCluster({ privateVlan: inner, publicVlan: outer });
    expect(await clusterOf(account, cluster)).toMatchObject({ state: 'normal' });
    expect(await vlansOf(account)).toHaveLength(3);
  });

  test('201: an ordered VLAN behind another router is refused beside the wrong partner (R5)', async () => {
    const account = await emulator.account();
    const inner = (await order(account, { zone: 'dal10', type: 'private', router: '05a' })).body.id;
    const outer = (await order(account, { zone: 'dal10', type: 'public', router: '06a' })).body.id;
    const refused = await account.post('/v1/clusters', {
      name: 'shop',
      dataCenter: 'dal10',
      machineType: 'b3c.4x16',
      privateVlan: inner,
      publicVlan: outer,
    });
    expect(refused.status).toBe(400);
  });

  test.each([
    ['zone', { zone: 'atlantis' }],
    ['zone', { zone: 'us-south-1' }],
    ['type', { type: 'both' }],
    ['router', { router: 'fcr02a.dal10' }],
    ['router', { router: '02a.dal12' }],
    ['router', { router: '2a' }],
    ['router', { router: 'router' }],
  ])('400: %s, as in %j, and nothing is made', async (field, change) => {
    const account = await emulator.account();
    const refused = await order(account, { zone: 'dal10', type: 'private', ...change });
    expect(refused.status).toBe(400);
    expect(refused.body.description).toContain(field);
    expect(await vlansOf(account)).toEqual([]);
  });

  test('400: without zone and type', async () => {
    const account = await emulator.account();
    expect(await order(account, {})).toMatchObject({ status: 400, body: { code: 'E0020', description: 'Required fields are missing: zone, type.' } });
  });

  test('404: an unknown account', async () => {
    expect(await order({ id: 'nobody-at-all' }, { zone: 'dal10', type: 'private' })).toMatchObject({ status: 404, body: { code: 'X0404' } });
  });

  test('201: many at the same time have ids and routers of their own', async () => {
    const account = await emulator.account();
    const ordered = await Promise.all(Array.from({ length: 6 }, () => order(account, { zone: 'dal10', type: 'private' })));
    expect(new Set(ordered.map(({ body }) => body.id)).size).toBe(6);
    expect(ordered.map(({ body }) => body.properties.primary_router).sort()).toEqual(
      [1, 2, 3, 4, 5, 6].map((number) => `bcr0${number}a.dal10`),
    );
  });
});
