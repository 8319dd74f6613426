import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Settling } from '../core/lifecycle.js';

/** How the connections of a pool are used; `pg.Pool` is one. */
export interface PoolUse {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

/** What was answered: `operation` is an id of the operation catalogue or of the OpenAPI document, or `none`. */
export interface Exchange {
  readonly operation: string;
  readonly method: string;
  readonly status: number;
  readonly seconds: number;
}

/** Requests that do not wait for others take a millisecond or a few; those that settle a large account take seconds. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Counts and times what this process does. Names and units follow the practice of Prometheus: base units, totals that only grow. */
export class Metrics {
  private readonly registry = new Registry();

  private readonly requests = new Histogram({
    name: 'iks_emulator_request_duration_seconds',
    help: 'Time from the request line to the end of the answer, by operation, method and status.',
    labelNames: ['operation', 'method', 'status'] as const,
    buckets: BUCKETS,
    registers: [this.registry],
  });

  private readonly inFlight = new Gauge({
    name: 'iks_emulator_requests_in_flight',
    help: 'Requests that are being served.',
    registers: [this.registry],
  });

  private readonly settlings = new Histogram({
    name: 'iks_emulator_settle_duration_seconds',
    help: 'Time to apply what had fallen due in an account.',
    buckets: BUCKETS,
    registers: [this.registry],
  });

  private readonly transitions = new Counter({
    name: 'iks_emulator_transitions_total',
    help: 'Transitions that were applied, by the kind of resource.',
    labelNames: ['kind'] as const,
    registers: [this.registry],
  });

  constructor(pool: PoolUse) {
    collectDefaultMetrics({ register: this.registry });
    this.showPool(pool);
  }

  begin(): void {
    this.inFlight.inc();
  }

  end(): void {
    this.inFlight.dec();
  }

  answered({ seconds, operation, method, status }: Exchange): void {
    this.requests.observe({ operation, method, status }, seconds);
  }

  settled({ seconds, transitions }: Settling): void {
    this.settlings.observe(seconds);
    for (const { kind } of transitions) this.transitions.inc({ kind });
  }

  /** In the text format of Prometheus, whose media type is {@link contentType}. */
  print(): Promise<string> {
    return this.registry.metrics();
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  private showPool(pool: PoolUse): void {
    new Gauge({
      name: 'iks_emulator_database_connections',
      help: 'Connections to the database, and requests that wait for one.',
      labelNames: ['state'] as const,
      registers: [this.registry],
      collect() {
        this.set({ state: 'idle' }, pool.idleCount);
        this.set({ state: 'in use' }, pool.totalCount - pool.idleCount);
        this.set({ state: 'waited for' }, pool.waitingCount);
      },
    });
  }
}
