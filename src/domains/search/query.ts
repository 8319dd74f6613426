import { type AST, type Node, type NodeTerm, parse } from 'lucene';
import { PlatformError } from '../platform/errors.js';
import { fits, toPieces } from './wildcards.js';

/** What is searched: properties with one text or several. */
type Searchable = Readonly<Record<string, string | readonly string[]>>;

type Predicate = (resource: Searchable) => boolean;

/** The parser's word for the field of a term that names none. */
const NO_FIELD = '<implicit>';

/** What stands in brackets, by the placeholder for it in the text around. */
type Groups = ReadonlyMap<string, AST>;

/**
 * What fits a query of Lucene's language: terms with or without a field, phrases, `*` and `?`, AND, OR, NOT, + and -,
 * and groups. Letters of both cases are the same.
 * @throws PlatformError queryNotUnderstood for what cannot be read, and for what nothing is searched by here: ranges,
 *   regular expressions and distances
 */
export function compileQuery(query: string): Predicate {
  const { ast, groups } = read(query);
  return 'left' in ast ? compileGroup(ast, NO_FIELD, groups) : () => true;
}

/** Escaped characters, phrases, brackets, and all between. */
const PIECES = /\\.|"(?:\\.|[^"\\])*"|[^\\"()]+|./gsu;
/** Placeholders are of Unicode's private use; where a query has such a character itself, a backslash keeps it apart. */
const FIRST_PLACEHOLDER = 0xe000;
const PRIVATE_USE = /[\u{e000}-\u{f8ff}]/gu;

/**
 * Each group is parsed by itself, for the parser tries a text with open brackets in twice as many ways for each of
 * them, and one that it cannot read in all of these.
 */
function read(query: string): { readonly ast: AST; readonly groups: Groups } {
  const groups = new Map<string, AST>();
  const texts = [''];
  const append = (text: string): void => {
    texts.push((texts.pop() ?? '') + text);
  };
  for (const [piece] of query.matchAll(PIECES)) {
    if (piece === '(') {
      texts.push('');
    } else if (piece === ')') {
      const group = parseText(texts.pop() ?? '');
      if (texts.length === 0 || !('left' in group)) refuse("it is not Lucene's language: a bracket closes nothing");
      const placeholder = String.fromCodePoint(FIRST_PLACEHOLDER + groups.size);
      groups.set(placeholder, group);
      append(/(^|\s)[+!-]$|:$/u.test(texts.at(-1) ?? '') ? `${placeholder} ` : ` ${placeholder} `);
    } else {
      append(/^[\\"]./su.test(piece) ? piece : piece.replace(PRIVATE_USE, '\\$&'));
    }
  }
  if (texts.length > 1) refuse("it is not Lucene's language: a bracket is not closed");
  return { ast: parseText(texts[0] ?? ''), groups };
}

function parseText(text: string): AST {
  try {
    return parse(text);
  } catch {
    refuse("it is not Lucene's language; put values with colons or spaces into quotes");
  }
}

interface Clause {
  /** What stands before it, such as `AND NOT`; undefined for the first. */
  readonly operator: string | undefined;
  readonly operand: AST | Node;
}

/** The parser hangs all clauses but the first below the right side of the one before. */
function clausesOf(ast: AST | Node, operator?: string): Clause[] {
  if (!('left' in ast)) return [{ operator, operand: ast }];
  const first = { operator: startOf(ast) ?? operator, operand: ast.left };
  return 'right' in ast ? [first, ...clausesOf(ast.right, ast.operator)] : [first];
}

const startOf = (ast: AST): string | undefined => ('start' in ast ? ast.start : undefined);

/**
 * As Lucene reads it: what AND joins must fit, what NOT or - stands before must not, and of all else one is enough,
 * or none where something else must.
 */
function compileGroup(group: AST, field: string, groups: Groups): Predicate {
  const must = new Set<Predicate>();
  const mustNot = new Set<Predicate>();
  const should = new Set<Predicate>();
  let previous: Predicate | undefined;
  for (const { operator = '', operand } of clausesOf(group)) {
    const test = 'left' in operand ? compileGroup(operand, field, groups) : compileTerm(operand, field, groups);
    const sign = 'term' in operand ? signOf(operand) : '';
    const joined = operator.startsWith('AND') || operator === '&&';
    if (joined && previous !== undefined && should.delete(previous)) must.add(previous);
    if (operator.endsWith('NOT') || sign === '-') mustNot.add(test);
    else if (joined || sign === '+') must.add(test);
    else should.add(test);
    previous = test;
  }
  return (resource) =>
    [...must].every((test) => test(resource)) &&
    ![...mustNot].some((test) => test(resource)) &&
    (must.size > 0 || should.size === 0 || [...should].some((test) => test(resource)));
}

/** The sign before a term. Before a field the parser leaves it as a part of the field's name. */
function signOf({ field, prefix }: NodeTerm): string {
  const sign = prefix ?? /^[-+!]/.exec(field)?.[0] ?? '';
  return sign === '!' ? '-' : sign;
}

function compileTerm(node: Node, outerField: string, groups: Groups): Predicate {
  if (!('term' in node)) refuse('ranges are not supported');
  if (node.regex) refuse('regular expressions are not supported');
  if (node.similarity != null || ('proximity' in node && node.proximity != null)) refuse('distances (~) are not supported');
  const named = node.field === NO_FIELD ? outerField : node.field.replace(/^[-+!]/, '');
  const group = node.quoted ? undefined : groups.get(node.term);
  if (group !== undefined) return compileGroup(group, named, groups);
  const fitsText = compileText(node);
  if (named !== NO_FIELD && named !== '*') return (resource) => Object.hasOwn(resource, named) && valuesOf(resource[named]).some(fitsText);
  return (resource) => Object.values(resource).some((value) => valuesOf(value).some((text) => fitsText(text) || wordsOf(text).some(fitsText)));
}

function compileText({ term, quoted }: NodeTerm): (text: string) => boolean {
  const pieces = toPieces(quoted ? term.replaceAll(/(?<!\\)[*?]/g, '\\$&').toLowerCase() : term.toLowerCase());
  return (text) => fits(pieces, text.toLowerCase());
}

const valuesOf = (value: string | readonly string[] | undefined): readonly string[] => (value === undefined ? [] : [value].flat());

const wordsOf = (text: string): string[] => text.split(/[^\p{L}\p{N}]+/u);

function refuse(problem: string): never {
  throw PlatformError.of('queryNotUnderstood', problem);
}
