import { describe, expect, test } from '@jest/globals';
import { mostTags, readTagNames, replacedTags } from '../../src/domains/tagging/rules.js';
import { PlatformError } from '../../src/domains/platform/errors.js';
import type { TagType } from '../../src/generated/prisma/enums.js';

function problemsOf(type: TagType, ...names: string[]): string {
  try {
    readTagNames(type, names);
  } catch (error) {
    if (error instanceof PlatformError && error.code === 'INVALID_TAG') return error.message;
    throw error;
  }
  throw new Error('Nothing was refused.');
}

test('a resource has 1000 user and 1000 service tags at most, an account 250 access tags', () => {
  expect(mostTags).toEqual({ user: 1_000, service: 1_000, access: 250 });
});

describe('the names of tags', () => {
  test('are kept in lower case, each once, in the order in which they came', () => {
    expect(readTagNames('user', ['Prod', 'team:Web shop', 'prod', 'a_b-c.d'])).toEqual(['prod', 'team:web shop', 'a_b-c.d']);
  });

  test('have 128 characters at most', () => {
    expect(readTagNames('user', ['a'.repeat(128)])).toHaveLength(1);
    expect(problemsOf('user', 'a'.repeat(129))).toBe(`The tag is not valid: '${'a'.repeat(128)}…' has more than 128 characters.`);
  });

  test.each([['a,b'], ['ä'], ['a\nb'], ['']])('are not %j, which has other characters or none', (name) => {
    expect(problemsOf('user', name)).toBe(`The tag is not valid: '${name}' may have letters, digits, spaces, underscores, hyphens, periods and colons only.`);
  });

  test('are pairs for access tags', () => {
    expect(readTagNames('access', ['env:prod'])).toEqual(['env:prod']);
    for (const name of ['env', 'env:', ':prod', 'env:prod:x', 'a:b:']) {
      expect(problemsOf('access', name)).toBe(`The tag is not valid: '${name}' must be of the form key:value, as all access tags are.`);
    }
  });

  test('have a prefix for service tags, behind which all is possible', () => {
    expect(readTagNames('service', ['ibm:a:b'])).toEqual(['ibm:a:b']);
    for (const name of ['ibm', 'ibm:', ':a', ':a:b']) {
      expect(problemsOf('service', name)).toBe(`The tag is not valid: '${name}' must be of the form prefix:label, as all service tags are.`);
    }
  });

  test('are all checked before any is refused', () => {
    expect(problemsOf('access', 'env:prod', 'env', 'ä')).toMatch(/^The tag is not valid: 'env' must .*; 'ä' may have /);
  });
});

describe('the tags that others take the place of', () => {
  const attached = ['env:test', 'team:web', 'prod', 'env:old'];
  const replaced = (names: string[], mode: { replace?: boolean; update?: boolean } = {}): string[] => replacedTags('user', attached, names, { replace: false, update: false, ...mode });

  test('are none unless it is asked for', () => expect(replaced(['env:prod'])).toEqual([]));

  test('are all others where the whole is replaced', () => {
    expect(replaced(['env:test', 'new'], { replace: true })).toEqual(['team:web', 'prod', 'env:old']);
    expect(replaced([], { replace: true, update: true })).toEqual(attached);
  });

  test('are those with the same key where tags are updated', () => {
    expect(replaced(['env:prod'], { update: true })).toEqual(['env:test', 'env:old']);
    expect(replaced(['env:test'], { update: true })).toEqual(['env:old']);
    expect(replaced(['prod', 'env', 'tea:x'], { update: true })).toEqual([]);
  });

  test('are those with the same key among access tags too, and none among service tags', () => {
    expect(replacedTags('access', ['env:test'], ['env:prod'], { replace: false, update: true })).toEqual(['env:test']);
    expect(replacedTags('service', ['ibm:a', 'ibm:b'], ['ibm:c'], { replace: false, update: true })).toEqual([]);
    expect(replacedTags('service', ['ibm:a', 'ibm:b'], ['ibm:c'], { replace: true, update: true })).toEqual(['ibm:a', 'ibm:b']);
  });

  test('are none without a key, whose beginning is that of one', () => {
    expect(replacedTags('user', ['env', 'pro'], ['env:prod', 'prod'], { replace: false, update: true })).toEqual([]);
    expect(replaced(['envx'], { update: true })).toEqual([]);
    expect(replaced(['pro:x'], { update: true })).toEqual([]);
  });
});
