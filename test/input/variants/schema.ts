import { type Document, resolve, type Schema } from '../../surface/document.js';

/** A schema of a request, as far as variants are derived from it. */
export interface JsonSchema extends Schema {
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly format?: string;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | false;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
}

/** The schemas of which a value fits one, none of them a reference. */
export function alternativesOf(document: Document, schema: JsonSchema): readonly JsonSchema[] {
  const whole: JsonSchema = resolve(document, schema);
  const alternatives = whole.anyOf ?? whole.oneOf;
  return alternatives === undefined ? [whole] : alternatives.flatMap((one) => alternativesOf(document, one));
}

/** The words that a value may be, where it may be only certain ones. */
export const wordsOf = (schema: JsonSchema): readonly unknown[] | undefined => (schema.const === undefined ? schema.enum : [schema.const]);

/** What a field is called in an example, where names of objects that exist are needed; undefined where any value does. */
export type Known = (field: string) => unknown;

/** The least that fits a schema: its own example, or one of the required parts. */
export function sampleOf(document: Document, schema: JsonSchema, known: Known, field = ''): unknown {
  const [one] = alternativesOf(document, schema);
  if (one === undefined) return undefined;
  const given = known(field) ?? one.examples?.[0] ?? one.default ?? wordsOf(one)?.[0];
  if (given !== undefined) return given;
  switch (one.type) {
    case 'integer':
    case 'number':
      return Math.max(one.minimum ?? 1, 1);
    case 'boolean':
      return true;
    case 'array':
      return one.items === undefined ? [] : [sampleOf(document, one.items, known, field)];
    case 'object':
      return Object.fromEntries((one.required ?? []).map((name) => [name, sampleOf(document, one.properties?.[name] ?? {}, known, name)]));
    default:
      return { uri: 'https://example.com/x', 'date-time': '2030-01-01T00:00:00Z', date: '2030-01-01' }[one.format ?? ''] ?? 'text';
  }
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
