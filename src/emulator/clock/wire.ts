import type { z } from 'zod';
import { printSpeed } from '../../core/speed.js';
import type { AccountClock, MovedClock as MovedClockSchema } from './schemas.js';
import type { ClockReading, MovedClock } from './service.js';

export const toClock = ({ now, frozen, speed, nextDueAt }: ClockReading): z.input<typeof AccountClock> => ({
  now: now.toISOString(),
  frozen,
  speed: printSpeed(speed),
  nextDueAt: nextDueAt?.toISOString() ?? null,
});

export const toMovedClock = (moved: MovedClock): z.input<typeof MovedClockSchema> => ({
  ...toClock(moved),
  transitions: moved.transitions.map((transition) => ({ ...transition, at: transition.at.toISOString() })),
});
