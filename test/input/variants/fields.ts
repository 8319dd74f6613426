import type { Document } from '../../surface/document.js';
import { alternativesOf, isRecord, type JsonSchema, type Known, sampleOf } from './schema.js';
import type { Value } from './values.js';

/** A field of a body, however deep: what it may be, and the body with another value in its place. */
export interface Field {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly put: (given: Value) => unknown;
}

/**
 * All fields of a body, those below lists and below each of several alternatives too. Where `present`, the documented
 * body, has nothing above a field, the least that fits stands there.
 */
export function fieldsOf(document: Document, schema: JsonSchema, present: unknown, known: Known): readonly Field[] {
  const below = (one: JsonSchema, here: unknown, name: string, put: (value: unknown) => unknown): Field[] => {
    const alternatives = alternativesOf(document, one).filter(({ type }) => type === 'object' || type === 'array');
    return alternatives.flatMap((alternative) => {
      const label = alternatives.length === 1 ? name : `${name}(${nameOf(alternative)})`;
      return alternative.type === 'array' ? inList(alternative, here, label, put) : inObject(alternative, here, label, put, alternatives.length === 1);
    });
  };

  const inObject = (object: JsonSchema, here: unknown, name: string, put: (value: unknown) => unknown, isOnly: boolean): Field[] => {
    const whole = isRecord(here) && isOnly ? here : (sampleOf(document, object, known) as Readonly<Record<string, unknown>>);
    const { additionalProperties } = object;
    const chosen = additionalProperties === undefined || additionalProperties === false ? {} : { [Object.keys(whole)[0] ?? 'key']: additionalProperties };
    const isChosen = (key: string): boolean => Object.hasOwn(chosen, key);
    return Object.entries({ ...object.properties, ...chosen }).flatMap(([key, property]) => {
      const rest = Object.fromEntries(Object.entries(whole).filter(([other]) => other !== key));
      const field: Field = { name: `${name}${name === '' ? '' : '.'}${isChosen(key) ? '*' : key}`, schema: property, put: (given) => put('value' in given ? { ...whole, [key]: given.value } : rest) };
      // What callers name themselves is tried as a whole: below it is what other operations have under its own name.
      return isChosen(key) ? [field] : [field, ...below(property, whole[key] ?? known(key), field.name, (value) => field.put({ what: '', value }))];
    });
  };

  const inList = ({ items = {} }: JsonSchema, here: unknown, name: string, put: (value: unknown) => unknown): Field[] => {
    const field: Field = { name: `${name}[]`, schema: items, put: (given) => put('value' in given ? [given.value] : []) };
    const first = (Array.isArray(here) ? (here as readonly unknown[]) : [])[0];
    return [field, ...below(items, first ?? sampleOf(document, items, known, name), field.name, (value) => put([value]))];
  };

  return below(schema, present, '', (value) => value);
}

/** What tells an alternative from the others: the word that only it has, or its type. */
function nameOf({ type = '', properties = {} }: JsonSchema): string {
  const word = Object.values(properties).find((one) => one.const !== undefined)?.const;
  return typeof word === 'string' ? word : type;
}
