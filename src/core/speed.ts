import { z } from 'zod';
import { INSTANT } from './durations.js';

/** `instant`, or the number that real durations are divided by: 1 is as real, 30 is thirty times as fast. */
export const Speed = z.union([z.literal('instant').transform(() => INSTANT), z.number().positive().max(1_000_000)], {
  error: "must be 'instant' or a number above 0 and up to 1000000",
});

/** A speed as people write it. */
export const printSpeed = (speed: number): 'instant' | number => (speed === INSTANT ? 'instant' : speed);
