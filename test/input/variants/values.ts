import type { Document } from '../../surface/document.js';
import { alternativesOf, type JsonSchema, type Known, sampleOf, wordsOf } from './schema.js';

/** One value of a field, by what the baseline calls it. Without a value the field is left out. */
export interface Value {
  readonly what: string;
  readonly value?: unknown;
}

/** A text with no limit of its own may be so long. */
const USUAL_LENGTH = 1_000;

/** Texts as they come from all over the world, and as attackers send them. Each has the word in it. */
export const strangeTexts = (word: string): readonly Value[] => [
  { what: 'a word', value: word },
  // Astral, from right to left, and combined with what came before.
  { what: 'Unicode', value: `${word}𝒳🚀 שלום\u202eعالم z\u0337\u0301\u200d\u0488` },
  { what: 'control characters', value: `${word}\u0001\u001b[31m\t\r\n\u007f` },
  { what: 'NUL', value: `${word}\0` },
];

/** A text as long as it may be, and one longer. */
export function lengthsOf({ maxLength = USUAL_LENGTH }: JsonSchema, word: string): readonly Value[] {
  return [maxLength, maxLength + 1].map((length) => ({ what: `${length} characters`, value: word.padEnd(length, 'x') }));
}

/** The numbers around the limits, and those that are hard to keep. */
export function numbersOf({ minimum, exclusiveMinimum, maximum }: JsonSchema): readonly number[] {
  const limits = [minimum ?? exclusiveMinimum, maximum].flatMap((limit) => (limit === undefined ? [] : [limit - 1, limit, limit + 1]));
  return [...new Set([...limits, -1, 0, 1, 1.5, 1e308])].sort((a, b) => a - b);
}

/** Everything to try in a field of a JSON body. `word` is in all texts that are made up, so that no two operations make the same. */
export function valuesOf(document: Document, schema: JsonSchema, known: Known, word: string): readonly Value[] {
  const alternatives = alternativesOf(document, schema);
  const types = alternatives.map(({ type }) => (type === 'integer' ? 'number' : type));
  const wrong = [
    { type: 'string', what: 'a text', value: word },
    { type: 'number', what: 'a number', value: 7 },
    { type: 'object', what: 'an object', value: { [word]: word } },
  ].filter(({ type }) => types[0] !== undefined && !types.includes(type));
  const values = [{ what: 'left out' }, { what: 'null', value: null }, ...alternatives.flatMap((one) => fitting(document, one, known, word)), ...wrong];
  const printed = values.map((one) => `${'value' in one} ${JSON.stringify(one.value)}`);
  return values.filter((_, index) => printed.indexOf(printed[index] ?? '') === index);
}

function fitting(document: Document, schema: JsonSchema, known: Known, word: string): readonly Value[] {
  const words = wordsOf(schema);
  if (words !== undefined) return [...words.map((value) => ({ what: String(value), value })), ...otherThan(words, word)];
  switch (schema.type) {
    case 'string':
      return [{ what: 'empty', value: '' }, ...strangeTexts(word), { what: 'half a surrogate pair', value: `${word}\ud83d` }, ...lengthsOf(schema, word)];
    case 'integer':
    case 'number':
      return numbersOf(schema).map((value) => ({ what: String(value), value }));
    case 'boolean':
      return [true, false].map((value) => ({ what: String(value), value }));
    case 'array':
      return [{ what: 'an empty list', value: [] }, ...sizesOf(document, schema, known)];
    case 'object':
      return [{ what: 'an empty object', value: {} }, ...keysOf(document, schema, known, word)];
    default:
      return [];
  }
}

/** What is none of the words: another, and one in other letters. */
function otherThan(words: readonly unknown[], word: string): readonly Value[] {
  const [first = ''] = words.filter((one) => typeof one === 'string');
  return [
    { what: 'empty', value: '' },
    { what: 'another word', value: word },
    { what: 'in other letters', value: first === first.toUpperCase() ? first.toLowerCase() : first.toUpperCase() },
  ];
}

function sizesOf(document: Document, { items = {}, maxItems }: JsonSchema, known: Known): readonly Value[] {
  const item = sampleOf(document, items, known);
  const sizes = [2, ...(maxItems === undefined ? [] : [maxItems, maxItems + 1])];
  return sizes.map((length) => ({ what: `${length} times the same`, value: Array.from({ length }, () => item) }));
}

/** Keys that the caller chooses, where there are such. */
function keysOf(document: Document, { additionalProperties }: JsonSchema, known: Known, word: string): readonly Value[] {
  if (additionalProperties === undefined || additionalProperties === false) return [];
  const value = sampleOf(document, additionalProperties, known);
  return [{ what: 'an empty key', value: { '': value } }, ...strangeTexts(word).map(({ what, value: key }) => ({ what: `${what} as key`, value: { [String(key)]: value } }))];
}

/** Of the values to try, those that tell the most. */
export const fewOf = (values: readonly Value[]): readonly Value[] =>
  values.filter(({ what }) => !['a number', 'Unicode', 'control characters', 'half a surrogate pair', 'in other letters', '1000 characters', '1001 characters'].includes(what));
