import { describe, expect, test } from '@jest/globals';
import { startEmulator } from '../support/emulator.js';

const emulator = await startEmulator();

interface Zone {
  readonly id: string;
  readonly flavors: readonly { readonly id: string }[];
}

interface Location {
  readonly id: string;
  readonly kind: string;
  readonly supportsFree: boolean;
}

interface Region {
  readonly name: string;
  readonly freeEnabled: boolean;
}

describe('getZones', () => {
  test('200: current zones of both infrastructures, without flavors', async () => {
    const account = await emulator.account();
    const { status, body } = await account.get<Zone[]>('/v1/zones');
    expect(status).toBe(200);
    expect(body).toHaveLength(65);
    expect(body).toContainEqual({ id: 'dal10', name: 'dal10', metro: 'dal', flavors: [] });
    expect(body.flatMap(({ flavors }) => flavors)).toEqual([]);
    expect(body.map(({ id }) => id)).toEqual(expect.arrayContaining(['us-south-1']));
    expect(body.map(({ id }) => id)).not.toContain('mel01');
  });

  test.each([
    ['dal10', ['dal10']],
    ['nowhere', []],
  ])('200: those of a place: %s', async (place, ids) => {
    const account = await emulator.account();
    expect((await account.get<Zone[]>(`/v1/zones?location=${place}`)).body.map(({ id }) => id)).toEqual(ids);
  });

  test.each(['true', 'TRUE'])('200: with their flavors for showFlavors=%s', async (flag) => {
    const account = await emulator.account();
    const [dallas] = (await account.get<Zone[]>(`/v1/zones?location=dal10&showFlavors=${flag}`)).body;
    expect(dallas?.flavors).toHaveLength(32);
    expect(dallas?.flavors.find(({ id }) => id === 'b3c.4x16')).toMatchObject({
      cores: 4,
      memory: '16GB',
      primaryStorage: { Count: 1, Size: 25, DeviceType: 'SSD' },
      secondaryStorage: { Size: 100 },
      gpus: [],
      supported_isolation: ['public', 'private'],
    });
    expect(dallas?.flavors.find(({ id }) => id === 'mg4c.32x384.2xp100')).toMatchObject({ gpus: [{ Count: 2, Type: 'P100' }] });
  });

  test('400: another word for showFlavors, naming what is allowed', async () => {
    const account = await emulator.account();
    const refused = await account.get('/v1/zones?showFlavors=yes');
    expect(refused).toMatchObject({
      status: 400,
      body: { code: 'E0021', description: 'The request is not valid: showFlavors must be one of: true, false.' },
    });
    expect((await account.get<Zone[]>('/v1/zones?location=dal10&showFlavors=')).body).toMatchObject([{ flavors: [] }]);
  });
});

describe('listLocations', () => {
  test('200: each place once, from data centres to continents (R22)', async () => {
    const account = await emulator.account();
    const { status, body } = await account.get<Location[]>('/v1/locations');
    expect(status).toBe(200);
    expect(new Set(body.map(({ id }) => id)).size).toBe(body.length);
    expect(new Set(body.map(({ kind }) => kind))).toEqual(new Set(['dc', 'zone', 'metro', 'country', 'geo']));
  });

  test('200: describes places of every size (R22)', async () => {
    const account = await emulator.account();
    const { body } = await account.get<Location[]>('/v1/locations');
    const find = (id: string): Location | undefined => body.find((location) => location.id === id);
    expect(find('dal10')).toEqual({
      id: 'dal10',
      name: 'dal10',
      display_name: 'Dallas 10',
      kind: 'dc',
      metro: 'dal',
      multizone_metro: 'dal',
      country: 'us',
      geography: 'na',
      supportsFree: false,
    });
    expect(find('us-south-1')).toMatchObject({ display_name: 'Dallas 1', kind: 'zone', multizone_metro: 'dal' });
    expect(find('sjc03')).toMatchObject({ display_name: 'San Jose 03', metro: 'sjc', multizone_metro: '' });
    expect(find('dal')).toMatchObject({ display_name: 'Dallas', kind: 'metro', country: 'us', supportsFree: true });
    expect(find('de')).toMatchObject({ display_name: 'Germany', kind: 'country', metro: '', geography: 'eu' });
    expect(find('na')).toMatchObject({ display_name: 'North America', kind: 'geo', country: '', geography: 'na' });
    expect(['hkg02', 'hkg', 'hk', 'kr', 'mel'].map(find)).toEqual(Array(5).fill(undefined));
  });

  test('200: marks the metros of free clusters (R101)', async () => {
    const account = await emulator.account();
    const { body } = await account.get<Location[]>('/v1/locations');
    expect(body.filter(({ supportsFree }) => supportsFree).map(({ id }) => id)).toEqual(['syd', 'fra', 'lon', 'dal']);
  });
});

describe('getRegions', () => {
  test('200: the old name, and the modern one as alias; free clusters in four of them (R23, R101)', async () => {
    const account = await emulator.account();
    const { status, body } = await account.get<{ regions: Region[] }>('/v1/regions');
    expect(status).toBe(200);
    expect(body.regions).toHaveLength(11);
    expect(body.regions).toContainEqual({ name: 'eu-central', alias: 'eu-de', cfURL: '', freeEnabled: true, satellite: false });
    const free = body.regions.filter(({ freeEnabled }) => freeEnabled).map(({ name }) => name);
    expect(free.sort()).toEqual(['ap-south', 'eu-central', 'uk-south', 'us-south']);
  });
});
