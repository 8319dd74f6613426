import { expect, test } from '@jest/globals';
import { lifecycleTables } from '../../src/lifecycle/registry.js';

/** Each has a test of every action in every state: actions.test.ts of its domain. Nobody acts on the others by themselves. */
test('callers act on clusters, workers, ALBs and add-ons', () => {
  const acting = Object.entries(lifecycleTables).filter(([, { lifecycle }]) => Object.values(lifecycle).some(({ actions }) => actions.length > 0));
  expect(acting.map(([kind]) => kind)).toEqual(['cluster', 'worker', 'ALB', 'add-on']);
});
