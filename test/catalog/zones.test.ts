import { classicZones, vpcZones } from '../../src/domains/catalog/data/zones.js';
import {
  classicRegions,
  classicZoneIds,
  currentZones,
  findClassicZone,
  findZone,
  freeZonesIn,
  hostRegionOf,
  modernRegion,
  regionOfZone,
  requireClassicRegion,
  zonesMatching,
} from '../../src/domains/catalog/zones.js';

const ids = [...classicZones, ...vpcZones].map(({ id }) => id);

describe('the table of zones', () => {
  it('knows 35 data centres and 33 VPC zones, each id once', () => {
    expect(classicZones).toHaveLength(35);
    expect(vpcZones).toHaveLength(33);
    expect(new Set(ids).size).toBe(68);
  });

  it('has 24 data centres of 2018', () => {
    expect(classicZones.filter(({ era }) => era !== 'now')).toHaveLength(24);
  });

  it.each(vpcZones)('puts the VPC zone $id into the region of its name', ({ id, region }) => {
    expect(id.replace(/-\d$/, '')).toBe(region);
  });

  it.each(classicZones)('puts the data centre $id into the metro of its name', ({ id, metro }) => {
    expect(id).toMatch(new RegExp(`^${metro}\\d\\d$`));
  });
});

describe('findClassicZone', () => {
  it('finds a data centre with its metro and region', () => {
    expect(findClassicZone('fra02')).toEqual({
      id: 'fra02',
      provider: 'classic',
      metro: 'fra',
      metroName: 'Frankfurt',
      country: 'de',
      geography: 'eu',
      region: 'eu-de',
      legacyRegion: 'eu-central',
      multizone: true,
      retired: false,
    });
  });

  it('finds exactly the 32 current data centres', () => {
    expect(classicZoneIds()).toHaveLength(32);
    expect(ids.filter((id) => findClassicZone(id) !== undefined)).toEqual(classicZoneIds());
  });

  it.each(['hkg02', 'seo01', 'mel01', 'us-south-1', 'dal', 'DAL10', 'dal99', '', 'constructor'])('does not find %p', (id) => {
    expect(findClassicZone(id)).toBeUndefined();
  });

  it('knows that a zone may be managed from another country (sao01 from us-south)', () => {
    expect(findClassicZone('sao01')).toMatchObject({ country: 'br', geography: 'sa', region: 'us-south', multizone: false });
  });

  it.each(classicZones)('agrees with the rest of its metro on region and span: $id (R189)', ({ metro, region, multizone }) => {
    for (const other of classicZones.filter((zone) => zone.metro === metro)) expect(other).toMatchObject({ region, multizone });
  });
});

describe('findZone', () => {
  it('finds VPC zones too, and no retired one', () => {
    expect(findZone('us-south-1')).toMatchObject({ provider: 'vpc-gen2', metro: 'dal' });
    expect(findZone('mel01')).toBeUndefined();
    expect(currentZones).toHaveLength(65);
  });
});

describe('modernRegion (R23)', () => {
  it.each([
    ['us-south', 'us-south'],
    ['us-east', 'us-east'],
    ['eu-central', 'eu-de'],
    ['uk-south', 'eu-gb'],
    ['ap-north', 'jp-tok'],
    ['ap-south', 'au-syd'],
    ['eu-de', 'eu-de'],
    ['jp-osa', 'jp-osa'],
    ['EU-Central', 'eu-de'],
  ])('reads %s as %s', (name, modern) => {
    expect(modernRegion(name)).toBe(modern);
  });

  it('reads both names of every zone the same', () => {
    for (const { region, legacyRegion } of currentZones) {
      expect(modernRegion(region)).toBe(region);
      expect(modernRegion(legacyRegion)).toBe(region);
    }
  });

  it.each(['', 'us-west', 'dal', 'constructor'])('does not know %p', (name) => {
    expect(modernRegion(name)).toBeUndefined();
  });
});

describe('zonesMatching', () => {
  it.each([
    ['dal10', ['dal10']],
    ['dal', ['dal10', 'dal12', 'dal13', 'us-south-1', 'us-south-2', 'us-south-3']],
    ['DAL10', ['dal10']],
    ['tor', ['tor01', 'ca-tor-1', 'ca-tor-2', 'ca-tor-3']],
    ['uk-south', ['lon02', 'lon04', 'lon05', 'lon06', 'eu-gb-1', 'eu-gb-2', 'eu-gb-3']],
    ['es', ['eu-es-1', 'eu-es-2', 'eu-es-3']],
    ['sa', ['sao01', 'br-sao-1', 'br-sao-2', 'br-sao-3']],
    ['mel', []],
    ['nowhere', []],
  ])('takes %s for %j', (place, zones) => {
    expect(zonesMatching(place)).toEqual(zones);
  });

  it('gives the same zones for both names of a region', () => {
    expect(zonesMatching('eu-central')).toEqual(zonesMatching('eu-de'));
  });
});

describe('what host names and answers say of a zone', () => {
  it('is the modern region, of a retired data centre too', () => {
    expect(regionOfZone('fra02')).toBe('eu-de');
    expect(regionOfZone('mel01')).toBe('au-syd');
  });

  it('is the data centre in the host names of one that stands alone (R139)', () => {
    expect(hostRegionOf('dal10')).toBe('us-south');
    expect(hostRegionOf('sjc03')).toBe('sjc03');
  });

  it('is nothing for a zone that never was', () => {
    expect(() => regionOfZone('dal99')).toThrow('dal99');
    expect(() => hostRegionOf('dal99')).toThrow('dal99');
  });
});

describe('classicRegions', () => {
  it('are seven, each once', () => {
    expect(classicRegions()).toEqual(['au-syd', 'jp-osa', 'jp-tok', 'eu-de', 'eu-gb', 'us-south', 'us-east']);
  });
});

describe('requireClassicRegion', () => {
  it.each([
    ['us-south', 'us-south'],
    ['US-South', 'us-south'],
    ['uk-south', 'eu-gb'],
  ])('takes %s for %s', (header, region) => {
    expect(requireClassicRegion(header)).toBe(region);
  });

  it.each([['mars'], ['br-sao'], ['']])('refuses %p, with what is possible', (header) => {
    expect(() => requireClassicRegion(header)).toThrow('the header X-Region must be one of: au-syd, jp-osa, jp-tok, eu-de, eu-gb, us-south, us-east.');
  });
});

describe('freeZonesIn (R101)', () => {
  const idsIn = (region?: string): readonly string[] => freeZonesIn(region).map(({ id }) => id);

  it('are the data centres of four regions', () => {
    expect(new Set(freeZonesIn(undefined).map(({ region }) => region))).toEqual(new Set(['au-syd', 'eu-de', 'eu-gb', 'us-south']));
    expect(idsIn().filter((id) => findClassicZone(id) === undefined)).toEqual([]);
    expect(idsIn()).toHaveLength(19);
  });

  it('are those of the region that is named', () => {
    expect(idsIn('us-south')).toEqual(['dal10', 'dal12', 'dal13', 'sjc03', 'sjc04', 'sao01']);
  });

  it('are none in a region without free clusters, nor in one without data centres', () => {
    expect([idsIn('us-east'), idsIn('br-sao')]).toEqual([[], []]);
  });
});
