import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { afterAll } from '@jest/globals';
import { createParser, type EventSourceMessage } from 'eventsource-parser';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import type { Answer } from '../../support/contract.js';
import type { Call } from '../../support/emulator.js';
import type { Entry } from './support.js';

/** A server of the test's own on the database of the run, as one of several processes would be. */
export interface Server {
  readonly app: FastifyInstance;
  readonly url: string;
  call(call: Call): Promise<Answer>;
  stop(): Promise<void>;
}

const started: Server[] = [];
afterAll(async () => {
  for (const server of started) await server.stop();
});

export async function startServer(): Promise<Server> {
  const [{ buildApp }, { realClock }, { connectDatabase }] = await Promise.all([
    import('../../../src/app.js'),
    import('../../../src/core/clock.js'),
    import('../../../src/database/connection.js'),
  ]);
  const database = connectDatabase(process.env['TEST_DATABASE_URL'] ?? '', { poolSize: 4 });
  const logger = pino({ level: 'silent' });
  const app = await buildApp({ database, clock: realClock, defaultSpeed: 30, auth: 'lenient', logger });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopping ??= app.close().then(() => database.close()));

  const call = async ({ method, url: path, body, headers }: Call): Promise<Answer> => {
    const type = { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers };
    const response = await fetch(new URL(path, url), { method, headers: type, ...(body !== undefined && { body: JSON.stringify(body) }) });
    const bytes = Buffer.from(await response.arrayBuffer());
    const text = bytes.toString();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    const parsed = isJson ? (JSON.parse(text) as unknown) : undefined;
    return { status: response.status, headers: Object.fromEntries(response.headers), text, bytes, body: parsed };
  };
  const server = { app, url, call, stop };
  started.push(server);
  return server;
}

/** The journal of an account as a client follows it. */
export interface Following {
  readonly response: IncomingMessage;
  /** The next so many entries with their ids; rejects when the stream ends before. */
  take(count: number): Promise<{ readonly id: string; readonly entry: Entry }[]>;
  /** Resolves when the stream is over, whoever ended it. */
  readonly ended: Promise<void>;
  leave(): void;
}

/** Follows by a connection of its own, for fetch opens another when one breaks. */
export async function follow(server: string, account: { readonly id: string }, query = '', headers: Readonly<Record<string, string>> = {}): Promise<Following> {
  const request = get(new URL(`/_emulator/accounts/${account.id}/journal/stream${query}`, server), { headers, agent: false });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const messages: EventSourceMessage[] = [];
  let wake = (): void => undefined;
  let isOver = false;
  const parser = createParser({
    onEvent: (message) => {
      messages.push(message);
      wake();
    },
  });
  response.setEncoding('utf8').on('data', (text: string) => parser.feed(text));
  response.on('error', () => undefined);
  const ended = new Promise<void>((resolve) => {
    response.on('close', () => {
      isOver = true;
      wake();
      resolve();
    });
  });
  const take: Following['take'] = async (count) => {
    while (messages.length < count) {
      if (isOver) throw new Error(`The stream ended with ${messages.length} of ${count} entries.`);
      await new Promise<void>((resolve) => (wake = resolve));
    }
    return messages.splice(0, count).map(({ id = '', data }) => ({ id, entry: JSON.parse(data) as Entry }));
  };
  return { response, take, ended, leave: () => void request.destroy() };
}
