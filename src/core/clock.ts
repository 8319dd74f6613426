/** Where real time comes from; replaced in tests that need a fixed moment. */
export interface Clock {
  now(): Date;
}

export const realClock: Clock = { now: () => new Date() };

/** No account's time is moved beyond it: later dates have no form of four digits. */
export const LATEST = new Date('9999-01-01T00:00:00.000Z');

/** How an account's time runs beside real time. */
export interface ClockSetting {
  /** Milliseconds to add to real time. */
  readonly clockOffset: bigint;
  /** The account's time while it stands still. */
  readonly clockFrozenAt: Date | null;
}

/** The account's time at the real moment `real`. */
export function accountTime(setting: ClockSetting, real: Date): Date {
  return setting.clockFrozenAt ?? new Date(real.getTime() + Number(setting.clockOffset));
}
