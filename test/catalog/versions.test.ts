import fc from 'fast-check';
import { type Flavor, findFlavor, knownFlavors } from '../../src/domains/catalog/flavors.js';
import {
  defaultOperatingSystem,
  defaultVersionOf,
  endOfServiceOf,
  findBuild,
  newestWorkerBuild,
  resolveVersion,
  runsOpenShift,
  supportedVersions,
  targetVersionOf,
  type Version,
  versionsOf,
} from '../../src/domains/catalog/versions.js';

const offered = [...versionsOf('kubernetes'), ...versionsOf('openshift')];

function flavorNamed(name: string): Flavor {
  const found = findFlavor(name);
  if (found === undefined) throw new Error(`no flavor ${name}`);
  return found.flavor;
}

function versionNamed(text: string): Version {
  const version = resolveVersion(text);
  if (version === undefined) throw new Error(`no version ${text}`);
  return version;
}

describe('the table of versions (R160, R172)', () => {
  it('offers four minors of Kubernetes and six of OpenShift, one default in each (R162)', () => {
    expect(versionsOf('kubernetes').map(({ majorMinor }) => majorMinor)).toEqual(['1.33', '1.34', '1.35', '1.36']);
    expect(versionsOf('kubernetes').map(({ deprecated }) => deprecated)).toEqual([true, true, false, false]);
    expect(versionsOf('openshift').map(({ majorMinor }) => majorMinor)).toEqual(['4.14', '4.15', '4.16', '4.17', '4.18', '4.19']);
    expect(offered.filter(({ isDefault }) => isDefault).map(({ majorMinor }) => majorMinor)).toEqual(['1.36', '4.19']);
  });

  it.each(offered)('writes the builds of $master as MAJOR.MINOR.PATCH_BUILD', ({ type, majorMinor, master, worker }) => {
    const form = type === 'openshift' ? /^4\.\d+\.\d+_\d+_openshift$/ : /^1\.\d+\.\d+_\d+$/;
    expect(master).toMatch(form);
    expect(worker).toMatch(form);
    expect(master.startsWith(`${majorMinor}.`) && worker.startsWith(`${majorMinor}.`)).toBe(true);
  });

  it('takes the master build for the worker where no other is known', () => {
    expect(findBuild('1.35.3_1523')?.worker).toBe('1.35.3_1523');
    expect(findBuild('1.36.3_1525')?.worker).toBe('1.36.2_1524');
    expect(findBuild('1.33.5_1549')?.worker).toBe('1.33.5_1550');
  });
});

describe('resolveVersion (R90)', () => {
  it('takes the default Kubernetes version when nothing is named', () => {
    expect(resolveVersion(undefined)).toMatchObject({ type: 'kubernetes', master: '1.36.3_1525' });
  });

  it.each([
    ['1.36', '1.36.3_1525'],
    ['1.36.3', '1.36.3_1525'],
    ['1.36.3_1525', '1.36.3_1525'],
    ['1.34', '1.34.3_1539'],
    ['4.19_openshift', '4.19.0_1500_openshift'],
    ['4.19.0_openshift', '4.19.0_1500_openshift'],
    ['4.19.0_1500_openshift', '4.19.0_1500_openshift'],
  ])('reads %s as %s', (text, master) => {
    expect(resolveVersion(text)?.master).toBe(master);
  });

  it.each([
    ['never existed', '1.99'],
    ['no such patch', '1.36.9'],
    ['no such build', '1.36.3_9999'],
    ['the build of workers', '1.36.2_1524'],
    ['of 2018', '1.10'],
    ['of 2018, whole', '1.10.8_1527'],
    ['OpenShift without its suffix', '4.19'],
    ['Kubernetes with the suffix', '1.36_openshift'],
    ['major alone', '1'],
    ['a property of objects', 'constructor'],
  ])('refuses what is %s: %s', (_, text) => {
    expect(resolveVersion(text)).toBeUndefined();
  });

  it('accepts deprecated versions, whose flag and not whose date counts (R161)', () => {
    expect(resolveVersion('1.33')).toMatchObject({ deprecated: true, endOfService: '2026-10-14' });
    expect(resolveVersion('4.14_openshift')).toMatchObject({ deprecated: true, endOfService: '2026-01-08' });
  });

  it('resolves all it says is supported, each to another version', () => {
    const masters = supportedVersions().map((text) => resolveVersion(text)?.master);
    expect(new Set(masters)).toEqual(new Set(offered.map(({ master }) => master)));
    expect(supportedVersions().slice(0, 5)).toEqual(['1.36', '1.35', '1.34', '1.33', '4.19_openshift']);
  });

  it('answers with a build that begins with what was asked, so that clients see it arrive', () => {
    const digits = fc.integer({ min: 0, max: 40 });
    const texts = fc.oneof(fc.string(), fc.constantFrom(...supportedVersions()), fc.tuple(digits, digits).map((parts) => parts.join('.')));
    fc.assert(
      fc.property(texts, (text) => {
        const asked = text.replace('_openshift', '');
        return resolveVersion(text)?.master.startsWith(asked) ?? true;
      }),
    );
  });
});

describe('findBuild', () => {
  it.each(offered)('finds $master', (version) => {
    expect(findBuild(version.master)).toBe(version);
  });

  it('finds builds of 2018, which are not offered', () => {
    expect(findBuild('1.10.8_1527')).toMatchObject({ majorMinor: '1.10', offered: false });
    expect(findBuild('1.36')).toBeUndefined();
  });
});

describe('targetVersionOf (R137, R163, R164)', () => {
  it.each([
    ['one minor behind the default', '1.35.3_1523', '1.36.3_1525'],
    ['at the default', '1.36.3_1525', '1.36.3_1525'],
    ['at an earlier patch of the default', '1.36.1_1510', '1.36.3_1525'],
    ['two minors behind', '1.34.3_1539', '1.34.3_1539'],
    ['ahead of the default', '1.37.0_1500', '1.37.0_1500'],
    ['one OpenShift minor behind', '4.18.0_1500_openshift', '4.19.0_1500_openshift'],
    ['an old OpenShift', '4.14.0_1500_openshift', '4.14.0_1500_openshift'],
    ['of another major', '3.11.104_1507_openshift', '3.11.104_1507_openshift'],
    ['of another major with a minor in reach', '3.18.0_1500_openshift', '3.18.0_1500_openshift'],
  ])('of a master %s', (_, master, target) => {
    expect(targetVersionOf(master)).toBe(target);
  });
});

describe('endOfServiceOf', () => {
  it.each([
    ['1.36.3_1525', '2027-08-01'],
    ['1.36.2_1524', '2027-08-01'],
    ['4.19.0_1500_openshift', '2027-05-26'],
    ['1.10.8_1527', ''],
    ['1.99.0_1500', ''],
    ['4.19.0_1500', ''],
  ])('of %s is %p', (build, date) => {
    expect(endOfServiceOf(build)).toBe(date);
  });
});

describe('defaultOperatingSystem', () => {
  it.each([
    ['1.36', 'b3c.4x16', 'UBUNTU_24_64'],
    ['1.33', 'mb4c.4x32', 'UBUNTU_24_64'],
    ['1.36', 'free', 'UBUNTU_24_64'],
    ['1.36', 'me4c.4x32', undefined],
    ['1.36', 'b2c.4x16', undefined],
    ['4.19_openshift', 'b3c.4x16', 'RHEL_9'],
    ['4.14_openshift', 'b3c.4x16', 'RHEL_8'],
    ['4.19_openshift', 'u3c.2x4', undefined],
    ['4.19_openshift', 'free', undefined],
    ['4.19_openshift', 'b2c.4x16', undefined],
  ])('of %s on %s is %p', (version, flavor, system) => {
    expect(defaultOperatingSystem(versionNamed(version), flavorNamed(flavor))).toBe(system);
  });

  it('is one of the version, and for Kubernetes one of the flavor', () => {
    for (const version of offered) {
      for (const flavor of knownFlavors) {
        const system = defaultOperatingSystem(version, flavor) ?? '';
        expect(['', ...version.operatingSystems]).toContain(system);
        if (version.type === 'kubernetes' && flavor.name !== 'free') expect(['', ...flavor.operatingSystems]).toContain(system);
      }
    }
  });
});

describe('defaultVersionOf (R162)', () => {
  it('is what a create takes that names none', () => {
    expect([defaultVersionOf('kubernetes').master, defaultVersionOf('openshift').master]).toEqual(['1.36.3_1525', '4.19.0_1500_openshift']);
  });
});

describe('supportedVersions (R172)', () => {
  const openshift = ['4.19_openshift', '4.18_openshift', '4.17_openshift', '4.16_openshift', '4.15_openshift', '4.14_openshift'];
  const kubernetes = ['1.36', '1.35', '1.34', '1.33'];

  it('are those of one platform, or of all, newest first', () => {
    expect(supportedVersions('kubernetes')).toEqual(kubernetes);
    expect(supportedVersions('openshift')).toEqual(openshift);
    expect(supportedVersions()).toEqual([...kubernetes, ...openshift]);
  });
});

describe('newestWorkerBuild (R166, R168)', () => {
  it.each([
    ['1.36.0_1', '1.36.2_1524'],
    ['1.35.0_1', '1.35.3_1523'],
    ['1.10.0_1', '1.10.8_1528'],
    ['4.19.0_1_openshift', '4.19.0_1500_openshift'],
    ['4.14.0_1_openshift', '4.14.0_1500_openshift'],
  ])('of the minor of %s is %s', (build, newest) => {
    expect(newestWorkerBuild(build)).toBe(newest);
  });

  it.each([['9.9.9_1'], ['4.19.0_1'], ['1.36.0_1_openshift']])('of a minor that the platform never had is the build itself: %s', (build) => {
    expect(newestWorkerBuild(build)).toBe(build);
  });
});

describe('runsOpenShift', () => {
  it.each([
    ['mx2.2x16', false],
    ['cx2.4x8', false],
    ['b3c.4x16', true],
    ['b2c.4x16', false],
  ])('%s: %s', (name, runs) => {
    expect(runsOpenShift(flavorNamed(name))).toBe(runs);
  });
});
