import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseTimeSpan, TimeSpan } from '../../src/core/time-span.js';

describe('a length of time', () => {
  test.each([
    ['250ms', 250],
    ['90s', 90_000],
    ['25m', 1_500_000],
    ['2h', 7_200_000],
    ['1d', 86_400_000],
    ['0s', 0],
    ['1.5h', 5_400_000],
    ['0.001s', 1],
    ['PT25M', 1_500_000],
    ['PT90S', 90_000],
    ['PT0.5S', 500],
    ['P1D', 86_400_000],
    ['P2W', 1_209_600_000],
    ['P1DT2H3M4S', 93_784_000],
    ['PT0S', 0],
    ['P12W', 7_257_600_000],
    ['P12D', 1_036_800_000],
    ['PT12H', 43_200_000],
    ['PT1.25S', 1_250],
  ])('%s is %d ms', (text, milliseconds) => {
    expect(parseTimeSpan(text)).toBe(milliseconds);
    expect(TimeSpan.parse(text)).toBe(milliseconds);
  });

  test.each([
    [''],
    ['25'],
    ['m'],
    ['-5m'],
    ['+5m'],
    ['5 m'],
    [' 5m'],
    ['5m '],
    ['5m\n'],
    ['5M'],
    ['5min'],
    ['1h30m'],
    ['1.h'],
    ['.5h'],
    ['1e3s'],
    ['P'],
    ['PT'],
    ['P1DT'],
    ['P1H'],
    ['PT1D'],
    ['P1M'],
    ['P1Y'],
    ['pt5m'],
    ['P1.5D'],
    ['xP1D'],
    ['forever'],
    ['NaNs'],
    ['Infinityd'],
  ])("'%s' is none", (text) => {
    expect(parseTimeSpan(text)).toBeUndefined();
    expect(TimeSpan.safeParse(text).success).toBe(false);
  });

  test('is refused beyond 100 years, with what is allowed', () => {
    expect(TimeSpan.parse('36600d')).toBe(3_162_240_000_000);
    const refused = TimeSpan.safeParse('36601d');
    expect(refused.error?.issues).toEqual([
      expect.objectContaining({ code: 'custom', message: 'must be a length of time up to 100 years, such as 25m, 90s, 2h, PT25M or P1D' }),
    ]);
    expect(TimeSpan.safeParse('999999999999d').success).toBe(false);
  });

  test('is shown by an example that is one', () => {
    expect(TimeSpan.parse((TimeSpan.meta()?.['examples'] as unknown[])[0])).toBe(1_500_000);
  });

  test('is the same in minutes, in seconds and after ISO 8601', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), (minutes) => {
        const milliseconds = minutes * 60_000;
        expect([`${minutes}m`, `${minutes * 60}s`, `PT${minutes}M`].map(parseTimeSpan)).toEqual([milliseconds, milliseconds, milliseconds]);
      }),
    );
  });

  test('is a whole number of milliseconds, whatever the text', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,12}(\.\d{1,3})?(ms|s|m|h|d)$/), (text) => {
        const milliseconds = parseTimeSpan(text);
        expect(Number.isInteger(milliseconds)).toBe(true);
        expect(milliseconds).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
