import { expect } from '@jest/globals';
import type { EmulatorProcess } from '../server/emulator-process.js';

interface Transition {
  readonly kind: string;
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
}

/** An account that is asked for through several servers. */
export class SharedAccount {
  private token = '';

  private constructor(
    readonly id: string,
    private readonly servers: readonly EmulatorProcess[],
  ) {}

  static async create(servers: readonly EmulatorProcess[], settings: object): Promise<SharedAccount> {
    const [server] = servers;
    const name = `processes-${process.pid}-${process.hrtime.bigint().toString(36)}`;
    const created = await server?.call<{ id: string; apiKey: string }>('POST', '/_emulator/accounts', { name, speed: 1, ...settings });
    if (created?.status !== 201) throw new Error(`No account was created: ${JSON.stringify(created)}`);
    const account = new SharedAccount(created.body.id, servers);
    const login = await fetch(`${server?.url ?? ''}/identity/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'urn:ibm:params:oauth:grant-type:apikey', apikey: created.body.apiKey }),
    });
    ({ access_token: account.token } = (await login.json()) as { access_token: string });
    return account;
  }

  /** Asks the servers in turn. */
  async call(turn: number, method: string, path: string, body?: unknown): Promise<Answer<unknown>> {
    const { url } = this.servers[turn % this.servers.length] ?? { url: '' };
    const headers = { authorization: `Bearer ${this.token}`, ...(body !== undefined && { 'content-type': 'application/json' }) };
    const answer = await fetch(`${url}${path}`, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
  }

  async read<Body>(turn: number, path: string): Promise<Body> {
    const { status, body } = await this.call(turn, 'GET', path);
    expect([path, status]).toEqual([path, 200]);
    return body as Body;
  }

  /** Moves the clock; answers what happened on the way. */
  async moveClock(turn: number, action: 'advance' | 'settle', body: object): Promise<readonly Transition[]> {
    const moved = await this.control(turn, `clock/${action}`, body);
    expect(moved.status).toBe(200);
    return (moved.body as { transitions: readonly Transition[] }).transitions;
  }

  control(turn: number, action: string, body: object = {}): Promise<Answer<unknown>> {
    return this.call(turn, 'POST', `/_emulator/accounts/${this.id}/${action}`, body);
  }
}
