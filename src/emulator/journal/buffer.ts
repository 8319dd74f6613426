import { later } from '../../core/wait.js';
import type { Exchange } from './exchange.js';

/** How long an exchange waits to be written unless somebody wants to read it, in milliseconds. */
const USUAL_WAIT = 200;

/** As long does it wait under load, for who follows the journal would like to see it move. */
const LONGEST_WAIT = 2_000;

/** So many times as long as the last writing took: the requests have the rest of the time. */
const WAIT_PER_WRITING = 20;

/** An account's exchanges wait until they are so many that the older half need not be written any more. */
const MOST_WAITING = 2;

/** As much waits in all, in characters of answers. One that was given several times counts once. */
const MOST_CHARACTERS = 16 * 1024 * 1024;

type Write = (batch: readonly Exchange[]) => Promise<void>;

/**
 * Gathers exchanges, so that no request waits for its own to be written. Of an account only the newest are handed on:
 * under load most exchanges would be removed from the journal as soon as they are written.
 */
export class JournalBuffer {
  private waiting = new Map<string, Exchange[]>();
  private readonly payloads = new Set<unknown>();
  private characters = 0;
  private cancelTimer: (() => void) | undefined;
  private writing = Promise.resolve();
  private wait = USUAL_WAIT;

  /**
   * @param mostKept how many entries an account's journal has
   * @param write must not reject; it is called for one batch after the other, those of an account in order
   */
  constructor(
    private readonly mostKept: number,
    private readonly write: Write,
  ) {}

  add(exchange: Exchange): void {
    const ofAccount = this.waiting.get(exchange.accountId);
    if (ofAccount === undefined) this.waiting.set(exchange.accountId, [exchange]);
    else if (ofAccount.push(exchange) === MOST_WAITING * this.mostKept) ofAccount.splice(0, this.mostKept);
    this.measure(exchange.answer?.payload);
    if (this.characters >= MOST_CHARACTERS) void this.flush();
    else this.cancelTimer ??= later(this.wait, () => void this.flush());
  }

  /** Resolves when everything that was added before is written. */
  flush(): Promise<void> {
    this.cancelTimer?.();
    this.cancelTimer = undefined;
    this.payloads.clear();
    this.characters = 0;
    return (this.writing = this.writing.then(() => this.writeWaiting()));
  }

  private measure(payload: string | Buffer | undefined): void {
    if (payload === undefined || this.payloads.has(payload)) return;
    this.payloads.add(payload);
    this.characters += payload.length;
  }

  private async writeWaiting(): Promise<void> {
    if (this.waiting.size === 0) return;
    const waiting = this.waiting;
    this.waiting = new Map();
    const begin = performance.now();
    await this.write([...waiting.values()].flatMap((exchanges) => exchanges.slice(-this.mostKept)));
    this.wait = Math.min(Math.max(USUAL_WAIT, WAIT_PER_WRITING * (performance.now() - begin)), LONGEST_WAIT);
  }
}
