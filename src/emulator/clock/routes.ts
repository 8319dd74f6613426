import type { Clock } from '../../core/clock.js';
import type { ControlRouter } from '../control-router.js';
import { AccountClock, AdvanceRequest, ClockPatch, MovedClock, SettleRequest } from './schemas.js';
import { advanceClock, changeClock, freezeClock, readClock, settleUntil, unfreezeClock } from './service.js';
import { toClock, toMovedClock } from './wire.js';

/** The clock of each account, which a test moves in place of waiting. */
export function clockRoutes(router: ControlRouter, clock: Clock): void {
  router.open(
    'getClock',
    ['GET', '/accounts/{account}/clock', 200],
    { summary: "Read an account's clock", answer: AccountClock },
    async (scope) => toClock(await readClock(scope)),
  );

  router.change(
    'changeClock',
    ['PATCH', '/accounts/{account}/clock', 200],
    {
      summary: "Set an account's time, its speed, or both",
      description: 'Everything that falls due on the way to a later time happens at its own moment. A clock that runs goes on from there.',
      body: ClockPatch,
      answer: MovedClock,
      errors: ['clockWouldGoBack'],
    },
    async (scope, { body }) => toMovedClock(await changeClock(scope, body)),
  );

  router.change(
    'advanceClock',
    ['POST', '/accounts/{account}/clock/advance', 200],
    { summary: "Move an account's clock forward", body: AdvanceRequest, answer: MovedClock },
    async (scope, { body }) => toMovedClock(await advanceClock(scope, body.by)),
  );

  router.change(
    'settleClock',
    ['POST', '/accounts/{account}/clock/settle', 200],
    { summary: 'Run to the next due transition, or until nothing is due', body: SettleRequest, answer: MovedClock },
    async (scope, { body }) => toMovedClock(await settleUntil(scope, body.until)),
  );

  router.change(
    'freezeClock',
    ['POST', '/accounts/{account}/clock/freeze', 200],
    { summary: "Stop an account's clock", answer: AccountClock },
    async (scope) => toClock(await freezeClock(scope)),
  );

  router.change(
    'unfreezeClock',
    ['POST', '/accounts/{account}/clock/unfreeze', 200],
    { summary: "Let an account's clock run on", answer: AccountClock },
    async (scope) => toClock(await unfreezeClock(scope, clock.now())),
  );
}
