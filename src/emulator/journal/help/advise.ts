import type { EntryRow } from '../repository.js';
import { findMissingFields, findUnknownFields } from './fields.js';
import { findAt, findNearest } from './paths.js';
import type { Shape, Shapes } from './shapes.js';

/** What the sender of a request may have meant. */
export interface Advice {
  readonly problem: 'unknown path' | 'wrong method' | 'not built' | 'unknown field' | 'missing field';
  /** The path, or the field behind `query.` or `body.`. */
  readonly where: string;
  readonly text: string;
  /** Operations or fields that are near, the nearest first. */
  readonly nearest: readonly string[];
}

/** Says of a recorded request what was wrong with it and what is near. The API's own answers tell nothing of it. */
export function advise(entry: EntryRow, shapes: Shapes): readonly Advice[] {
  const shape = shapes.find(entry.operationId?.replace(/Alias$/, '') ?? '');
  if (shape === undefined) return adviseOnPath(entry, shapes);
  return shape.isServed ? adviseOnFields(entry, shape) : [adviseOnUnbuilt(entry, shape, shapes)];
}

function adviseOnPath({ method, path, status }: EntryRow, shapes: Shapes): readonly Advice[] {
  if (status !== 404 && status !== 405) return [];
  const here = findAt(path, shapes.all());
  if (here.length > 0) {
    const methods = here.map((shape) => shape.method).join(', ');
    return [{ problem: 'wrong method', where: path, text: `${path} takes ${methods}, not ${method}.`, nearest: here.map(print) }];
  }
  const nearest = findNearest(method, path, shapes.all()).map(print);
  const [first] = nearest;
  const hint = first === undefined ? 'Nothing is near it.' : `Did you mean ${first}?`;
  return [{ problem: 'unknown path', where: path, text: `There is no operation ${method} ${path}. ${hint}`, nearest }];
}

function adviseOnUnbuilt({ method, path }: EntryRow, { operationId }: Shape, shapes: Shapes): Advice {
  const served = shapes.all().filter(({ isServed }) => isServed);
  const text = `${operationId} is an operation of the real API that this emulator has not built.`;
  return { problem: 'not built', where: path, text, nearest: findNearest(method, path, served).map(print) };
}

function adviseOnFields({ request, status }: EntryRow, { operationId, query, body }: Shape): readonly Advice[] {
  const isRefused = status !== null && status >= 400;
  const parts = [
    { name: 'query', schema: query, data: request.query },
    { name: 'body', schema: body, data: request.body?.kind === 'json' ? request.body.content : undefined },
  ];
  return parts.flatMap(({ name, schema, data }) => {
    if (schema === undefined || (data === undefined && request.body !== null)) return [];
    const unknown = findUnknownFields(schema, data)
      // Clients send what only newer servers know; that is a mistake only where it may have been meant for something else.
      .filter(({ nearest }) => isRefused || nearest !== undefined)
      .map(({ path, nearest }): Advice => {
        const where = `${name}.${path.join('.')}`;
        const hint = nearest === undefined ? '' : ` Did you mean ${nearest}?`;
        const text = `${operationId} takes no ${where}; it counts for nothing.${hint}`;
        return { problem: 'unknown field', where, text, nearest: nearest === undefined ? [] : [nearest] };
      });
    const missing = (isRefused ? findMissingFields(schema, data) : []).map((path): Advice => {
      const where = `${name}.${path}`;
      return { problem: 'missing field', where, text: `${operationId} needs ${where}.`, nearest: [] };
    });
    return [...unknown, ...missing];
  });
}

const print = ({ method, path, operationId }: Shape): string => `${method} ${path} (${operationId})`;
