import { distance } from 'fastest-levenshtein';
import { z } from 'zod';
import { isMissing } from '../../../operations/describe-issue.js';
import { readLoosely, unwrap } from '../../../operations/read-loosely.js';

/** A field that was sent and that the operation does not take, with the one that may have been meant. */
export interface UnknownField {
  readonly path: readonly string[];
  readonly nearest: string | undefined;
}

/** The fields of request data that its schema does not have. Letter case does not count, as for every request. */
export function findUnknownFields(schema: z.core.$ZodType, data: unknown, path: readonly string[] = []): readonly UnknownField[] {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodArray && Array.isArray(data)) {
    return data.flatMap((item, index) => findUnknownFields(inner.element, item, [...path, String(index)]));
  }
  if (!(inner instanceof z.ZodObject) || typeof data !== 'object' || data === null || Array.isArray(data)) return [];
  if (inner.def.catchall !== undefined) return [];
  const shape: z.core.$ZodShape = inner.shape;
  const declared = new Map(Object.keys(shape).map((name) => [name.toLowerCase(), name]));
  const sent = Object.keys(data).map((name) => name.toLowerCase());
  const free = [...declared].filter(([name]) => !sent.includes(name)).map(([, name]) => name);
  return Object.entries(data).flatMap(([name, value]) => {
    const field = shape[declared.get(name.toLowerCase()) ?? ''];
    const here = [...path, name];
    return field === undefined ? [{ path: here, nearest: nearestOf(name, free) }] : findUnknownFields(field, value, here);
  });
}

/** The paths of the fields that must be there and are not. */
export function findMissingFields(schema: z.ZodType, data: unknown): readonly string[] {
  const { error } = schema.safeParse(readLoosely(schema, data ?? {}), { reportInput: true });
  return (error?.issues ?? []).filter(isMissing).map(({ path }) => path.map(String).join('.'));
}

function nearestOf(name: string, candidates: readonly string[]): string | undefined {
  const farthest = Math.max(2, Math.floor(name.length / 3));
  const [nearest] = candidates
    .map((candidate) => ({ candidate, far: distance(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ far }) => far <= farthest)
    .sort((a, b) => a.far - b.far);
  return nearest?.candidate;
}
