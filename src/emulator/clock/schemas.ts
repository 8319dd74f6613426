import { z } from 'zod';
import { Moment } from '../../core/moment.js';
import { Speed } from '../../core/speed.js';
import { TimeSpan } from '../../core/time-span.js';
import { printedSettings } from '../../domains/accounts/settings.js';

const transition = z.object({ at: z.string(), kind: z.string(), id: z.string(), from: z.string(), to: z.string() });

export const AdvanceRequest = z.object({ by: TimeSpan }).meta({ id: 'ClockAdvance', examples: [{ by: '25m' }] });

export const ClockPatch = z
  .object({
    now: Moment.optional().meta({ description: 'What the time is from now on. Earlier than it is only as long as nothing in the account is later.' }),
    speed: Speed.optional().meta({ description: 'What real durations are divided by in steps that begin from now on, or `instant`.' }),
  })
  .meta({ id: 'ClockPatch', examples: [{ now: '2030-01-01T00:00:00Z', speed: 1 }] });

export const SettleRequest = z
  .object({
    until: z.enum(['next', 'all']).meta({ description: 'Jump to the next due transition, or run until nothing is due.' }),
  })
  .meta({ id: 'ClockSettle', examples: [{ until: 'all' }] });

const clock = {
  now: z.string().meta({ description: "The account's time." }),
  frozen: z.boolean(),
  speed: printedSettings.speed,
  nextDueAt: z.string().nullable().meta({ description: 'When the next transition is due, if any.' }),
};

export const AccountClock = z
  .object(clock)
  .meta({ id: 'AccountClock', examples: [{ now: '2026-08-22T10:03:16.000Z', frozen: false, speed: 30, nextDueAt: null }] });

export const MovedClock = z
  .object({ ...clock, transitions: z.array(transition).meta({ description: 'What happened on the way, in order.' }) })
  .meta({
    id: 'MovedClock',
    examples: [
      {
        now: '2026-08-22T10:28:16.000Z',
        frozen: false,
        speed: 1,
        nextDueAt: null,
        transitions: [
          { at: '2026-08-22T10:03:31.000Z', kind: 'cluster', id: 'c9t2m4ld0k7q1e5v8ub0', from: 'requested', to: 'deploying' },
        ],
      },
    ],
  });
