import type { Document } from '../../surface/document.js';
import { alternativesOf, type JsonSchema, wordsOf } from './schema.js';
import { lengthsOf, numbersOf, strangeTexts } from './values.js';

/** What a parameter or a field of a form is given as, text by text as they stand in a URL. Without one it is left out. */
export interface Encoded {
  readonly what: string;
  readonly texts: readonly string[];
}

/** Everything to try where only texts can be: in a query or a form. */
export function textsOf(document: Document, schema: JsonSchema, word: string): readonly Encoded[] {
  const [one = {}] = alternativesOf(document, schema);
  return [{ what: 'left out', texts: [] }, { what: 'empty', texts: [''] }, ...fitting(one, word).map(encode), ...noTexts];
}

/** What a part of a path can be: any unknown name does for all, and without one a request would be another. */
export const partsOf = (word: string): readonly Encoded[] => [
  ...[...strangeTexts(word).filter(({ what }) => what === 'Unicode' || what === 'NUL'), ...lengthsOf({ maxLength: LONGEST_PART }, word)].map(({ what, value }) => encode([what, String(value)])),
  ...noTexts,
];

const encode = ([what, text]: readonly [what: string, text: string]): Encoded => ({ what, texts: [encodeURIComponent(text)] });

const noTexts: readonly Encoded[] = [
  { what: 'half a surrogate pair', texts: ['%ED%A0%80'] },
];

/** The most characters of a part of a path. */
const LONGEST_PART = 500;

function fitting(schema: JsonSchema, word: string): readonly (readonly [what: string, text: string])[] {
  const words = wordsOf(schema)?.map(String);
  if (words !== undefined) return [...words, word, (words[0] ?? '').toUpperCase()].map((text) => [text === word ? 'another word' : text, text]);
  switch (schema.type) {
    case 'integer':
    case 'number':
      return [...numbersOf(schema).map(String), '1e2', '0x10', ' 1'].map((text) => [JSON.stringify(text), text] as const).concat([['a word', word]]);
    case 'boolean':
      return [...['true', 'false', 'TRUE', '1'].map((text) => [text, text] as const), ['a word', word]];
    default:
      return [...strangeTexts(word), ...lengthsOf(schema, word)].map(({ what, value }) => [what, String(value)]);
  }
}

/** What a header can carry: bytes, of which only some are letters everywhere, and not too many. */
export const headerTexts = (word: string): readonly Encoded[] => [
  { what: 'left out', texts: [] },
  { what: 'bytes that are no text', texts: [`${word}ÿþ`] },
  ...lengthsOf({}, word)
    .slice(-1)
    .map(({ what, value }) => ({ what, texts: [String(value)] })),
];
