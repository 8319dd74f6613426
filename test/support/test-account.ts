import type { Answer } from './contract.js';
import type { Call } from './emulator.js';

type Send = (call: Call) => Promise<Answer>;
type Headers = Readonly<Record<string, string>>;

export interface Transition {
  readonly at: string;
  readonly kind: string;
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/** One account and its caller, logged in. A body's type is named by the test where it is read. */
export class TestAccount {
  readonly id: string;
  readonly name: string;
  readonly apiKey: string;
  readonly token: string;

  constructor(
    private readonly send: Send,
    identity: { readonly id: string; readonly name: string; readonly apiKey: string; readonly token: string },
  ) {
    this.id = identity.id;
    this.name = identity.name;
    this.apiKey = identity.apiKey;
    this.token = identity.token;
  }

  get<Body = unknown>(url: string, headers?: Headers): Promise<Answer<Body>> {
    return this.call({ method: 'GET', url, headers });
  }

  post<Body = unknown>(url: string, body?: unknown, headers?: Headers): Promise<Answer<Body>> {
    return this.call({ method: 'POST', url, body, headers });
  }

  put<Body = unknown>(url: string, body?: unknown, headers?: Headers): Promise<Answer<Body>> {
    return this.call({ method: 'PUT', url, body, headers });
  }

  patch<Body = unknown>(url: string, body?: unknown, headers?: Headers): Promise<Answer<Body>> {
    return this.call({ method: 'PATCH', url, body, headers });
  }

  delete<Body = unknown>(url: string, headers?: Headers): Promise<Answer<Body>> {
    return this.call({ method: 'DELETE', url, headers });
  }

  /** Creates a cluster of two workers in dal10, or as told; answers its id. */
  async createCluster(request: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const body = { name: 'shop', dataCenter: 'dal10', machineType: 'b3c.4x16', workerNum: 2, ...request };
    const created = await this.post<{ id: string }>('/v1/clusters', body);
    if (created.status !== 201) throw new Error(`The cluster was not created: ${created.text}`);
    return created.body.id;
  }

  /** Moves the account's clock forward, such as by `25m`; answers what happened on the way. */
  async advance(by: string): Promise<readonly Transition[]> {
    return this.moveClock('advance', { by });
  }

  /** Runs until nothing is due any more, or to the next transition; answers what happened on the way. */
  async settle(until: 'next' | 'all' = 'all'): Promise<readonly Transition[]> {
    return this.moveClock('settle', { until });
  }

  private async moveClock(action: string, body: unknown): Promise<readonly Transition[]> {
    const moved = await this.send({ method: 'POST', url: `/_emulator/accounts/${this.id}/clock/${action}`, body });
    if (moved.status !== 200) throw new Error(`The clock was not moved: ${moved.text}`);
    return (moved.body as { transitions: readonly Transition[] }).transitions;
  }

  private call<Body>({ headers, ...call }: Call): Promise<Answer<Body>> {
    return this.send({ ...call, headers: { authorization: `Bearer ${this.token}`, ...headers } }) as Promise<Answer<Body>>;
  }
}
