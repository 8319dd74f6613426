import { later } from '../../core/wait.js';
import type { Exchange } from './exchange.js';

/** The longest that an exchange waits to be written unless somebody wants to read it, in milliseconds. */
const LONGEST_WAIT = 200;

/** So many exchanges are written at once, and no longer waited for. */
const MOST_WAITING = 100;

type Write = (batch: readonly Exchange[]) => Promise<void>;

/** Gathers exchanges, so that no request waits for its own to be written. */
export class JournalBuffer {
  private waiting: Exchange[] = [];
  private cancelTimer: (() => void) | undefined;
  private writing = Promise.resolve();

  /** @param write must not reject; it is called for one batch after the other, in order */
  constructor(private readonly write: Write) {}

  add(exchange: Exchange): void {
    this.waiting.push(exchange);
    if (this.waiting.length >= MOST_WAITING) void this.flush();
    else this.cancelTimer ??= later(LONGEST_WAIT, () => void this.flush());
  }

  /** Resolves when everything that was added before is written. */
  flush(): Promise<void> {
    this.cancelTimer?.();
    this.cancelTimer = undefined;
    const batch = this.waiting;
    if (batch.length === 0) return this.writing;
    this.waiting = [];
    return (this.writing = this.writing.then(() => this.write(batch)));
  }
}
