import fc from 'fast-check';
import { advance } from '../lifecycle.js';
import type { Plans } from './call.js';

/** Long enough for everything that the calls begin to come to its end. */
const LONG = 7_200;

/** Every step takes a multiple of 15 s, so that such jumps meet the moments of transitions. */
const lengths = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 60 }).map((quarters) => quarters * 15) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 1_500 }) },
  { weight: 2, arbitrary: fc.constant(LONG) },
);

export const clockPlans: Plans = lengths.map((seconds) => ({
  name: `let ${seconds} s go by`,
  resolve: () => ({
    requests: [{ method: 'POST', path: '/_emulator/accounts/{account}/clock/advance', body: { by: `${seconds}s` } }],
    predict: (world) => {
      advance(world, seconds);
      return '200';
    },
  }),
}));
