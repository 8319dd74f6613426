import { z } from 'zod';
import { meaningfulWhenEmpty } from './query-flag.js';

/**
 * Request data as real callers mean it: keys are matched ignoring case (bluemix-go sends `GatewayEnabled`),
 * and an empty string or null in place of a declared field counts as absent (Terraform sends them for what
 * the user left out). Maps with free keys, such as labels, are left as they are.
 */
export function readLoosely(schema: z.core.$ZodType, data: unknown): unknown {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodArray && Array.isArray(data)) return data.map((item) => readLoosely(inner.element, item));
  if (inner instanceof z.ZodObject && isRecord(data)) return readObject(inner.shape, data);
  return data;
}

function readObject(shape: z.core.$ZodShape, data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const declared = new Map(Object.keys(shape).map((key) => [key.toLowerCase(), key]));
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(data)) {
    const name = declared.get(key.toLowerCase());
    const schema = name === undefined ? undefined : shape[name];
    if (name === undefined || schema === undefined || countsAsAbsent(value, schema)) continue;
    if (name in result && key !== name) continue;
    result[name] = readLoosely(schema, value);
  }
  return result;
}

const countsAsAbsent = (value: unknown, schema: z.core.$ZodType): boolean =>
  value === null || (value === '' && !meaningfulWhenEmpty.has(schema));

/** The schema below the wrappers that say how absence is handled. */
export function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) {
    return unwrap(schema.unwrap());
  }
  return schema instanceof z.ZodPipe ? unwrap(schema.out) : schema;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
