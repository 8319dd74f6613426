import { z } from 'zod';

const SECONDS_OF: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400 };
const SHORT = /^(\d{1,12}(?:\.\d{1,3})?)(ms|s|m|h|d)$/;
const ISO = /^P(?!$)(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?!$)(?:(\d{1,8})H)?(?:(\d{1,9})M)?(?:(\d{1,11}(?:\.\d{1,3})?)S)?)?$/;
/** Clocks go no further than this in one step, so that dates stay dates. */
const LONGEST_MS = 100 * 366 * 86_400_000;

/** A length of time in milliseconds, written as `25m`, `90s`, `1.5h` or, after ISO 8601, `PT25M`, `P1D`. */
export const TimeSpan = z
  .string()
  .transform((text, context) => {
    const milliseconds = parseTimeSpan(text);
    if (milliseconds !== undefined && milliseconds <= LONGEST_MS) return milliseconds;
    context.addIssue({ code: 'custom', message: 'must be a length of time up to 100 years, such as 25m, 90s, 2h, PT25M or P1D' });
    return z.NEVER;
  })
  .meta({ examples: ['25m'] });

/** Milliseconds, or undefined for a text that is no length of time. */
export function parseTimeSpan(text: string): number | undefined {
  const short = SHORT.exec(text);
  if (short !== null) return Math.round(Number(short[1]) * (SECONDS_OF[short[2] ?? ''] ?? 0) * 1000);
  const iso = ISO.exec(text);
  if (iso === null) return undefined;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = iso.slice(1).map((part: string | undefined) => Number(part ?? 0));
  return Math.round(((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000);
}
