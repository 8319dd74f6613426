/** How many requests a caller has made in the current window, and when that ends. */
export interface WindowCount {
  readonly count: number;
  readonly endsAt: Date;
}

/**
 * Counts per caller in windows of a fixed length that begin at the same moments for all, so that nothing of an
 * earlier window needs to be kept.
 */
export class RequestWindow {
  private start = 0;
  private counts = new Map<string, number>();

  constructor(private readonly milliseconds: number) {}

  /** Counts one request of the caller at `now`, in real time. */
  count(caller: string, now: Date): WindowCount {
    const start = now.getTime() - (now.getTime() % this.milliseconds);
    if (start !== this.start) {
      this.start = start;
      this.counts = new Map();
    }
    const count = (this.counts.get(caller) ?? 0) + 1;
    this.counts.set(caller, count);
    return { count, endsAt: new Date(start + this.milliseconds) };
  }
}
