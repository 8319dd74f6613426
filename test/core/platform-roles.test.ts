import { describe, expect, test } from '@jest/globals';
import { hasRole, type NeededRole, type PlatformRole } from '../../src/core/platform-roles.js';

/** R300: which needs each role fulfils. */
const fulfilled: Readonly<Record<PlatformRole, readonly NeededRole[]>> = {
  viewer: ['none', 'viewer'],
  editor: ['none', 'viewer', 'editor'],
  operator: ['none', 'viewer', 'operator'],
  administrator: ['none', 'viewer', 'editor', 'operator', 'administrator'],
};
const needs: readonly NeededRole[] = ['none', 'viewer', 'editor', 'operator', 'administrator'];

describe('R300: roles are sets, not ranks', () => {
  test.each(Object.entries(fulfilled) as [PlatformRole, readonly NeededRole[]][])('%s is as good as %j', (role, allowed) => {
    expect(needs.filter((need) => hasRole([role], need))).toEqual(allowed);
  });

  test('editor and operator do not include each other, and together they are no administrator', () => {
    expect(hasRole(['editor'], 'operator')).toBe(false);
    expect(hasRole(['operator'], 'editor')).toBe(false);
    expect(needs.filter((need) => hasRole(['editor', 'operator'], need))).toEqual(['none', 'viewer', 'editor', 'operator']);
  });

  test('nobody without a role has one', () => {
    expect(needs.filter((need) => hasRole([], need))).toEqual(['none']);
  });
});
