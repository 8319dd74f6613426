import { EventSourceParserStream } from 'eventsource-parser/stream';
import { EmulatorError } from './errors.js';
import type { operations } from './openapi.js';
import { answerOf, type Schemas, type Transport } from './transport.js';

type Query = NonNullable<operations['getJournal']['parameters']['query']>;
type Entry = Schemas['JournalEntry'];

/** Which exchanges are meant. What is absent restricts nothing; `*` stands for any part of an operation or path. */
export interface JournalFilter extends Pick<Query, 'operation' | 'method' | 'path' | 'after'> {
  /** Such as `404`, `4xx` for a whole class, or `none` where the connection went before there was an answer. */
  readonly status?: number | string;
  /** JSON that is part of the request body. */
  readonly body?: unknown;
  /** JSON that is part of the answer. */
  readonly answer?: unknown;
}

/** Which exchanges are meant, and which of those are wanted at once. */
export type JournalQuery = JournalFilter & Pick<Query, 'before' | 'limit' | 'cursor'>;

/** What was asked in the name of one account, and what it was answered. */
export class Journal {
  constructor(
    private readonly transport: Transport,
    private readonly params: { readonly path: { readonly account: string } },
  ) {}

  /** The exchanges that match, the oldest first, and how many there are; `next` is the `cursor` for those that follow. */
  find(query: JournalQuery = {}): Promise<Schemas['Journal']> {
    return answerOf(this.transport.GET('/_emulator/accounts/{account}/journal', { params: { ...this.params, query: toQuery(query) } }));
  }

  /** How many exchanges match. */
  async count(filter: JournalFilter & Pick<Query, 'before'> = {}): Promise<number> {
    const { count } = await this.find({ ...filter, limit: 1 });
    return count;
  }

  /** Sets a mark behind everything that was answered before; one of the same name moves here. */
  mark(name: string): Promise<Schemas['JournalMark']> {
    return answerOf(this.transport.POST('/_emulator/accounts/{account}/journal/marks', { params: this.params, body: { name } }));
  }

  /** Empties it, marks included. */
  async clear(): Promise<void> {
    await answerOf(this.transport.DELETE('/_emulator/accounts/{account}/journal', { params: this.params }));
  }

  /**
   * Exchanges as they happen, from the moment that the promise resolves, or from the mark `after`. Whoever leaves the
   * loop, or aborts the signal, closes the connection. The loop throws an EmulatorError when the emulator is gone.
   */
  async follow(filter: JournalFilter = {}, { signal }: { readonly signal?: AbortSignal } = {}): Promise<AsyncIterable<Entry>> {
    const params = { ...this.params, query: toQuery(filter) };
    const call = this.transport.GET('/_emulator/accounts/{account}/journal/stream', { params, parseAs: 'stream', ...(signal && { signal }) });
    return readEntries((await answerOf(call)) as unknown as ReadableStream<Uint8Array>);
  }
}

async function* readEntries(stream: ReadableStream<Uint8Array>): AsyncGenerator<Entry, void, undefined> {
  const events = stream.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());
  try {
    for await (const { data } of events) yield JSON.parse(data) as Entry;
  } catch (error) {
    const { name, message } = error as Error;
    if (name === 'AbortError') throw error;
    throw new EmulatorError(`The emulator broke off what it was telling: ${message}`, { code: 'unreachable', cause: error });
  }
}

const toQuery = ({ status, body, answer, ...query }: JournalQuery): Query => ({
  ...query,
  ...(status !== undefined && { status: String(status) }),
  ...(body !== undefined && { body: JSON.stringify(body) }),
  ...(answer !== undefined && { answer: JSON.stringify(answer) }),
});
