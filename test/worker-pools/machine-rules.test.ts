import { describe, expect, test } from '@jest/globals';
import { chooseMachine, chooseOperatingSystemOf, type Machine, type MachineRequest, requireOffered, versionOf } from '../../src/domains/worker-pools/machines.js';
import { refusalOf } from '../support/refusal.js';

const kubernetes = versionOf('1.36.3_1525');
const openshift = versionOf('4.16.0_1500_openshift');
const choose = (request: MachineRequest, zones: [string, ...string[]] = ['dal10'], version = kubernetes): Machine => chooseMachine(request, zones, version);
const refused = (...given: Parameters<typeof choose>): readonly [string, string] => refusalOf(() => choose(...given));
const invalid = (problem: string): readonly [string, string] => ['invalidRequest', `The request is not valid: ${problem}.`];

describe('the machines of a pool', () => {
  test('have encrypted disks, shared hardware and the usual system unless told otherwise (R88, R89)', () => {
    expect(choose({ machineType: 'b3c.4x16' })).toEqual({ flavor: 'b3c.4x16', encrypted: true, isolation: 'public', operatingSystem: 'UBUNTU_24_64' });
  });

  test('have what is named', () => {
    expect(choose({ machineType: 'b3c.4x16', isolation: 'private', diskEncryption: false, operatingSystem: 'UBUNTU_24_64' })).toEqual({
      flavor: 'b3c.4x16',
      encrypted: false,
      isolation: 'private',
      operatingSystem: 'UBUNTU_24_64',
    });
  });

  test('have encrypted disks where the name of the flavor says so (R88)', () => {
    expect(choose({ machineType: 'b3c.4x16.encrypted', diskEncryption: false })).toMatchObject({ flavor: 'b3c.4x16', encrypted: true });
  });

  test('are dedicated where they are bare metal (R89)', () => {
    expect(choose({ machineType: 'mb4c.4x32' }).isolation).toBe('private');
    expect(refused({ machineType: 'mb4c.4x32', isolation: 'public' })).toEqual(invalid('isolation of the flavor mb4c.4x32 must be one of: private'));
  });

  test('can be ordered in every zone of the pool (R92)', () => {
    expect(choose({ machineType: 'm3c.64x512' }, ['dal10', 'dal13']).flavor).toBe('m3c.64x512');
    const [key, text] = refused({ machineType: 'm3c.64x512' }, ['dal10', 'fra02']);
    expect(key).toBe('invalidRequest');
    expect(text).toMatch(/machineType 'm3c\.64x512' is not offered in zone fra02; it must be one of: u3c\.2x4, b3c\.4x16, /);
  });

  test('are known (R92)', () => {
    expect(refused({ machineType: 'b9c.4x16' })[1]).toContain("machineType 'b9c.4x16' is not offered in zone dal10; it must be one of: u3c.2x4");
  });

  test('are not of a flavor of 2018 (R92)', () => {
    expect(refused({ machineType: 'b2c.4x16' })).toEqual(['deprecatedFlavor', 'machineType: the flavor b2c.4x16 is deprecated; use b3c.4x16.']);
  });

  test('run a system that both their version and their flavor have', () => {
    expect(refused({ machineType: 'b3c.4x16', operatingSystem: 'RHEL_9' })).toEqual(invalid('operatingSystem must be one of: UBUNTU_24_64'));
    expect(choose({ machineType: 'b3c.4x16', operatingSystem: 'RHEL_8' }, ['dal10'], openshift).operatingSystem).toBe('RHEL_8');
    expect(refused({ machineType: 'b3c.4x16', operatingSystem: 'UBUNTU_24_64' }, ['dal10'], openshift)).toEqual(invalid('operatingSystem must be one of: RHEL_9, RHEL_8'));
    expect(refused({ machineType: 'me4c.4x32' })).toEqual(invalid("machineType 'me4c.4x32' has no operating system that version 1.36 runs on"));
    expect(refused({ machineType: 'u3c.2x4' }, ['dal10'], openshift)).toEqual(invalid("machineType 'u3c.2x4' has no operating system that version 4.16 runs on"));
  });
});

describe('a flavor in another zone (R92)', () => {
  test('is offered there', () => expect(() => requireOffered('b3c.4x16', 'fra02')).not.toThrow());

  test.each([['m3c.64x512'], ['b9c.4x16']])('or not: %s', (flavor) => {
    expect(refusalOf(() => requireOffered(flavor, 'fra02'))[1]).toContain(`machineType '${flavor}' is not offered in zone fra02; it must be one of: `);
  });

  test('or nowhere any more', () => {
    expect(refusalOf(() => requireOffered('u2c.2x4', 'fra02'))).toEqual(['deprecatedFlavor', 'machineType: the flavor u2c.2x4 is deprecated; use u3c.2x4.']);
  });
});

describe('the system that a pool is given later', () => {
  test("is one of its flavor's under its master", () => {
    expect(chooseOperatingSystemOf('b3c.4x16', 'RHEL_8', '4.16.0_1500_openshift')).toBe('RHEL_8');
    expect(refusalOf(() => chooseOperatingSystemOf('b3c.4x16', 'RHEL_8', '4.19.0_1500_openshift'))).toEqual(invalid('operatingSystem must be one of: RHEL_9'));
  });

  test('is asked for of rows whose flavor and version the catalogue has', () => {
    expect(() => chooseOperatingSystemOf('b9c.4x16', 'RHEL_8', '4.16.0_1500_openshift')).toThrow('The catalogue has no flavor b9c.4x16.');
    expect(() => versionOf('1.99.0_1500')).toThrow('The catalogue has no version 1.99.0_1500.');
  });
});
