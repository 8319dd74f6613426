import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import { describeIssue } from './describe-issue.js';
import { findUnusableTexts } from './texts.js';
import { isNestedDeeper } from './yaml-depth.js';

/** Where something is in a value: `accounts`, `shop`, `clusters`, 0. */
export type Path = readonly PropertyKey[];

/** Something wrong in a text, and where: lines and columns count from 1. */
export interface Problem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Whoever follows aliases to aliases gets no more values than this of each. */
const MOST_ALIASES = 100;

/** Nobody who writes for readers nests deeper. */
const MOST_LEVELS = 100;

/** A text in YAML or JSON, which knows where in it everything is. */
export class Source {
  private constructor(
    private readonly document: Document.Parsed,
    private readonly lines: LineCounter,
    readonly value: unknown,
  ) {}

  /** Reads a text, or says why it cannot be read. JSON is YAML too. */
  static read(text: string): Source | readonly Problem[] {
    if (isNestedDeeper(text, MOST_LEVELS)) return [{ line: 1, column: 1, message: `cannot be read as YAML: it is nested more than ${MOST_LEVELS} levels deep` }];
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
    const problemAt = (offset: number, message: string): Problem => {
      const { line, col: column } = lines.linePos(offset);
      return { line, column, message };
    };
    if (document.errors.length > 0) return document.errors.map(({ pos: [start], message }) => problemAt(start, `cannot be read as YAML: ${message}`));
    const repeated = repeatedKeys(document);
    if (repeated.length > 0) return repeated.map(({ offset, key }) => problemAt(offset, `the name '${key}' is there already`));
    try {
      return new Source(document, lines, document.toJS({ maxAliasCount: MOST_ALIASES }));
    } catch (error) {
      return [problemAt(0, `cannot be read as YAML: ${error instanceof Error ? error.message : String(error)}`)];
    }
  }

  /** What the text says, if it is as the schema wants it, or all that is wrong with it. */
  check<Schema extends z.ZodType>(schema: Schema): { readonly value: z.output<Schema> } | { readonly problems: readonly Problem[] } {
    const result = schema.safeParse(this.value, { reportInput: true });
    if (!result.success) return { problems: result.error.issues.flatMap((issue) => this.problemsOf(issue)) };
    const unusable = findUnusableTexts(schema, this.value);
    return unusable.length === 0 ? { value: result.data } : { problems: unusable.map((message) => this.problem([], message)) };
  }

  /** A problem with what is at the path, or with what is nearest to it where nothing is there. */
  problem(path: Path, message: string, isNameMeant = false): Problem {
    const { line, col: column } = this.lines.linePos(this.offsetOf(path, isNameMeant));
    return { line, column, message };
  }

  private problemsOf(issue: z.core.$ZodIssue): Problem[] {
    const field = issue.path.map(String).join('.');
    switch (issue.code) {
      case 'unrecognized_keys':
        return issue.keys.map((key) => this.problem([...issue.path, key], `${field === '' ? 'the file' : field} has no field '${key}'`, true));
      case 'invalid_key':
        return [this.problem(issue.path, `${field} ${issue.issues[0]?.message ?? 'is no name'}`, true)];
      case 'invalid_type':
        if (issue.expected === 'string' && typeof issue.input === 'number') return [this.problem(issue.path, `${field} must be a string: put it into quotes`)];
    }
    return [this.problem(issue.path, describeIssue(issue, 'the file'))];
  }

  /** Where the value at the path begins; or its name, where that is asked for or there is no value on a line of its own. */
  private offsetOf(path: Path, isNameMeant: boolean): number {
    let node: Node | null = this.document.contents;
    let offset = startOf(node) ?? 0;
    for (const [index, part] of path.entries()) {
      const { key, value } = below(this.document, node, part);
      if (key === undefined && value === undefined) return offset;
      const isName = (isNameMeant && index === path.length - 1) || !standsForItself(value);
      offset = startOf(isName ? (key ?? value) : value) ?? offset;
      node = value ?? null;
    }
    return offset;
  }
}

/** Whether the value is what one looks at: a block of fields is known by its name, and so is nothing. */
const standsForItself = (value: Node | undefined): boolean => (isScalar(value) ? value.value !== null : !isMap(value) || value.flow === true);

const startOf = (node: unknown): number | undefined => (node as Partial<Node> | null | undefined)?.range?.[0];

/** The key and the value of a part of a map, or the value of a part of a list. */
function below(document: Document.Parsed, node: Node | null, part: PropertyKey): { readonly key?: Node; readonly value?: Node } {
  const place = isAlias(node) ? node.resolve(document) : node;
  if (isMap<Node, Node | null>(place)) {
    const pair = place.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
    return pair === undefined ? {} : { key: pair.key, ...(pair.value !== null && { value: pair.value }) };
  }
  const item: unknown = isSeq(place) ? place.items[Number(part)] : undefined;
  return item === undefined ? {} : { value: item as Node };
}

/** The library's own check compares each name with all others, which takes too long for many. */
function repeatedKeys(document: Document.Parsed): { readonly offset: number; readonly key: string }[] {
  const repeated: { offset: number; key: string }[] = [];
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Set<string>();
      for (const { key } of items.filter((pair) => isScalar(pair.key))) {
        const name = isScalar(key) ? String(key.value) : '';
        if (seen.has(name)) repeated.push({ offset: startOf(key) ?? 0, key: name });
        seen.add(name);
      }
    },
  });
  return repeated;
}

const sources = new WeakMap<object, Source>();

/** Remembers which text a value was read from. */
export function rememberSource<Value>(value: Value, source: Source): Value {
  if (typeof value === 'object' && value !== null) sources.set(value, source);
  return value;
}

/** The text that a value was read from; undefined for a value that came otherwise. */
export const sourceOf = (value: unknown): Source | undefined => (typeof value === 'object' && value !== null ? sources.get(value) : undefined);

/** Whoever has more problems than this has seen enough. */
const MOST_PROBLEMS = 20;

/** Problems, each printed, as far as anybody reads them. */
export function listProblems(problems: readonly Problem[], print: (problem: Problem) => string): string[] {
  const more = problems.length - MOST_PROBLEMS;
  return [...problems.slice(0, MOST_PROBLEMS).map(print), ...(more > 0 ? [`and ${more} more`] : [])];
}

/** Problems as one sentence part for an answer. */
export const printProblems = (problems: readonly Problem[]): string =>
  listProblems(problems, ({ line, column, message }) => `line ${line}, column ${column}: ${message}`).join('; ');
