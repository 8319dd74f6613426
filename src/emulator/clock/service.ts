import { LATEST } from '../../core/clock.js';
import type { Transition } from '../../core/lifecycle.js';
import type { AccountScope, AccountTransaction } from '../../domains/accounts/scope.js';
import { changeSettings, setClock } from '../../domains/accounts/change-settings.js';
import { reopen } from '../../domains/accounts/reopen.js';
import { IksError, refuseRequest } from '../../errors/iks-error.js';
import { findNextDueAt } from '../../lifecycle/repository.js';
import { settle } from '../../lifecycle/settle.js';
import { findLastChangeAt } from './repository.js';

/** An account's clock after it was read or moved. */
export interface ClockReading {
  readonly now: Date;
  readonly frozen: boolean;
  /** What real durations are divided by; 0 means instant. */
  readonly speed: number;
  readonly nextDueAt: Date | null;
}

export interface MovedClock extends ClockReading {
  readonly transitions: readonly Transition[];
}

/** What a caller sets of a clock; what is left out stays. */
export interface ClockChange {
  readonly now?: Date | undefined;
  readonly speed?: number | undefined;
}

export async function readClock(scope: AccountScope): Promise<ClockReading> {
  const { clockFrozenAt, speed } = scope.account;
  return { now: scope.now, frozen: clockFrozenAt !== null, speed, nextDueAt: await findNextDueAt(scope) };
}

/**
 * Sets an account's time, its speed, or both: the speed first, so that steps which begin on the way have it. Steps
 * that are under way keep their end.
 * @throws IksError clockWouldGoBack where something in the account happened after `now`, invalidRequest
 */
export async function changeClock(scope: AccountTransaction, { now, speed }: ClockChange): Promise<MovedClock> {
  const account = speed === undefined ? scope.account : await changeSettings(scope, { speed });
  const current = { ...scope, account };
  if (now === undefined) return { ...(await readClock(current)), transitions: scope.settled };
  if (now < scope.now) await requireNothingAfter(scope, now);
  return moveClock(current, now);
}

/**
 * Moves the account's time forward; everything that falls due on the way happens at its own moment.
 * @throws IksError invalidRequest beyond the last moment that clocks go to
 */
export function advanceClock(scope: AccountTransaction, milliseconds: number): Promise<MovedClock> {
  return moveClock(scope, new Date(scope.now.getTime() + milliseconds));
}

/** Jumps to the next due transition, or on until nothing is due any more. */
export async function settleUntil(scope: AccountTransaction, until: 'next' | 'all'): Promise<MovedClock> {
  let moved: MovedClock = { ...(await readClock(scope)), transitions: scope.settled };
  let current: AccountTransaction = { ...scope, settled: [] };
  while (moved.nextDueAt !== null) {
    const step = await advanceClock(current, Math.max(0, moved.nextDueAt.getTime() - moved.now.getTime()));
    moved = { ...step, transitions: [...moved.transitions, ...step.transitions] };
    if (until === 'next') return moved;
    current = await reopen(scope, moved.now);
  }
  return moved;
}

/** Stops the account's time at this moment. */
export async function freezeClock(scope: AccountTransaction): Promise<ClockReading> {
  const account = await setClock(scope, {
    clockFrozenAt: scope.now,
    clockOffset: scope.account.clockOffset,
  });
  return readClock({ ...scope, account });
}

/** Lets the account's time run on from where it stands; a clock that runs is left alone. */
export async function unfreezeClock(scope: AccountTransaction, realNow: Date): Promise<ClockReading> {
  if (scope.account.clockFrozenAt === null) return readClock(scope);
  const account = await setClock(scope, {
    clockFrozenAt: null,
    clockOffset: BigInt(scope.now.getTime() - realNow.getTime()),
  });
  return readClock({ ...scope, account });
}

async function moveClock(scope: AccountTransaction, now: Date): Promise<MovedClock> {
  if (!(now <= LATEST)) refuseRequest(`the clock would pass ${LATEST.toISOString()}, beyond which no account's time is moved`);
  const { clockFrozenAt, clockOffset } = scope.account;
  const setting =
    clockFrozenAt === null
      ? { clockFrozenAt, clockOffset: clockOffset + BigInt(now.getTime() - scope.now.getTime()) }
      : { clockFrozenAt: now, clockOffset };
  const account = await setClock(scope, setting);
  const transitions = await settle({ ...scope, account, now }, now);
  return {
    ...(await readClock({ ...scope, account, now })),
    transitions: [...scope.settled, ...transitions],
  };
}

/** A clock goes back as long as that undoes nothing: what has happened stays in the past. */
async function requireNothingAfter(scope: AccountTransaction, now: Date): Promise<void> {
  const last = await findLastChangeAt(scope);
  if (last !== null && last > now) throw IksError.of('clockWouldGoBack', now.toISOString(), last.toISOString());
}
