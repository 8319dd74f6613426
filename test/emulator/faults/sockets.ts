import { request } from 'node:http';
import type { TestAccount } from '../../support/test-account.js';

/** What came over the wire: an answer, whole or not, or what broke the connection. */
export interface Received {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  /** Whether all that was announced came. */
  readonly complete: boolean;
  /** The code of the error, such as ECONNRESET. */
  readonly error?: string;
}

/** Sends a request on a connection of its own, and looks at the bytes that come back, which no client in between mends. */
export function sendRaw(server: string, account: TestAccount, method: string, path: string, body?: unknown): Promise<Received> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const headers = { authorization: `Bearer ${account.token}`, ...(text !== undefined && { 'content-type': 'application/json' }) };
  return new Promise((resolve) => {
    const sent = request(new URL(path, server), { method, headers, agent: false }, (response) => {
      let received = '';
      const finish = (error?: NodeJS.ErrnoException): void =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: received,
          complete: response.complete,
          ...(error?.code !== undefined && { error: error.code }),
        });
      response.setEncoding('utf8').on('data', (chunk: string) => (received += chunk));
      response.once('end', () => finish()).once('error', finish);
    });
    sent.once('error', (error: NodeJS.ErrnoException) => resolve({ body: '', complete: false, error: error.code ?? error.message }));
    sent.end(text);
  });
}

/** The server that all test files share. */
export function sharedServer(): string {
  const url = process.env['TEST_SERVER_URL'];
  if (url === undefined) throw new Error('TEST_SERVER_URL is not set: run the tests with `npm test`.');
  return url;
}
