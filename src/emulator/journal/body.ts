import type { Redactor } from './redaction.js';

/** The most bytes of a body that are kept. */
const MOST_BYTES = 16_384;

/** A text of more characters is not read as JSON: only its beginning would be kept of it, and as text. */
const MOST_READ = 4 * MOST_BYTES;

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
  return isEmpty(value) ? null : { ...base, bytes: declared, ...capped(value, JSON.stringify(value)) };
}

type Content = Pick<JournalBody, 'kind' | 'truncated' | 'content'>;

function describeText(text: string, redactor: Redactor): Content {
  if (text.length > MOST_READ) return { kind: 'text', truncated: true, content: beginningOf(redactor.text(text.slice(0, MOST_READ))) };
  const parsed = parse(text);
  if (parsed !== undefined) {
    const value = redactor.value(parsed.value);
    // What is short stays short enough whatever is hidden in it.
    if (text.length <= MOST_BYTES / 8) return { kind: 'json', truncated: false, content: value };
    return capped(value, JSON.stringify(value));
  }
  const readable = redactor.text(text);
  const kept = beginningOf(readable);
  return { kind: 'text', truncated: kept !== readable, content: kept };
}

function capped(value: unknown, json: string): Content {
  const kept = beginningOf(json);
  return kept === json ? { kind: 'json', truncated: false, content: value } : { kind: 'text', truncated: true, content: kept };
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

/** As much of a text as fits, in whole characters. */
function beginningOf(text: string): string {
  if (text.length * 3 <= MOST_BYTES) return text;
  const bytes = Buffer.from(text);
  return bytes.length <= MOST_BYTES ? text : bytes.subarray(0, MOST_BYTES).toString().replace(/\uFFFD+$/, '');
}

const isEmpty = (value: unknown): boolean => typeof value === 'object' && value !== null && Object.keys(value).length === 0;
