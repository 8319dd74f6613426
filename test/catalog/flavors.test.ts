import { zoneSets } from '../../src/domains/catalog/data/flavor-row.js';
import { encryptedName, type Flavor, findFlavor, flavorNamesIn, isOfferedIn, knownFlavors } from '../../src/domains/catalog/flavors.js';
import { classicZoneIds, currentZones, findZone } from '../../src/domains/catalog/zones.js';

function flavorNamed(name: string): Flavor {
  const found = findFlavor(name);
  if (found === undefined) throw new Error(`no flavor ${name}`);
  return found.flavor;
}

describe('the table of flavors', () => {
  it('has 117 rows, each name once', () => {
    expect(knownFlavors).toHaveLength(117);
    expect(new Set(knownFlavors.map(({ name }) => name)).size).toBe(117);
  });

  it.each([
    ['classic', 'both', 1],
    ['classic', 'now', 32],
    ['classic', '2018', 20],
    ['vpc-gen2', 'now', 64],
  ])('has of %s, %s: %i', (provider, era, count) => {
    expect(knownFlavors.filter((flavor) => flavor.provider === provider && flavor.era === era)).toHaveLength(count);
  });

  it.each(knownFlavors.filter(({ name }) => name.includes('x')))('says the cores and memory of $name in its name', (flavor) => {
    expect(flavor.name).toContain(`.${flavor.cores}x${flavor.memoryGB}`);
  });

  it('offers what is not deprecated in current zones of its own provider only', () => {
    for (const { provider, zones } of knownFlavors.filter(({ deprecated }) => !deprecated)) {
      for (const zone of zones) expect(findZone(zone)?.provider).toBe(provider);
    }
  });

  it('resolves each set of zones', () => {
    expect(zoneSets.everyClassic).toEqual(classicZoneIds());
    expect(zoneSets.classicOf2018).toHaveLength(24);
    expect(zoneSets.classicOf2018).toContain('mel01');
    expect(zoneSets.dallas.map((id) => findZone(id)?.metro)).toEqual(['dal', 'dal', 'dal']);
    expect(zoneSets.usSouthVpc.map((id) => findZone(id)?.region)).toEqual(['us-south', 'us-south', 'us-south']);
    expect(zoneSets.usSouthAndChennaiVpc.map((id) => findZone(id)?.metro)).toEqual(['dal', 'dal', 'dal', 'che', 'che', 'che']);
  });

  it('lets bare metal be dedicated only (R89)', () => {
    for (const { isolation } of knownFlavors.filter(({ serverType }) => serverType === 'physical')) {
      expect(isolation).toEqual(['private']);
    }
  });
});

describe('findFlavor', () => {
  it('finds a flavor with its facts', () => {
    expect(findFlavor('b3c.4x16')).toMatchObject({
      encrypted: false,
      flavor: {
        name: 'b3c.4x16',
        serverType: 'virtual',
        cores: 4,
        memoryGB: 16,
        isolation: ['public', 'private'],
        deprecated: false,
        replacedBy: '',
      },
    });
  });

  it.each(knownFlavors)('finds $name with and without the suffix for encryption (R88)', ({ name }) => {
    expect(findFlavor(name)).toMatchObject({ encrypted: false, flavor: { name } });
    expect(findFlavor(`${name}.encrypted`)).toMatchObject({ encrypted: true, flavor: { name } });
  });

  it.each(['', '.encrypted', 'b3c', 'b3c.4x16.encrypted.encrypted', 'B3C.4X16', 'b9c.4x16', '.4x16', 'toString'])(
    'does not find %p',
    (name) => {
      expect(findFlavor(name)).toBeUndefined();
    },
  );
});

describe('deprecated flavors (R92)', () => {
  it.each([
    ['b2c.16x64', 'b3c.16x64'],
    ['b2c.16x64.encrypted', 'b3c.16x64'],
    ['u2c.2x4', 'u3c.2x4'],
    ['b1c.16x64', 'b3c.16x64'],
    ['u1c.2x4', 'u3c.2x4'],
    ['mb1c.4x32', ''],
  ])('takes %s for deprecated, replaced by %p', (name, replacedBy) => {
    expect(findFlavor(name)?.flavor).toMatchObject({ name: name.replace('.encrypted', ''), deprecated: true, replacedBy });
  });

  it('names replacements that exist, have the same size and can be ordered', () => {
    for (const { cores, memoryGB, replacedBy } of knownFlavors.filter((flavor) => flavor.replacedBy !== '')) {
      expect(findFlavor(replacedBy)?.flavor).toMatchObject({ cores, memoryGB, deprecated: false });
    }
  });

  it('does not offer them in any zone', () => {
    for (const flavor of knownFlavors.filter(({ deprecated }) => deprecated)) {
      expect([...currentZones.map(({ id }) => id), 'mel01'].filter((id) => isOfferedIn(flavor, id))).toEqual([]);
    }
  });
});

describe('isOfferedIn (R92)', () => {
  it.each([
    ['b3c.4x16', 'dal10', true],
    ['b3c.4x16', 'sao01', true],
    ['b3c.4x16', 'mel01', false],
    ['b3c.4x16', 'us-south-1', false],
    ['b3c.4x16', 'dal99', false],
    ['m3c.64x512', 'dal13', true],
    ['m3c.64x512', 'fra02', false],
    ['bx2.4x16', 'us-south-1', true],
    ['bx2.4x16', 'in-che-1', false],
    ['bx3d.4x20', 'in-che-1', true],
    ['free', 'dal10', false],
  ])('says of %s in %s: %p', (name, zone, offered) => {
    expect(isOfferedIn(flavorNamed(name), zone)).toBe(offered);
  });
});

describe('flavorNamesIn', () => {
  it('lists the names without suffix', () => {
    expect(flavorNamesIn('fra02')).toHaveLength(29);
    expect(flavorNamesIn('dal10')).toHaveLength(32);
    expect(flavorNamesIn('dal10')).toContain('b3c.4x16');
  });

  it('has something in every data centre, and nothing where there is no zone', () => {
    for (const id of classicZoneIds()) expect(flavorNamesIn(id).length).toBeGreaterThanOrEqual(29);
    expect(flavorNamesIn('dal99')).toEqual([]);
  });
});

describe('encryptedName (R88)', () => {
  it('is found as the flavor with an encrypted disk', () => {
    expect(encryptedName(flavorNamed('b3c.4x16'))).toBe('b3c.4x16.encrypted');
    expect(findFlavor(encryptedName(flavorNamed('b3c.4x16')))).toEqual({ flavor: flavorNamed('b3c.4x16'), encrypted: true });
  });
});
