import { z } from 'zod';
import { findFlavor } from '../../src/domains/catalog/flavors.js';
import { Flavor, FlavorResponse, MachineType } from '../../src/domains/catalog/flavor-schemas.js';
import { listLocations, listRegions } from '../../src/domains/catalog/locations.js';
import { FlavorsQuery, IKSLocation, Regions, Versions, ZoneResponse, ZonesQuery } from '../../src/domains/catalog/schemas.js';
import { listFlavors, listMachineTypes, listZones } from '../../src/domains/catalog/service.js';
import { toFlavor, toFlavorResponse, toLocation, toMachineType, toRegions, toVersions, toZoneResponse } from '../../src/domains/catalog/wire.js';
import { validatorCompiler } from '../../src/operations/validation.js';

const example = (schema: z.ZodType): unknown => (schema.meta()?.['examples'] as readonly unknown[] | undefined)?.[0];

function read(schema: z.ZodType, query: Readonly<Record<string, string>>): unknown {
  return validatorCompiler({ schema, httpPart: 'querystring', method: 'GET', url: '/' })(query);
}

describe('zones', () => {
  it('lists current zones of both infrastructures, without flavors unless asked', () => {
    const zones = listZones(undefined).map(({ zone, flavors }) => toZoneResponse(zone, flavors));
    expect(zones).toHaveLength(65);
    expect(zones.flatMap(({ flavors }) => flavors)).toEqual([]);
    expect(zones).toContainEqual(example(ZoneResponse));
    expect(zones.map(({ id }) => id)).not.toContain('mel01');
  });

  it('lists those of a place', () => {
    expect(listZones('dal10').map(({ zone }) => zone.id)).toEqual(['dal10']);
    expect(listZones('nowhere')).toEqual([]);
  });

  it('lists the flavors of each zone when asked', () => {
    const [dallas] = listZones('dal10', true).map(({ zone, flavors }) => toZoneResponse(zone, flavors));
    expect(z.array(FlavorResponse).parse(dallas?.flavors)).toHaveLength(32);
    expect(dallas?.flavors.find(({ id }) => id === 'b3c.4x16')).toMatchObject({
      cores: 4,
      memory: '16GB',
      primaryStorage: { Count: 1, Size: 25, DeviceType: 'SSD' },
      secondaryStorage: { Size: 100 },
      supported_isolation: ['public', 'private'],
    });
  });

  it.each([
    ['TRUE', true],
    ['false', false],
    ['', undefined],
  ])('reads showFlavors=%s as %p', (text, flag) => {
    expect(read(ZonesQuery, { showFlavors: text })).toEqual({ value: flag === undefined ? {} : { showFlavors: flag } });
  });

  it('refuses another word, naming what is allowed, and documents a boolean', () => {
    expect(read(ZonesQuery, { showFlavors: 'yes' })).toMatchObject({
      error: { key: 'invalidRequest', message: 'The request is not valid: showFlavors must be one of: true, false.' },
    });
    expect(z.toJSONSchema(ZonesQuery, { io: 'input' }).properties?.['showFlavors']).toMatchObject({ type: 'boolean' });
  });
});

describe('flavors of a zone', () => {
  it('shows texts only, in v1 under the plain name', () => {
    expect(listMachineTypes('dal10').map(toMachineType)).toContainEqual(example(MachineType));
  });

  it('shows classic names with the suffix in v2 (R88), VPC ones without', () => {
    expect(listFlavors('dal10', undefined).map(toFlavor)).toContainEqual(example(Flavor));
    expect(listFlavors('us-south-1', 'vpc-gen2').map(toFlavor)).toContainEqual(
      expect.objectContaining({ name: 'bx2.4x16', provider: 'vpc-gen2', secondaryStorage: '', secondaryStorageEncrypted: false }),
    );
  });

  it('shows the image of a machine that cannot run the default version', () => {
    expect(listMachineTypes('dal10').map(toMachineType)).toContainEqual(
      expect.objectContaining({ name: 'me4c.4x32', os: 'UBUNTU_20_64', serverType: 'physical' }),
    );
  });

  it('shows GPUs', () => {
    const flavor = findFlavor('mg4c.32x384.2xp100')?.flavor;
    expect(flavor && toMachineType(flavor)).toMatchObject({ gpus: '2xP100' });
    expect(flavor && toFlavorResponse(flavor)).toMatchObject({ gpus: [{ Count: 2, Type: 'P100' }] });
  });

  it('is refused where there is no such zone', () => {
    const notFound = (zone: string) => expect.objectContaining({ key: 'zoneNotFound', message: expect.stringContaining(zone) as string }) as Error;
    expect(() => listMachineTypes('us-south-1')).toThrow(notFound('us-south-1'));
    expect(() => listMachineTypes('mel01')).toThrow(notFound('mel01'));
    expect(() => listFlavors('dal99', undefined)).toThrow(notFound('dal99'));
    expect(() => listFlavors('us-south-1', 'classic')).toThrow(notFound('us-south-1'));
  });

  it('needs a zone, and names the providers there are', () => {
    expect(read(FlavorsQuery, {})).toMatchObject({ error: { key: 'missingFields', message: expect.stringContaining('zone') as string } });
    expect(read(FlavorsQuery, { zone: 'dal10', provider: 'softlayer' })).toMatchObject({
      error: { key: 'invalidRequest', message: expect.stringContaining('classic, vpc-classic, vpc-gen2, satellite') as string },
    });
    expect(read(FlavorsQuery, { zone: 'dal10', provider: '' })).toEqual({ value: { zone: 'dal10' } });
  });
});

describe('locations (R22)', () => {
  const locations = listLocations().map(toLocation);
  const find = (id: string) => locations.find((location) => location.id === id);

  it('lists each place once, from data centres to continents', () => {
    expect(new Set(locations.map(({ id }) => id)).size).toBe(locations.length);
    expect(new Set(locations.map(({ kind }) => kind))).toEqual(new Set(['dc', 'zone', 'metro', 'country', 'geo']));
    expect(z.array(IKSLocation).parse(locations)).toEqual(locations);
  });

  it('describes places of every size', () => {
    expect(find('dal10')).toEqual(example(IKSLocation));
    expect(find('us-south-1')).toMatchObject({ display_name: 'Dallas 1', kind: 'zone', multizone_metro: 'dal' });
    expect(find('sjc03')).toMatchObject({ display_name: 'San Jose 03', metro: 'sjc', multizone_metro: '' });
    expect(find('dal')).toMatchObject({ display_name: 'Dallas', kind: 'metro', country: 'us', supportsFree: true });
    expect(find('de')).toMatchObject({ display_name: 'Germany', kind: 'country', metro: '', geography: 'eu' });
    expect(find('na')).toMatchObject({ display_name: 'North America', kind: 'geo', country: '', geography: 'na' });
  });

  it('leaves out places without a current zone', () => {
    expect(['hkg02', 'hkg', 'hk', 'kr', 'mel'].map(find)).toEqual(Array(5).fill(undefined));
  });

  it('marks the metros of free clusters (R101)', () => {
    expect(locations.filter(({ supportsFree }) => supportsFree).map(({ id }) => id)).toEqual(['syd', 'fra', 'lon', 'dal']);
  });
});

describe('regions (R23)', () => {
  const { regions } = Regions.parse(toRegions(listRegions()));

  it('have the old name and the modern one as alias', () => {
    expect(regions).toContainEqual({ name: 'eu-central', alias: 'eu-de', cfURL: '', freeEnabled: true, satellite: false });
    expect(regions).toHaveLength(11);
  });

  it('offer free clusters in four of them (R101)', () => {
    const free = regions.filter(({ freeEnabled }) => freeEnabled).map(({ name }) => name);
    expect(free.sort()).toEqual(['ap-south', 'eu-central', 'uk-south', 'us-south']);
  });
});

describe('versions (R172)', () => {
  const versions = Versions.parse(toVersions());

  it('are keyed by platform, oldest first, with one default each', () => {
    expect(versions.kubernetes.map(({ minor }) => minor)).toEqual([33, 34, 35, 36]);
    expect(versions.openshift.map(({ major, minor }) => `${major}.${minor}`)).toEqual(['4.14', '4.15', '4.16', '4.17', '4.18', '4.19']);
    expect(versions.kubernetes.filter((version) => version.default)).toEqual([
      { major: 1, minor: 36, patch: 3, default: true, end_of_service: '2027-08-01' },
    ]);
    expect(versions.openshift.filter((version) => version.default)).toHaveLength(1);
  });
});
