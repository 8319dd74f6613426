import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { accountTime, LATEST, realClock } from '../../src/core/clock.js';
import { formatDate } from '../../src/core/dates.js';
import { type DurationName, dueAfter, durations, INSTANT } from '../../src/core/durations.js';
import { Moment, MomentText } from '../../src/core/moment.js';
import { printSpeed, Speed } from '../../src/core/speed.js';

const real = new Date('2030-01-01T00:00:00.000Z');

describe("an account's time", () => {
  test('is real time and what it was moved by', () => {
    expect(accountTime({ clockOffset: 0n, clockFrozenAt: null }, real)).toEqual(real);
    expect(accountTime({ clockOffset: 90_000n, clockFrozenAt: null }, real)).toEqual(new Date('2030-01-01T00:01:30.000Z'));
    expect(accountTime({ clockOffset: -1n, clockFrozenAt: null }, real)).toEqual(new Date('2029-12-31T23:59:59.999Z'));
  });

  test('stands still where it is frozen, however far it was moved', () => {
    const frozen = new Date('2031-05-05T05:05:05.000Z');
    expect(accountTime({ clockOffset: 90_000n, clockFrozenAt: frozen }, real)).toEqual(frozen);
  });

  test('goes by the clock of the machine unless another is given', () => {
    const before = Date.now();
    const now = realClock.now().getTime();
    expect([now >= before, now <= Date.now()]).toEqual([true, true]);
  });
});

describe('a moment as the API writes it (R110)', () => {
  test('is in UTC, to the second, with an offset without a colon', () => {
    expect(formatDate(new Date('2022-08-22T10:03:16.999Z'))).toBe('2022-08-22T10:03:16+0000');
    expect(formatDate(new Date('2022-12-31T23:00:00-05:00'))).toBe('2023-01-01T04:00:00+0000');
  });
});

describe('a moment as callers write it', () => {
  test.each([
    ['2030-01-01T00:00:00Z', '2030-01-01T00:00:00.000Z'],
    ['2030-01-01T02:30:00+02:30', '2030-01-01T00:00:00.000Z'],
    ['2030-01-01', '2030-01-01T00:00:00.000Z'],
    ['1970-01-01', '1970-01-01T00:00:00.000Z'],
    ['9999-01-01', '9999-01-01T00:00:00.000Z'],
  ])('%s is %s', (text, moment) => expect(Moment.parse(text)).toEqual(new Date(moment)));

  test.each([['1969-12-31T23:59:59.999Z'], ['9999-01-01T00:00:00.001Z'], ['2030-01-01T00:00:00'], ['2030-02-30'], ['tomorrow'], [1_893_456_000_000]])(
    '%p is refused, with what is possible',
    (text) => {
      const problems = Moment.safeParse(text).error?.issues.map(({ message }) => message);
      expect(problems).toEqual(['must be a moment from 1970 to the beginning of 9999, such as 2030-01-01T00:00:00Z, or a day such as 2030-01-01']);
    },
  );
});

test('a moment that stays a text is refused alike', () => {
  expect(MomentText.parse('2030-01-01')).toBe('2030-01-01');
  expect(MomentText.safeParse('2030').error?.issues.map(({ message }) => message)).toEqual([
    'must be a moment from 1970 to the beginning of 9999, such as 2030-01-01T00:00:00Z, or a day such as 2030-01-01',
  ]);
});

test('a moment is shown by an example that is one', () => {
  expect(Moment.parse((Moment.meta()?.['examples'] as unknown[])[0])).toEqual(new Date('2030-01-01T00:00:00.000Z'));
});

describe('a speed', () => {
  test.each([
    ['instant', INSTANT],
    [1, 1],
    [30, 30],
    [0.5, 0.5],
    [1_000_000, 1_000_000],
  ])('%p is %d, and is written as it was read', (text, speed) => {
    expect(Speed.parse(text)).toBe(speed);
    expect(printSpeed(speed)).toBe(text);
  });

  test.each([[0], [-1], [1_000_001], [Infinity]])('%d is out of bounds', (speed) => expect(Speed.safeParse(speed).success).toBe(false));

  test.each([['fast'], ['30'], [null]])('%p is refused, with what is possible', (text) => {
    const problems = Speed.safeParse(text).error?.issues.map(({ message }) => message);
    expect(problems).toEqual(["must be 'instant' or a number above 0 and up to 1000000"]);
  });
});

describe('when a step is over', () => {
  const names = Object.keys(durations) as DurationName[];
  const moments = fc.date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('9998-12-31T00:00:00Z'), noInvalidDate: true });

  test('to the millisecond', () => {
    // 285 s divided by 7 are 40.714285... s.
    expect(dueAfter(real, 'cluster deploying', 7)).toEqual(new Date('2030-01-01T00:00:40.714Z'));
  });

  test('never before it begins nor beyond the last moment, whatever the speed', () => {
    fc.assert(
      fc.property(moments, fc.constantFrom(...names), fc.double({ min: 1e-9, max: 1e6, noNaN: true }), (from, name, speed) => {
        const due = dueAfter(from, name, speed).getTime();
        expect(due).toBeGreaterThanOrEqual(from.getTime());
        expect(due).toBeLessThanOrEqual(LATEST.getTime());
      }),
    );
  });

  test('later at a lower speed, and at once at none', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.integer({ min: 1, max: 1000 }), (name, speed) => {
        expect(dueAfter(real, name, speed / 2).getTime()).toBeGreaterThan(dueAfter(real, name, speed).getTime());
        expect(dueAfter(real, name, INSTANT)).toEqual(real);
      }),
    );
  });

  test('at the end of all dates where a speed is too slow for any', () => {
    expect(dueAfter(real, 'cluster updating', 1e-12)).toEqual(new Date('9999-01-01T00:00:00.000Z'));
  });
});
