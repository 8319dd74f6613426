import type { Call } from '../support/emulator.js';
import { type Document, type PlacedOperation, resolve, type Schema } from '../surface/document.js';
import { foreignNames, namesIn } from './references.js';
import type { World } from './world.js';

/** A place in a request that names an object: a parameter, or a field of the body by its path. */
interface Slot {
  readonly field: string;
  readonly names: NonNullable<ReturnType<typeof namesIn>>;
  set(draft: Draft, value: string): void;
}

interface Draft {
  url: string;
  readonly query: URLSearchParams;
  readonly headers: Record<string, string>;
  readonly body: unknown;
}

/** The same request twice: about an object of another account, and about one that nobody has. */
export interface Pair {
  readonly what: string;
  readonly foreign: Call;
  readonly unknown: Call;
  /** The texts in which the two differ. */
  readonly names: readonly (readonly [foreign: string, unknown: string])[];
}

/** Every request of an operation by `caller` in which one field names an object of `owner`, and one in which all do. */
export function pairsOf(document: Document, operation: PlacedOperation, caller: World, owner: World): readonly Pair[] {
  const slots = slotsOf(document, operation);
  const build = (changes: ReadonlyMap<Slot, string>): Call => {
    const draft = draftOf(document, operation);
    for (const slot of slots) {
      const value = changes.get(slot) ?? (isOptionalHeader(slot) ? undefined : slot.names(caller)[0]);
      if (value !== undefined) slot.set(draft, value);
    }
    return toCall(operation, draft, caller);
  };
  const single = slots.flatMap((slot) => {
    const { foreign, unknown } = foreignNames(slot.names, owner);
    return foreign.map((name, index): Pair => {
      const other = unknown[index] ?? '';
      return { what: `${slot.field} = ${name}`, foreign: build(new Map([[slot, name]])), unknown: build(new Map([[slot, other]])), names: [[name, other]] };
    });
  });
  const chosen = slots.filter((slot) => !isOptionalHeader(slot));
  return chosen.length < 2 ? single : [...single, allAtOnce(chosen, owner, build)];
}

/** The request of the caller about its own objects, where it has any. */
export function ownCall(document: Document, operation: PlacedOperation, caller: World): Call {
  const draft = draftOf(document, operation);
  for (const slot of slotsOf(document, operation)) if (!isOptionalHeader(slot)) slot.set(draft, slot.names(caller)[0] ?? '');
  return toCall(operation, draft, caller);
}

/** The documented request, whatever it names. */
export const documentedCall = (document: Document, operation: PlacedOperation, caller: World): Call =>
  toCall(operation, draftOf(document, operation), caller);

function allAtOnce(slots: readonly Slot[], owner: World, build: (changes: ReadonlyMap<Slot, string>) => Call): Pair {
  const chosen = slots.map((slot) => [slot, foreignNames(slot.names, owner)] as const);
  return {
    what: 'everything',
    foreign: build(new Map(chosen.map(([slot, { foreign }]) => [slot, foreign[0] ?? '']))),
    unknown: build(new Map(chosen.map(([slot, { unknown }]) => [slot, unknown[0] ?? '']))),
    names: chosen.map(([, { foreign, unknown }]) => [foreign[0] ?? '', unknown[0] ?? ''] as const),
  };
}

/** Headers are about the whole call, so they are left out unless they are what is tried. */
const isOptionalHeader = ({ field }: Slot): boolean => field.startsWith('x-');

function slotsOf(document: Document, { operationId, parameters = [], requestBody }: PlacedOperation): readonly Slot[] {
  const slots: Slot[] = [];
  for (const { name, in: place } of parameters) {
    const names = namesIn(operationId, name);
    if (names !== undefined) slots.push({ field: name, names, set: setters[place](name) });
  }
  const [media] = Object.values(requestBody?.content ?? {});
  for (const path of media === undefined ? [] : fieldsOf(document, media.schema)) {
    const field = path.at(-1) ?? '';
    const names = namesIn(operationId, field);
    if (names !== undefined) slots.push({ field: path.join('.'), names, set: ({ body }, value) => setIn(body as Record<string, unknown>, path, value) });
  }
  // GraphQL has its arguments where the schema of its body does not look.
  const ofGraphql = operationId === 'graphql' ? namesIn(operationId, 'id') : undefined;
  if (ofGraphql !== undefined) {
    slots.push({ field: 'variables.input.id', names: ofGraphql, set: ({ body }, value) => setIn(body as Record<string, unknown>, ['variables', 'input', 'id'], value) });
  }
  return slots;
}

const setters: Readonly<Record<'path' | 'query' | 'header', (name: string) => Slot['set']>> = {
  path: (name) => (draft, value) => void (draft.url = draft.url.replace(`{${name}}`, encodeURIComponent(value))),
  query: (name) => (draft, value) => draft.query.set(name, value),
  header: (name) => (draft, value) => void (draft.headers[name] = value),
};

/** The paths of all texts in a body, the first element standing for a list; numbers in them are list indexes. */
function fieldsOf(document: Document, schema: Schema, path: readonly string[] = []): (readonly string[])[] {
  const { properties, items } = resolve(document, schema);
  if (items !== undefined) return fieldsOf(document, items, [...path, '0']);
  if (properties === undefined) return path.length === 0 ? [] : [path.at(-1) === '0' ? path.slice(0, -1) : path];
  return Object.entries(properties).flatMap(([name, property]) => fieldsOf(document, property, [...path, name]));
}

function setIn(target: Record<string, unknown>, [head = '', ...rest]: readonly string[], value: string): void {
  if (rest.length === 0) target[head] = value;
  else setIn((target[head] ??= rest[0] === '0' ? [] : {}) as Record<string, unknown>, rest, value);
}

/** The documented examples of all that is required. */
function draftOf(document: Document, { path, parameters = [], requestBody }: PlacedOperation): Draft {
  const draft: Draft = { url: path, query: new URLSearchParams(), headers: {}, body: undefined };
  for (const { name, in: place, required, example } of parameters) {
    if (required && place !== 'path') setters[place](name)(draft, String(example));
  }
  const [media] = Object.values(requestBody?.content ?? {});
  const example = media === undefined ? undefined : resolve(document, media.schema).examples?.[0];
  return { ...draft, body: structuredClone(example) };
}

function toCall({ method, parameters = [] }: PlacedOperation, { url, query, headers, body }: Draft, { account }: World): Call {
  const filled = parameters
    .filter(({ in: place }) => place === 'path')
    .reduce((path, { name, example }) => path.replace(`{${name}}`, encodeURIComponent(String(example))), url);
  return {
    method: method as Call['method'],
    url: query.size === 0 ? filled : `${filled}?${query.toString()}`,
    headers: { ...headers, authorization: `Bearer ${account.token}` },
    ...(body !== undefined && { body }),
  };
}
