import type { Transition } from '../../core/lifecycle.js';
import type { AccountScope, AccountTransaction } from '../../domains/accounts/scope.js';
import { setClock } from '../../domains/accounts/service.js';
import { findNextDueAt } from '../../lifecycle/repository.js';
import { settle } from '../../lifecycle/settle.js';

/** An account's clock after it was read or moved. */
export interface ClockReading {
  readonly now: Date;
  readonly frozen: boolean;
  readonly nextDueAt: Date | null;
}

export interface MovedClock extends ClockReading {
  readonly transitions: readonly Transition[];
}

export async function readClock(scope: AccountScope): Promise<ClockReading> {
  return { now: scope.now, frozen: scope.account.clockFrozenAt !== null, nextDueAt: await findNextDueAt(scope) };
}

/** Moves the account's time forward; everything that falls due on the way happens at its own moment. */
export async function advanceClock(scope: AccountTransaction, milliseconds: number): Promise<MovedClock> {
  const now = new Date(scope.now.getTime() + milliseconds);
  const { clockFrozenAt, clockOffset } = scope.account;
  const setting =
    clockFrozenAt === null
      ? { clockFrozenAt, clockOffset: clockOffset + BigInt(milliseconds) }
      : { clockFrozenAt: now, clockOffset };
  const account = await setClock(scope, setting);
  const transitions = await settle({ ...scope, account, now }, now);
  return {
    ...(await readClock({ ...scope, account, now })),
    transitions: [...scope.settled, ...transitions],
  };
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

/** The same transaction a moment later, with the account's row as it is by now. */
async function reopen(scope: AccountTransaction, now: Date): Promise<AccountTransaction> {
  const account = await scope.database.account.findUniqueOrThrow({ where: { id: scope.account.id } });
  return { ...scope, account, now, settled: [] };
}
