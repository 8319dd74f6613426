import { describe, expect, test } from '@jest/globals';
import { resolveVersion, type Version } from '../../src/domains/catalog/versions.js';
import { checkWorkerLag, chooseUpdate } from '../../src/domains/masters/rules.js';
import { refusalOf } from '../support/refusal.js';

const kubernetes = (masterVersion: string) => ({ type: 'kubernetes', masterVersion }) as const;
const openshift = (masterVersion: string) => ({ type: 'openshift', masterVersion }) as const;
const invalid = (problem: string): readonly [string, string] => ['invalidRequest', `The request is not valid: ${problem}.`];

function versionNamed(text: string): Version {
  const version = resolveVersion(text);
  if (version === undefined) throw new Error(`no version ${text}`);
  return version;
}

describe('the version that a master is updated to', () => {
  test('is the one that is named, by minor, patch or build (R90)', () => {
    expect(chooseUpdate(kubernetes('1.34.3_1539'), '1.35').master).toBe('1.35.3_1523');
    expect(chooseUpdate(kubernetes('1.34.3_1539'), '1.35.3').master).toBe('1.35.3_1523');
    expect(chooseUpdate(openshift('4.18.0_1500_openshift'), '4.19_openshift').master).toBe('4.19.0_1500_openshift');
  });

  test('is the default one of its platform where none is named (R164)', () => {
    expect(chooseUpdate(kubernetes('1.35.3_1523'), undefined).master).toBe('1.36.3_1525');
    expect(chooseUpdate(openshift('4.18.0_1500_openshift'), undefined).master).toBe('4.19.0_1500_openshift');
  });

  test('may be a newer patch of the same minor', () => {
    expect(chooseUpdate(kubernetes('1.36.1_1510'), '1.36').master).toBe('1.36.3_1525');
  });

  test('is one minor ahead at most, also where it is the default (R163, R164)', () => {
    const far = invalid("version 1.36.3_1525 is 2 minors ahead of the master's 1.34.3_1539; it must be one at most");
    expect(refusalOf(() => chooseUpdate(kubernetes('1.34.3_1539'), '1.36'))).toEqual(far);
    expect(refusalOf(() => chooseUpdate(kubernetes('1.34.3_1539'), undefined))).toEqual(far);
  });

  test('does not lie behind (R163)', () => {
    expect(refusalOf(() => chooseUpdate(kubernetes('1.36.3_1525'), '1.35'))).toEqual(
      invalid("version 1.35.3_1523 lies behind the master's 1.36.3_1525, and masters do not go back"),
    );
  });

  test('is not the one that it has (R163)', () => {
    expect(refusalOf(() => chooseUpdate(kubernetes('1.36.3_1525'), '1.36'))[0]).toBe('alreadyAtVersion');
    expect(refusalOf(() => chooseUpdate(kubernetes('1.36.3_1525'), undefined))[1]).toContain('1.36.3_1525');
  });

  test('is offered, and of its platform (R90)', () => {
    expect(refusalOf(() => chooseUpdate(kubernetes('1.36.3_1525'), '1.99'))).toEqual(
      invalid("version '1.99' is not supported; it must be one of: 1.36, 1.35, 1.34, 1.33"),
    );
    expect(refusalOf(() => chooseUpdate(kubernetes('1.36.3_1525'), '4.19_openshift'))[1]).toContain("version '4.19_openshift' is not supported");
    expect(refusalOf(() => chooseUpdate(openshift('4.18.0_1500_openshift'), '1.36'))[1]).toContain('4.19_openshift, 4.18_openshift');
  });
});

describe('the workers of a master that is updated (R165)', () => {
  test('may lie two minors behind', () => {
    expect(() => checkWorkerLag(versionNamed('1.36'), ['1.36.2_1524', '1.34.3_1539'])).not.toThrow();
    expect(() => checkWorkerLag(versionNamed('1.36'), [])).not.toThrow();
  });

  test('may not lie three behind, and the refusal names what does', () => {
    expect(refusalOf(() => checkWorkerLag(versionNamed('1.36'), ['1.35.3_1523', '1.33.5_1550']))).toEqual(
      invalid('version 1.36.3_1525 needs workers that are two minors behind at most, and there are some of 1.33.5_1550; update the workers first'),
    );
  });
});
