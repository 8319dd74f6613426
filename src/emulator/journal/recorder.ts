import { chunksOf } from '../../core/chunks-of.js';
import type { Database } from '../../database/connection.js';
import { JournalBuffer } from './buffer.js';
import type { Exchange } from './exchange.js';
import { Peers } from './peers.js';
import { toRecord } from './record.js';
import { insertEntries, MOST_KEPT, removeOldEntries } from './repository.js';

/** So many are written by one statement: requests wait while they are being put together. */
const WRITTEN_AT_ONCE = 50;

/** Old entries are removed once so many came, for more of them cost little more than a few. */
const WRITTEN_BETWEEN_REMOVALS = 500;

export interface RecorderOptions {
  readonly database: Database;
  /** Something did not work that no request waits for. */
  readonly report: (error: unknown, problem: string) => void;
}

/** Who hears of new entries of an account. */
export interface Follower {
  /** There are new entries. */
  wake(): void;
  /** There will be no more. */
  end(): void;
}

/** Writes the journals of all accounts, behind the requests, and tells who follows them. */
export class Recorder {
  private readonly buffer: JournalBuffer;
  private readonly peers: Peers;
  private readonly followers = new Map<string, Set<Follower>>();
  private isEnding = false;
  private written = 0;
  private readonly grown = new Set<string>();

  constructor(private readonly options: RecorderOptions) {
    this.buffer = new JournalBuffer(MOST_KEPT, (batch) => this.write(batch));
    this.peers = new Peers(options.database.openChannel, {
      flush: () => this.buffer.flush(),
      onWritten: (accounts) => this.wake(accounts),
      report: options.report,
    });
  }

  /** Begins to hear other processes on the database. */
  join(): Promise<void> {
    return this.peers.join();
  }

  /** Dismisses all followers: the process is about to end, and nothing may keep a connection open any more. */
  dismiss(): void {
    this.isEnding = true;
    for (const followers of this.followers.values()) for (const follower of followers) follower.end();
  }

  record(exchange: Exchange): void {
    this.buffer.add(exchange);
  }

  /** Resolves when every exchange that was answered before, in whatever process, can be read. */
  async flush(): Promise<void> {
    await Promise.all([this.buffer.flush(), this.peers.flush()]);
  }

  /** Has somebody follow the journal of an account, until what is returned is called. */
  follow(accountId: string, follower: Follower): () => void {
    const followers = this.followers.get(accountId) ?? new Set();
    this.followers.set(accountId, followers.add(follower));
    if (this.isEnding) follower.end();
    return () => {
      followers.delete(follower);
      if (followers.size === 0) this.followers.delete(accountId);
    };
  }

  /** Writes what is left, and leaves the other processes. */
  async close(): Promise<void> {
    await this.buffer.flush();
    await this.peers.close();
  }

  private wake(accounts: readonly string[]): void {
    for (const account of accounts) for (const follower of this.followers.get(account) ?? []) follower.wake();
  }

  private async write(batch: readonly Exchange[]): Promise<void> {
    for (const exchanges of chunksOf(batch, WRITTEN_AT_ONCE)) {
      await this.attempt(`${exchanges.length} exchanges are missing in the journal`, () => insertEntries(this.options.database.pool, exchanges.map(toRecord)));
    }
    const accounts = new Set(batch.map(({ accountId }) => accountId));
    await this.peers.announce([...accounts]);
    for (const account of accounts) this.grown.add(account);
    this.written += batch.length;
    if (this.written >= WRITTEN_BETWEEN_REMOVALS) await this.attempt('old entries of journals could not be removed', () => this.removeOld());
  }

  private async attempt(problem: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.options.report(error, problem);
    }
  }

  private async removeOld(): Promise<void> {
    const grown = [...this.grown];
    this.grown.clear();
    this.written = 0;
    await removeOldEntries(this.options.database.prisma, grown);
  }
}
