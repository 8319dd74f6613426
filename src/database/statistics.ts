import type { Pool } from 'pg';

/** So many changes from the start Postgres has its first look, and the next ones after twice as many each. */
const FIRST_LOOK = 50;

/**
 * Has Postgres look at what its tables hold while they fill, as it would by itself only after a minute: plans that are
 * kept, those of foreign keys among them, would else be those for nearly empty tables, where any index seems as good.
 */
export class Statistics {
  private changes = 0;
  private nextLook = FIRST_LOOK;

  constructor(
    private readonly pool: Pool,
    /** Hears why Postgres could not look; it goes on with what it knows. */
    private readonly onFailure: (error: unknown) => void,
  ) {}

  /** To be called for each change that was committed. */
  noteChange(): void {
    this.changes += 1;
    if (this.changes < this.nextLook) return;
    this.nextLook *= 2;
    this.pool.query('ANALYZE').catch(this.onFailure);
  }
}
