import { type OperationId, operations } from '../operations/catalogue.js';

/** A test that ran and passed. */
export interface PassedTest {
  /** Below the root of the project, with slashes. */
  readonly file: string;
  /** What it stands in, from the outermost `describe` inwards, and its own name. */
  readonly titles: readonly string[];
}

/** What ids a test carries. */
export interface Claims {
  readonly operations: readonly OperationId[];
  /** Ids of rules and ambiguities, known or not. */
  readonly ids: readonly string[];
}

/** Ids stand in a name alone or as a range, such as `R128 to R130`. */
const IDS = /(?<![%\w])(?<letter>[RA])(?<first>\d{1,3})(?: to \k<letter>(?<last>\d{1,3}))?\b/g;

/**
 * Reads the ids off the names of a test. It is about an operation when it stands in a block whose name begins with that
 * operation, or with a list of some, or when its own name begins with an ambiguity and an operation.
 */
export function claimsOf({ titles }: PassedTest): Claims {
  const [block = ''] = /^\w+(?:, \w+)*/.exec(titles.length > 1 ? (titles[0] ?? '') : '') ?? [];
  const [, ofAmbiguity = ''] = /^A\d+: (\w+) /.exec(titles.at(-1) ?? '') ?? [];
  return { operations: [...block.split(', '), ofAmbiguity].filter(isOperation), ids: [...new Set([...titles.join(' ').matchAll(IDS)].flatMap(expand))] };
}

const isOperation = (text: string): text is OperationId => Object.hasOwn(operations, text);

function expand({ groups }: RegExpExecArray): string[] {
  const { letter = '', first = '', last = first } = groups ?? {};
  const [from, to] = [Number(first), Number(last)];
  return Array.from({ length: Math.max(to - from + 1, 0) }, (_, index) => `${letter}${from + index}`);
}
