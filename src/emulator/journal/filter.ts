import type { EntryFilter } from './repository.js';
import type { JournalQuery } from './schemas.js';

type Filters = Omit<JournalQuery, 'after' | 'before' | 'limit' | 'cursor'>;

/** Which entries a query asks for, its marks aside. */
export const toFilter = ({ operation, method, path, status, body, answer }: Filters): EntryFilter => ({
  operation: operation === undefined ? undefined : toPattern(operation),
  method,
  path: path === undefined ? undefined : toPattern(path),
  status: status === undefined ? undefined : toRange(status.toLowerCase()),
  requestBody: body,
  answerBody: answer,
});

/** A text in which `*` stands for any part, as a pattern of LIKE. */
const toPattern = (text: string): string => text.replaceAll(/[\\%_]/g, String.raw`\$&`).replaceAll('*', '%');

/** `404`, `4xx` or `none` as the statuses that it stands for, both ends included. */
function toRange(status: string): readonly [number, number] | null {
  if (status === 'none') return null;
  return status.endsWith('xx') ? [Number(status[0]) * 100, Number(status[0]) * 100 + 99] : [Number(status), Number(status)];
}
