import { expect } from '@jest/globals';
import { wait } from '../../src/core/wait.js';

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** What is known of a cluster that somebody wanted: whether its create, or its delete, was acknowledged. */
interface Wanted {
  created: boolean;
  deleting: boolean;
  deleted: boolean;
}

/** Workers of each cluster that is made. */
const WORKERS = 2;
/** The pause of a client whose call failed, in milliseconds: it tries on, as one does. */
const PAUSE = 20;

/**
 * Clients that make, read and delete clusters of the account `default` without end, and remember what the server
 * acknowledged: those must be there afterwards, the others wholly or not at all.
 */
export class Churn {
  private readonly wanted = new Map<string, Wanted>();
  private readonly clients: Promise<void>[];
  private stopped = false;
  private count = 0;
  private readonly statuses = new Map<string, number>();

  constructor(
    private readonly url: () => string,
    clients = 8,
  ) {
    this.clients = Array.from({ length: clients }, () => this.work());
  }

  /** How many creates were acknowledged so far. */
  get acknowledged(): number {
    return [...this.wanted.values()].filter(({ created }) => created).length;
  }

  /** How often each status came, `lost` among them. */
  get tally(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.statuses);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all(this.clients);
  }

  /** Waits until so many creates more were acknowledged: the server works again by itself. */
  async untilAcknowledged(more: number, within = 60_000): Promise<void> {
    const goal = this.acknowledged + more;
    for (let waited = 0; this.acknowledged < goal; waited += PAUSE) {
      if (waited > within) throw new Error(`Within ${within} ms no ${more} creates were acknowledged: ${JSON.stringify(this.tally)}`);
      await wait(PAUSE);
    }
  }

  /** Compares what is there with what was acknowledged. To be called when the clients have stopped. */
  async expectWhole(): Promise<void> {
    await this.settle();
    const clusters = (await this.ask('GET', '/v1/clusters'))?.body as readonly { name: string; workerCount: number; state: string }[];
    const names = clusters.map(({ name }) => name);
    const facts = [...this.wanted].map(([name, wanted]) => ({ name, ...wanted, isThere: names.includes(name) }));
    expect(facts.filter(({ created, deleting, isThere }) => created && !deleting && !isThere)).toEqual([]);
    expect(facts.filter(({ deleted, isThere }) => deleted && isThere)).toEqual([]);
    expect(names.filter((name) => !this.wanted.has(name))).toEqual([]);
    expect(clusters.filter(({ state, workerCount }) => state !== 'normal' || workerCount !== WORKERS)).toEqual([]);
    for (const { name } of clusters) {
      const pools = (await this.ask('GET', `/v1/clusters/${name}/workerpools`))?.body;
      expect(pools).toMatchObject([{ name: 'default', sizePerZone: WORKERS, isBalanced: true }]);
      const { alb } = (await this.ask('GET', `/v1/alb/clusters/${name}`))?.body as { alb: readonly unknown[] };
      expect([name, alb.length]).toEqual([name, 2]);
    }
  }

  private async work(): Promise<void> {
    while (!this.stopped) {
      this.count += 1;
      const name = `load-${this.count}`;
      const wanted: Wanted = { created: false, deleting: false, deleted: false };
      this.wanted.set(name, wanted);
      const body = { name, dataCenter: 'dal10', machineType: 'b3c.4x16', workerNum: WORKERS };
      wanted.created = (await this.ask('POST', '/v1/clusters', body))?.status === 201;
      await this.ask('GET', `/v1/clusters/${name}/workers`);
      if (this.count % 3 === 0) continue;
      wanted.deleting = true;
      // At the speed of the account it is gone at the next look.
      wanted.deleted = (await this.ask('DELETE', `/v1/clusters/${name}`))?.status === 204;
    }
  }

  private async settle(): Promise<void> {
    expect((await this.ask('POST', '/_emulator/accounts/default/clock/settle', { until: 'all' }))?.status).toBe(200);
  }

  /** Undefined where the connection was lost. */
  private async ask(method: string, path: string, body?: unknown): Promise<Answer | undefined> {
    const answer = await this.exchange(method, path, body);
    const status = answer === undefined ? 'lost' : String(answer.status);
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
    if (answer === undefined || answer.status >= 500) await wait(PAUSE);
    return answer;
  }

  private async exchange(method: string, path: string, body: unknown): Promise<Answer | undefined> {
    const json = { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    try {
      const response = await fetch(`${this.url()}${path}`, { method, ...(body !== undefined && json) });
      const text = await response.text();
      return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
    } catch (error) {
      // What fetch throws when the other side is gone, whose class is not that of this realm.
      if ((error as Error).name === 'TypeError') return undefined;
      throw error;
    }
  }
}

/** Roomy enough for all that a load makes, and instant: what falls due is there at the next look. */
export async function makeRoom(url: string): Promise<void> {
  const settings = { speed: 'instant', clusterQuota: 100_000, workerQuota: 1_000_000, subnetsPerVlanQuota: 100_000 };
  await fetch(`${url}/v1/clusters`);
  const { status } = await fetch(`${url}/_emulator/accounts/default`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(settings),
  });
  expect(status).toBe(200);
}
