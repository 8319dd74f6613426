import { LRUCache } from 'lru-cache';
import { describeBody, type JournalBody } from './body.js';
import type { Answer, Exchange } from './exchange.js';
import { Redactor } from './redaction.js';

/** What was asked, secrets left out. A name that was sent several times has a list. */
export interface RecordedRequest {
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: JournalBody | null;
}

export interface RecordedAnswer {
  readonly body: JournalBody | null;
}

/** An exchange as it is stored; the fields that are JSON are written already. */
export interface JournalRecord extends Pick<Exchange, 'accountId' | 'at' | 'durationMs' | 'requestId' | 'method'> {
  readonly operationId: string | null;
  readonly path: string;
  readonly status: number | null;
  readonly fault: string;
  readonly request: string;
  readonly answer: string;
}

/** Makes of an exchange what may be stored: no secrets, no more than so much of each body. */
export function toRecord(exchange: Exchange): JournalRecord {
  const { accountId, at, durationMs, requestId, operationId = null, method, url, headers, body, answer, fault } = exchange;
  const redactor = new Redactor();
  const [path = '', search = ''] = splitUrl(url);
  const request: RecordedRequest = {
    query: redactor.value(readQuery(search)) as RecordedRequest['query'],
    headers: redactor.value(headers) as RecordedRequest['headers'],
    body: describeBody({ contentType: headers['content-type'], payload: body, length: headers['content-length'] }, redactor),
  };
  const answered = answer === undefined ? 'null' : writeAnswer(answer, redactor);
  return {
    ...{ accountId, at, durationMs, requestId, operationId, method },
    path: redactor.text(path),
    status: answer?.status ?? null,
    fault: JSON.stringify(redactor.sweep(fault ?? null)),
    request: sweep(JSON.stringify(request), redactor),
    answer: sweep(answered, redactor),
  };
}

/**
 * What was asked or answered without the secrets that were met in the other. Only what callers wrote is looked
 * through, for what the journal itself says of it may have the same letters.
 */
function sweep(json: string, redactor: Redactor): string {
  if (!redactor.isMetIn(json)) return json;
  const { body, ...others } = JSON.parse(json) as RecordedAnswer & Partial<RecordedRequest>;
  const swept = Object.entries(others).map(([name, value]) => [name, redactor.sweep(value)]);
  return JSON.stringify({ ...Object.fromEntries(swept), body: body && { ...body, contentType: redactor.sweep(body.contentType), content: redactor.sweep(body.content) } });
}

/** What was written of payloads that hold no secret, for many are sent again and again. */
const written = new LRUCache<string, { readonly contentType: string | undefined; readonly json: string }>({
  maxSize: 8 * 1024 * 1024,
  sizeCalculation: ({ json }, payload) => json.length + payload.length,
});

function writeAnswer({ contentType, payload }: Answer, redactor: Redactor): string {
  const isText = typeof payload === 'string' && payload !== '';
  const known = isText ? written.get(payload) : undefined;
  if (known !== undefined && known.contentType === contentType) return known.json;
  const secretsBefore = redactor.secretsMet;
  const answer: RecordedAnswer = { body: describeBody({ contentType, payload }, redactor) };
  const json = JSON.stringify(answer);
  if (isText && redactor.secretsMet === secretsBefore) written.set(payload, { contentType, json });
  return json;
}

function splitUrl(url: string): string[] {
  const start = url.indexOf('?');
  return start === -1 ? [url] : [url.slice(0, start), url.slice(start + 1)];
}

function readQuery(search: string): Record<string, unknown> {
  const parameters = new URLSearchParams(search);
  return Object.fromEntries(
    [...new Set(parameters.keys())].map((name) => {
      const values = parameters.getAll(name);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}
