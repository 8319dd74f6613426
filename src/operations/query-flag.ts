import { z } from 'zod';

/**
 * A flag in a query: `true` or `false`, in any case, as a boolean. Absent, or empty as some clients send it,
 * leaves it undefined; every other word is refused. Documented as the boolean that callers think of.
 */
export const queryFlag = z
  .stringbool({ truthy: ['true'], falsy: ['false'] })
  .meta({ type: 'boolean' })
  .optional();

/** The schemas for which an empty text says something. Everywhere else it counts as absent. */
export const meaningfulWhenEmpty = z.registry<{ readonly because: string }>();

/** A query key that needs no value, such as `?v1-compatible`: true wherever it is there and not `false`. */
export const valuelessFlag = z
  .string()
  .optional()
  .transform((value) => value !== undefined && value.toLowerCase() !== 'false')
  .register(meaningfulWhenEmpty, { because: 'the key alone is the flag' });
