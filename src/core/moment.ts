import { z } from 'zod';
import { LATEST } from './clock.js';

const EARLIEST = new Date('1970-01-01T00:00:00.000Z');
const REFUSAL = 'must be a moment from 1970 to the beginning of 9999, such as 2030-01-01T00:00:00Z, or a day such as 2030-01-01';

const isInReach = (moment: Date): boolean => moment >= EARLIEST && moment <= LATEST;

/** A moment after ISO 8601 with a zone, or a day, which means its first moment in UTC. */
export const Moment = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()], { error: REFUSAL })
  .transform((text) => new Date(text))
  .refine(isInReach, { error: REFUSAL })
  .meta({ examples: ['2030-01-01T00:00:00Z'] });

/** The same where it stays a text, for what is answered as it was taken. */
export const MomentText = z.string().refine((text) => Moment.safeParse(text).success, { error: REFUSAL });
