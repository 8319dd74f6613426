import type { IncomingHttpHeaders } from 'node:http';
import { describeBody, type JournalBody } from './body.js';
import type { Exchange } from './exchange.js';
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
    body: describeBody({ contentType: headers['content-type'], payload: body, length: lengthOf(headers) }, redactor),
  };
  const answered: RecordedAnswer | null = answer === undefined ? null : { body: describeBody(answer, redactor) };
  const write = (value: unknown): string => redactor.sweep(JSON.stringify(value ?? null));
  return {
    ...{ accountId, at, durationMs, requestId, operationId, method },
    path: redactor.text(path),
    status: answer?.status ?? null,
    fault: write(fault),
    request: write(request),
    answer: write(answered),
  };
}

const lengthOf = (headers: IncomingHttpHeaders): string | undefined => headers['content-length'];

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
