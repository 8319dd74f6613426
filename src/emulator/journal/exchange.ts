import type { IncomingHttpHeaders } from 'node:http';

/** One request and what came of it, as it was received and sent: kept by reference, so that it costs next to nothing. */
export interface Exchange {
  readonly accountId: string;
  /** Real time at which the request came. */
  readonly at: Date;
  readonly durationMs: number;
  readonly requestId: string;
  /** Undefined for what no operation takes. */
  readonly operationId: string | undefined;
  readonly method: string;
  /** Path and query as routes know them. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** The text of the body, or what a form was read as; undefined where it was not read. */
  readonly body: unknown;
  /** Undefined when the connection went before there was an answer. */
  readonly answer: Answer | undefined;
  /** What was injected, where something was. */
  readonly fault: unknown;
}

/** What was sent. */
export interface Answer {
  readonly status: number;
  readonly contentType: string | undefined;
  /** What was sent; undefined for a stream, and where nothing was. */
  readonly payload: string | Buffer | undefined;
}
