import { type Document, type PlacedOperation, resolve } from '../../surface/document.js';
import type { Call } from '../../support/emulator.js';
import { fieldsOf } from './fields.js';
import { type Draft, FORM, type Texts, toCall } from './draft.js';
import { alternativesOf, isRecord, type JsonSchema, type Known, sampleOf } from './schema.js';
import { type Encoded, headerTexts, partsOf, textsOf } from './texts.js';
import { fewOf, type Value, valuesOf } from './values.js';

/** A request, by what is tried in it: the field, and the value there. */
export interface Variant {
  readonly field: string;
  readonly what: string;
  readonly call: Call;
}

type Parameter = NonNullable<PlacedOperation['parameters']>[number];
/** What is tried, and the parts of the request that it changes. */
type Change = readonly [field: string, what: string, changed: Partial<Draft>];

/** A body with more fields than this has most of them from other bodies, where they are tried in full. */
const MANY = 20;

/** Everything to try of an operation, beginning with what its document shows. */
export function variantsOf(document: Document, operation: PlacedOperation, known: Known, token: string): readonly Variant[] {
  const { operationId: word, parameters = [], requestBody } = operation;
  const [[type, media] = []] = Object.entries(requestBody?.content ?? {});
  const schema = media === undefined ? undefined : (resolve(document, media.schema) as JsonSchema);
  const shown = schema && adapt(document, schema, schema.examples?.[0], known);
  const write = (body: unknown): Partial<Draft> => (schema === undefined ? {} : type === FORM ? { form: toForm(body) } : { json: JSON.stringify(body) });

  const textIn = ({ name, in: place, example, schema: own }: Parameter): string => {
    const text = String(known(name) ?? example ?? sampleOf(document, own, known));
    return place === 'header' ? text : encodeURIComponent(text);
  };
  const given = (place: Parameter['in'], isGiven: (one: Parameter) => boolean): Texts =>
    Object.fromEntries(parameters.filter((one) => one.in === place && isGiven(one)).map((one) => [one.name, [textIn(one)]]));
  const isRequired = ({ required }: Parameter): boolean => required;
  const base: Draft = { path: given('path', isRequired), query: given('query', isRequired), header: given('header', isRequired), ...write(shown) };

  const ofForm = Object.entries(type === FORM ? (schema?.properties ?? {}) : {}).flatMap(([name, own]): Change[] =>
    inTexts(name, [...textsOf(document, own, word), twice(word)], (texts) => ({ form: { ...base.form, [name]: texts } })),
  );
  const ofParameters = parameters.flatMap((one): Change[] =>
    inTexts(`${one.in} ${one.name}`, encodedOf(document, one, word), (texts) => ({ [one.in]: { ...base[one.in], [one.name]: texts } })),
  );
  const { least, all } = extremes(document, schema ?? {}, shown, known);
  const changes: readonly Change[] = [
    ['request', 'as documented', {}],
    ['request', 'nothing optional', write(least)],
    ['request', 'everything optional', { query: given('query', () => true), ...write(all) }],
    ...ofParameters,
    ...ofForm,
    ...(schema === undefined || type === FORM ? [] : inJson(document, schema, shown, known, word)),
  ];
  const [documented, ...others] = changes.map(([field, what, changed]) => ({ field, what, call: toCall(operation, { ...base, ...changed }, token) }));
  return documented === undefined ? [] : [documented, ...others.filter(({ call }) => JSON.stringify(call) !== JSON.stringify(documented.call))];
}

const toForm = (body: unknown): Texts => Object.fromEntries(Object.entries(body as object).map(([name, text]) => [name, [encodeURIComponent(String(text))]]));

const inTexts = (field: string, tried: readonly Encoded[], change: (texts: readonly string[]) => Partial<Draft>): Change[] =>
  tried.map(({ what, texts }) => [field, what, change(texts)]);

const twice = (word: string): Encoded => ({ what: 'twice', texts: [word, word] });

function encodedOf(document: Document, { in: place, required, schema }: Parameter, word: string): readonly Encoded[] {
  if (place === 'path') return partsOf(word);
  const tried = place === 'header' ? headerTexts(word) : [...textsOf(document, schema, word), twice(word)];
  // Without what it need not have, a request is as documented.
  return required ? tried : tried.filter(({ texts }) => texts.length > 0);
}

/** The body with all that it must have and nothing else, and with everything that it can have. */
function extremes(document: Document, { properties = {}, required = [] }: JsonSchema, shown: unknown, known: Known): { readonly least: object; readonly all: object } {
  const samples = Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, sampleOf(document, schema, known, name)]));
  const all = { ...samples, ...(isRecord(shown) ? shown : {}) };
  return { all, least: Object.fromEntries(Object.entries(all).filter(([name]) => required.includes(name))) };
}

const WHOLE_BODIES = { nothing: '', 'no JSON': '{"', null: 'null', 'a list': '[]', 'a text': '"text"', 'a number': '7', 'an empty object': '{}' };

function inJson(document: Document, schema: JsonSchema, shown: unknown, known: Known, word: string): Change[] {
  const whole = Object.entries({ ...WHOLE_BODIES, 'an unknown field': JSON.stringify({ ...(shown as object), [word]: word }) });
  const fields = fieldsOf(document, schema, shown, known);
  const choose = fields.length > MANY ? fewOf : (values: readonly Value[]) => values;
  return [
    ...whole.map(([what, json]): Change => ['body', what, { json }]),
    ...fields.flatMap(({ name, schema: own, put }) => choose(valuesOf(document, own, known, word)).map((value): Change => [name, value.what, { json: JSON.stringify(put(value)) }])),
  ];
}

/** An example with the names of objects that exist. */
function adapt(document: Document, schema: JsonSchema, example: unknown, known: Known, field = ''): unknown {
  const name = known(field);
  if (name !== undefined) return name;
  const alternatives = alternativesOf(document, schema);
  if (Array.isArray(example)) return example.map((item: unknown) => adapt(document, alternatives.find(({ items }) => items)?.items ?? {}, item, known, field));
  if (!isRecord(example)) return example;
  const properties = Object.assign({}, ...alternatives.map((one) => one.properties)) as Readonly<Record<string, JsonSchema>>;
  return Object.fromEntries(Object.entries(example).map(([key, value]) => [key, properties[key] === undefined ? value : adapt(document, properties[key], value, known, key)]));
}
