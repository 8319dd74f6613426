import { expect, test } from '@jest/globals';
import type { Lifecycle } from '../../src/core/lifecycle.js';
import { lifecycleTables } from '../../src/lifecycle/registry.js';

/** Each has a test of every action in every state: actions.test.ts of its domain. Nobody acts on the others by themselves. */
test('callers act on clusters, workers, ALBs and add-ons', () => {
  const tables: readonly (readonly [string, Lifecycle<string, string>])[] = Object.entries(lifecycleTables).map(([kind, { lifecycle }]) => [kind, lifecycle]);
  const acting = tables.filter(([, table]) => Object.values(table).some(({ actions }) => actions.length > 0));
  expect(acting.map(([kind]) => kind)).toEqual(['cluster', 'worker', 'ALB', 'add-on']);
});
