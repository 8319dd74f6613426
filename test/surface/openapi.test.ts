import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { operations as catalogue } from '../../src/operations/catalogue.js';
import { connectEmulator } from '../support/emulator.js';
import { type Document, operationsOf, resolve, type Schema } from './document.js';

const emulator = await connectEmulator();
const document = (await emulator.call({ method: 'GET', url: '/openapi.json' })).body as Document;
const operations = operationsOf(document).map((operation) => [operation.operationId, operation] as const);

/** Whether a schema shows an example: its own, or one for each of its parts. */
function hasExample(schema: Schema): boolean {
  const { examples = [], items, properties } = resolve(document, schema);
  if (examples.length > 0) return true;
  if (items !== undefined) return hasExample(items);
  return properties !== undefined && Object.values(properties).every(hasExample);
}

describe('the document', () => {
  test('is served as JSON and as YAML, which say the same', async () => {
    const json = await emulator.call({ method: 'GET', url: '/openapi.json' });
    const yaml = await emulator.call({ method: 'GET', url: '/openapi.yaml' });
    expect([json.status, json.headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
    expect([yaml.status, yaml.headers['content-type']]).toEqual([200, 'application/yaml']);
    expect(parse(yaml.text)).toEqual(json.body);
  });

  test('is OpenAPI 3.1, and every operation has an id of its own', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    const ids = operations.map(([id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(ids.length).toBeGreaterThan(40);
  });

  test('refers to nothing that it lacks, and has nothing that is not referred to', () => {
    const references = new Set([...JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name));
    expect([...references].sort()).toEqual(Object.keys(document.components.schemas).sort());
  });
});

describe('every operation is documented whole:', () => {
  test.each(operations)('%s', (_, operation) => {
    const { method, path, summary, tags, parameters = [], requestBody, responses } = operation;
    expect(summary).toMatch(/^[A-Z].{5,}[^.]$/);
    expect(tags).toHaveLength(1);
    expect(document.tags.map(({ name }) => name)).toEqual(expect.arrayContaining([...tags]));

    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)).toEqual(inPath);
    for (const parameter of parameters.filter(({ required }) => required)) {
      expect(parameter).toMatchObject({ description: expect.stringMatching(/./), example: expect.anything() });
    }

    for (const { schema } of Object.values(requestBody?.content ?? {})) {
      expect(schema.$ref).toBeDefined();
      expect(resolve(document, schema).examples).not.toHaveLength(0);
      expect(resolve(document, schema)).toHaveProperty('examples');
    }

    const answers = Object.values(responses).map(({ content }) => content?.['application/json']?.schema);
    for (const schema of answers.filter((one) => one !== undefined)) expect([schema, hasExample(schema)]).toEqual([schema, true]);

    const good = Object.keys(responses).filter((status) => status.startsWith('2'));
    expect(good).toHaveLength(1);
    for (const [status, { description, content }] of Object.entries(responses)) {
      expect(description).not.toBe('Default Response');
      expect([status, description.length > 0]).toEqual([status, true]);
      if (content === undefined) expect([status, description]).toEqual([expect.stringMatching(/^2/), 'Done; the answer has no body.']);
      for (const { schema } of Object.values(content ?? {})) expect([status, schema]).toEqual([status, expect.any(Object)]);
    }
    expect([method, requestBody !== undefined && ['GET', 'DELETE'].includes(method)]).toEqual([method, false]);
  });

  test.each(operations.filter(([id, { path }]) => path.startsWith('/v') && Object.hasOwn(catalogue, id)))('%s answers refusals in the envelope', (_, { responses, requestBody }) => {
    const refusals = Object.entries(responses).filter(([status]) => !status.startsWith('2'));
    const statuses = refusals.map(([status]) => status);
    expect(statuses).toEqual(expect.arrayContaining(['401', '500', ...(requestBody === undefined ? [] : ['400', '413', '415'])]));
    for (const [, { content }] of refusals) {
      expect(content?.['application/json']?.schema).toEqual({ $ref: '#/components/schemas/ErrorResponse' });
    }
  });
});

describe('every example fits its schema:', () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true, formats: { uri: (text) => URL.canParse(text), 'date-time': true } });
  ajv.addSchema({ $id: 'document', components: document.components });
  const validate = (schema: Schema, example: unknown): unknown => {
    const absolute = JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"document#/components')) as object;
    const check = ajv.compile(absolute);
    return check(example) ? [] : check.errors;
  };
  const withExamples = Object.entries(document.components.schemas).filter(([, { examples }]) => examples !== undefined);

  test.each(withExamples)('the schema %s', (_, schema) => {
    for (const example of schema.examples ?? []) expect(validate(schema, example)).toEqual([]);
  });

  test('its fields too', () => {
    const fields = Object.values(document.components.schemas).flatMap(({ properties = {} }) => Object.values(properties));
    for (const field of fields) for (const example of field.examples ?? []) expect([example, validate(field, example)]).toEqual([example, []]);
  });

  test('and those of parameters', () => {
    const parameters = operations.flatMap(([, { parameters: all = [] }]) => all).filter(({ example }) => example !== undefined);
    for (const { name, schema, example } of parameters) expect([name, validate(schema, example)]).toEqual([name, []]);
    expect(parameters.length).toBeGreaterThan(20);
  });
});
