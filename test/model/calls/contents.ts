import fc from 'fast-check';
import { emptyWorld, type World } from '../world.js';
import type { Call, Plan, Plans, Request } from './call.js';

const control = (path: string, body?: unknown): Request => ({ method: 'POST', path: `/_emulator/accounts/{account}/${path}`, body });

/** Makes one world of the other, in place. */
const become = (world: World, other: World): void => void Object.assign(world, structuredClone(other), { saved: world.saved });

const always = (name: string, call: Call): Plan => ({ name, resolve: () => call });

/** A reset sets the clock going, too. */
const reset = always('reset', {
  requests: [control('reset'), control('clock/freeze')],
  predict: (world) => {
    become(world, emptyWorld());
    return '200';
  },
});

const save = always('save a snapshot', {
  requests: [control('snapshots', { name: 'saved', replace: true })],
  predict: (world) => {
    world.saved = structuredClone({ ...world, saved: undefined });
    return '201';
  },
});

const restore: Plan = {
  name: 'restore the snapshot',
  resolve: ({ saved }) =>
    saved && {
      requests: [control('snapshots/saved/restore')],
      predict: (world) => {
        if (world.saved !== undefined) become(world, world.saved);
        return '200';
      },
    },
};

/** What changes everything in the account at once. */
export const contentPlans: Plans = fc.oneof(
  { weight: 1, arbitrary: fc.constant(reset) },
  { weight: 3, arbitrary: fc.constant(save) },
  { weight: 3, arbitrary: fc.constant(restore) },
);
