import type { Call } from '../../support/emulator.js';
import type { PlacedOperation } from '../../surface/document.js';

/** Texts by the name of what they are given for. A name may have several, or none where it is left out. */
export type Texts = Readonly<Record<string, readonly string[]>>;

/** A request in parts. Texts of path, query and form stand as they are in a URL. */
export interface Draft {
  readonly path: Texts;
  readonly query: Texts;
  readonly header: Texts;
  readonly form?: Texts;
  readonly json?: string;
}

export const FORM = 'application/x-www-form-urlencoded';

export function toCall({ method, path }: PlacedOperation, { path: parts, query, header, form, json }: Draft, token: string): Call {
  const url = Object.entries(parts).reduce((text, [name, [part = '']]) => text.replace(`{${name}}`, () => part), path);
  const search = pairs(query);
  const headers = Object.fromEntries(Object.entries(header).flatMap(([name, [value]]) => (value === undefined ? [] : [[name, value]])));
  const body = form === undefined ? json : pairs(form);
  return {
    method: method as Call['method'],
    url: search === '' ? url : `${url}?${search}`,
    headers: { authorization: `Bearer ${token}`, ...headers, ...(form !== undefined && { 'content-type': FORM }) },
    ...(body !== undefined && { body }),
  };
}

const pairs = (texts: Texts): string => Object.entries(texts).flatMap(([name, values]) => values.map((value) => `${name}=${value}`)).join('&');
