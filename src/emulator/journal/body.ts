import type { Redactor } from './redaction.js';

/** A body of at most so many bytes is kept whole. */
const MOST_BYTES = 16_384;

/** So many bytes are kept of a larger one: enough to know it by, since nobody reads half a list. */
const BEGINNING = 1_024;

/** A body as the journal keeps it. */
export interface JournalBody {
  readonly contentType: string | null;
  /** How many bytes were sent. */
  readonly bytes: number;
  readonly kind: 'json' | 'text' | 'binary';
  /** Only the beginning was kept, as text, or nothing at all. */
  readonly truncated: boolean;
  /** JSON as the value that it is, text as text; null for what is neither, or was not read. */
  readonly content: unknown;
}

interface Received {
  readonly contentType: string | undefined;
  readonly payload: unknown;
  /** What the headers say of its length, where they do. */
  readonly length?: string | undefined;
}

const TEXTUAL = /json|text|yaml|xml|form-urlencoded/i;

/** Describes a body without its secrets; null where there was none. */
export function describeBody({ contentType, payload, length }: Received, redactor: Redactor): JournalBody | null {
  const declared = Number(length ?? 0);
  const base = { contentType: contentType ?? null };
  if (payload === undefined || payload === null || payload === '') {
    return declared > 0 ? { ...base, bytes: declared, kind: 'text', truncated: true, content: null } : null;
  }
  if (Buffer.isBuffer(payload)) {
    if (payload.length === 0) return null;
    const bytes = payload.length;
    if (!TEXTUAL.test(contentType ?? '')) return { ...base, bytes, kind: 'binary', truncated: false, content: null };
    return { ...base, bytes, ...describeText(payload.toString(), redactor) };
  }
  if (typeof payload === 'string') return { ...base, bytes: Buffer.byteLength(payload), ...describeText(payload, redactor) };
  const value = redactor.value(payload);
  return isEmpty(value) ? null : { ...base, bytes: declared, ...describeValue(value) };
}

type Content = Pick<JournalBody, 'kind' | 'truncated' | 'content'>;

function describeText(text: string, redactor: Redactor): Content {
  if (isLarge(text)) return cut(redactor.text(text.slice(0, MOST_BYTES)));
  const parsed = parse(text);
  if (parsed !== undefined) {
    const value = redactor.value(parsed.value);
    // What is short stays short enough whatever is hidden in it.
    return text.length <= MOST_BYTES / 8 ? { kind: 'json', truncated: false, content: value } : describeValue(value);
  }
  const readable = redactor.text(text);
  return isLarge(readable) ? cut(readable) : { kind: 'text', truncated: false, content: readable };
}

function describeValue(value: unknown): Content {
  const json = JSON.stringify(value);
  return isLarge(json) ? cut(json) : { kind: 'json', truncated: false, content: value };
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

const isLarge = (text: string): boolean => text.length * 3 > MOST_BYTES && Buffer.byteLength(text) > MOST_BYTES;

/** Only its beginning, in whole characters. */
function cut(text: string): Content {
  const beginning = Buffer.from(text.slice(0, BEGINNING)).subarray(0, BEGINNING).toString();
  return { kind: 'text', truncated: true, content: beginning.replace(/\uFFFD+$/, '') };
}

const isEmpty = (value: unknown): boolean => typeof value === 'object' && value !== null && Object.keys(value).length === 0;
