import { z } from 'zod';
import { unwrap } from './read-loosely.js';

/** The most characters of one part of a path. Ids and names are short; this leaves room for what is none. */
export const LONGEST_PATH_PART = 500;

/** The most characters of a text whose schema sets no limit of its own, so that no answer repeats megabytes. */
const LONGEST_TEXT = 1_000;

/** Half of a pair that stands for one character: no text in Unicode, and UTF-8 cannot carry it. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * What is wrong with the texts in request data, whatever their fields mean: a sentence part for each that
 * Postgres could not store or that is longer than any caller needs.
 */
export function findUnusableTexts(schema: z.core.$ZodType, data: unknown, field = ''): string[] {
  const inner = fittingPart(unwrap(schema), data);
  if (typeof data === 'string') return problemsOf(data, inner).map((problem) => `${field} ${problem}`);
  if (inner instanceof z.ZodArray && Array.isArray(data)) {
    return data.flatMap((item, index) => findUnusableTexts(inner.element, item, below(field, String(index))));
  }
  if (typeof data !== 'object' || data === null) return [];
  if (inner instanceof z.ZodObject) {
    const { shape } = inner as { shape: z.core.$ZodShape };
    return Object.entries(shape).flatMap(([key, value]) =>
      findUnusableTexts(value, (data as Record<string, unknown>)[key], below(field, key)),
    );
  }
  if (inner instanceof z.ZodRecord) {
    return Object.entries(data).flatMap(([key, value]) => [
      ...findUnusableTexts(inner.keyType, key, `a key of ${field}`),
      ...findUnusableTexts(inner.valueType, value, below(field, key)),
    ]);
  }
  return [];
}

/** Of several alternatives the one that the data fits. */
function fittingPart(schema: z.core.$ZodType, data: unknown): z.core.$ZodType {
  if (!(schema instanceof z.ZodUnion)) return schema;
  const options = schema.options;
  const part = options.find((option) => z.safeParse(option, data).success);
  return part === undefined ? schema : fittingPart(unwrap(part), data);
}

function problemsOf(text: string, schema: z.core.$ZodType): string[] {
  const ownLimit = schema instanceof z.ZodString ? schema.maxLength : null;
  if (ownLimit === null && text.length > LONGEST_TEXT) return [`must be at most ${LONGEST_TEXT} characters long`];
  if (text.includes('\0')) return ['must not contain the character NUL'];
  return LONE_SURROGATE.test(text) ? ['must be Unicode text, without half of a surrogate pair'] : [];
}

const below = (field: string, key: string): string => (field === '' ? key : `${field}.${key}`);
