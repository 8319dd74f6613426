import { Readable } from 'node:stream';
import { every } from '../../core/wait.js';

/** How often something is sent where there is nothing to say, so that nobody takes the connection for dead; in milliseconds. */
const HEARTBEAT = 15_000;

/** How soon a client is to come back when its connection broke, in milliseconds. */
const COME_BACK_AFTER = 1_000;

export interface StreamEvent {
  readonly id: bigint;
  readonly data: string;
}

export interface StreamSource {
  /** The events behind `cursor` in their order; only so many at once. */
  readonly fetch: (cursor: bigint) => Promise<readonly StreamEvent[]>;
  /** Has it told of new events and of the end, until what is returned is called. */
  readonly follow: (follower: { wake(): void; end(): void }) => () => void;
  /** The event behind which the stream begins. */
  readonly cursor: bigint;
}

/**
 * Events as they happen, in the form of server-sent events. It takes only as much as the client reads, and lets go
 * of everything when the connection closes.
 */
export class EventStream extends Readable {
  private cursor: bigint;
  private isWanted = false;
  private isStale = true;
  private isFetching = false;
  private isOver = false;
  private readonly release: () => void;

  constructor(private readonly source: StreamSource) {
    super();
    this.cursor = source.cursor;
    this.push(`retry: ${COME_BACK_AFTER}\n\n`);
    const unfollow = source.follow({ wake: () => this.wake(), end: () => this.end() });
    const stopHeartbeat = every(HEARTBEAT, () => this.beat());
    this.release = () => {
      unfollow();
      stopHeartbeat();
    };
  }

  override _read(): void {
    this.isWanted = true;
    void this.pull();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.isOver = true;
    this.release();
    done(error);
  }

  private wake(): void {
    this.isStale = true;
    void this.pull();
  }

  private end(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.push(null);
  }

  private beat(): void {
    if (this.isWanted && !this.isOver) this.isWanted = this.push(': still here\n\n');
    this.wake();
  }

  private async pull(): Promise<void> {
    if (this.isFetching) return;
    this.isFetching = true;
    try {
      while (this.isWanted && this.isStale && !this.isOver) {
        this.isStale = false;
        this.send(await this.source.fetch(this.cursor));
      }
    } catch (error) {
      this.destroy(error instanceof Error ? error : new Error(String(error)));
    } finally {
      this.isFetching = false;
    }
  }

  private send(events: readonly StreamEvent[]): void {
    if (this.isOver) return;
    for (const { id, data } of events) {
      this.cursor = id;
      this.isWanted = this.push(`id: ${id.toString()}\nevent: entry\ndata: ${data}\n\n`);
    }
    // There may be more than one fetch gives.
    if (events.length > 0) this.isStale = true;
  }
}
