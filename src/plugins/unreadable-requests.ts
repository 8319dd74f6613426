import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { randomUUID } from '../core/ids.js';
import { toEnvelope } from './errors.js';
import { IksError } from '../errors/iks-error.js';

/** Node's words for what is no HTTP; every other code is a plain 400. */
const STATUS_OF: Readonly<Record<string, number>> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };

/** Answers bytes that are no HTTP request, such as a header with a control character, and closes the connection. */
export function answerUnreadable(error: Error & { readonly code?: string; readonly reason?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return;
  const status = STATUS_OF[error.code ?? ''] ?? 400;
  const refusal = IksError.of('invalidRequest', `it cannot be read as HTTP (${error.reason ?? error.message})`);
  const body = JSON.stringify(toEnvelope(refusal, randomUUID()));
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
