import { z } from 'zod';
import { PlatformError } from '../platform/errors.js';
import { sortKeys } from './resource.js';

/** Where the next batch begins: behind the resource with these values in the order that the search began with. */
const Cursor = z.object({ sort: z.array(z.enum(sortKeys)), after: z.array(z.string()) });
export type Cursor = z.output<typeof Cursor>;

export const writeCursor = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');

/** @throws PlatformError queryNotUnderstood for what {@link writeCursor} never wrote */
export function readCursor(text: string): Cursor {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch {
    throw PlatformError.of('queryNotUnderstood', 'the cursor is none that a search answered');
  }
}
