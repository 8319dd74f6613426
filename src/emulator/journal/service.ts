import type { Readable } from 'node:stream';
import type { Clock } from '../../core/clock.js';
import type { AccountScope } from '../../domains/accounts/scope.js';
import { IksError, refuseRequest } from '../../errors/iks-error.js';
import type { JournalMark } from '../../generated/prisma/client.js';
import { toFilter } from './filter.js';
import { type Advice, advise } from './help/advise.js';
import { Shapes } from './help/shapes.js';
import { Recorder, type RecorderOptions } from './recorder.js';
import * as repository from './repository.js';
import type { EntryRow } from './repository.js';
import type { JournalQuery } from './schemas.js';
import { EventStream } from './stream.js';

/** A stream reads so many entries at once. */
const STREAMED_AT_ONCE = 50;

export type AdvisedEntry = EntryRow & { readonly advice: readonly Advice[] };

export interface Page {
  /** How many match in all. */
  readonly count: number;
  readonly entries: readonly AdvisedEntry[];
  /** Behind which entry the next page begins; undefined where this is the last. */
  readonly next: bigint | undefined;
}

type Filters = Omit<JournalQuery, 'before' | 'limit' | 'cursor'>;

interface StreamStart {
  /** Turns an entry into the data of an event. */
  readonly print: (entry: AdvisedEntry) => string;
  /** The number of the last entry that the client has. */
  readonly lastEventId: string | undefined;
}

/** What was asked in the name of each account and what came of it. */
export class JournalService {
  readonly recorder: Recorder;
  /** What operations take: filled as routes are registered. */
  readonly shapes = new Shapes();

  constructor(
    options: RecorderOptions,
    private readonly clock: Clock,
  ) {
    this.recorder = new Recorder(options);
  }

  /** Resolves when every exchange that was answered before can be read. */
  flush(): Promise<void> {
    return this.recorder.flush();
  }

  /** @throws IksError journalMarkNotFound */
  async read(scope: AccountScope, { after, before, limit, cursor, ...filters }: JournalQuery): Promise<Page> {
    await this.flush();
    const filter = { ...toFilter(filters), after: await findMark(scope, after), before: await findMark(scope, before) };
    const [count, found] = await Promise.all([
      repository.countEntries(scope, filter),
      repository.listEntries(scope, filter, { cursor: BigInt(cursor ?? 0), limit: limit + 1 }),
    ]);
    const rows = found.slice(0, limit);
    return { count, entries: rows.map((row) => this.advised(row)), next: found.length > limit ? rows.at(-1)?.sequence : undefined };
  }

  /**
   * Sets a mark behind everything that was answered before; one with the same name moves there.
   * @throws IksError accountNotFound
   */
  async mark(scope: AccountScope, name: string): Promise<JournalMark> {
    await this.flush();
    const mark = await repository.saveMark(scope, name, this.clock.now());
    if (mark === undefined) throw IksError.of('accountNotFound', scope.account.id);
    return mark;
  }

  /** Removes everything that was recorded and every mark. */
  async clear(scope: AccountScope): Promise<void> {
    await this.flush();
    await repository.deleteAll(scope);
  }

  /**
   * Entries as they are written: those behind the last that the client has, or a mark, or from now on.
   * @throws IksError journalMarkNotFound
   */
  async follow(scope: AccountScope, { after, ...filters }: Filters, { lastEventId, print }: StreamStart): Promise<Readable> {
    await this.flush();
    const filter = toFilter(filters);
    const marked = await findMark(scope, after);
    const received = lastEventId === undefined ? undefined : readEventId(lastEventId);
    return new EventStream({
      cursor: received ?? marked ?? (await repository.findLastSequence(scope)),
      fetch: async (cursor) => {
        const rows = await repository.listEntries(scope, filter, { cursor, limit: STREAMED_AT_ONCE });
        return rows.map((row) => ({ id: row.sequence, data: print(this.advised(row)) }));
      },
      follow: (follower) => this.recorder.follow(scope.account.id, follower),
    });
  }

  private advised(row: EntryRow): AdvisedEntry {
    return { ...row, advice: advise(row, this.shapes) };
  }
}

async function findMark(scope: AccountScope, name: string | undefined): Promise<bigint | undefined> {
  if (name === undefined) return undefined;
  const mark = await repository.findMark(scope, name);
  if (mark === null) throw IksError.of('journalMarkNotFound', name);
  return mark.sequence;
}

function readEventId(text: string): bigint {
  if (!/^\d{1,18}$/.test(text)) refuseRequest('the header Last-Event-ID must be the id of an event of this stream');
  return BigInt(text);
}
