import { expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';

const emulator = await connectEmulator();

interface Location {
  readonly id: string;
  readonly kind: string;
  readonly supportsFree: boolean;
}

describeOperation(emulator, 'listLocations', () => {
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

  test('200: marks the metros in which free clusters may come to be (R101)', async () => {
    const account = await emulator.account();
    const { body } = await account.get<Location[]>('/v1/locations');
    expect(body.filter(({ supportsFree }) => supportsFree).map(({ id }) => id)).toEqual(['syd', 'fra', 'lon', 'dal', 'par', 'mil', 'ams', 'sjc', 'sao']);
  });
});
