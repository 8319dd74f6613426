import http from 'node:http';
import type { EmulatorProcess } from '../server/emulator-process.js';

export interface Outcome {
  /** Undefined when the connection broke or was refused; then `text` is the code of that. */
  readonly status: number | undefined;
  readonly text: string;
}

/** Room for whatever a test of load puts into one zone. */
const ROOM = { clusterQuota: 1_000_000, workerQuota: 10_000_000, subnetsPerVlanQuota: 1_000_000 };

export const cluster = (name: string) => ({ name, dataCenter: 'dal10', machineType: 'b3c.4x16', workerNum: 1 });

/** An account that is asked over as many connections as it has requests under way. */
export class LoadAccount {
  private readonly agent = new http.Agent({ keepAlive: true, maxSockets: Infinity, maxFreeSockets: Infinity });

  private constructor(
    readonly id: string,
    private readonly server: string,
    readonly token: string,
  ) {}

  static async create(emulator: EmulatorProcess, name: string, settings: object = {}): Promise<LoadAccount> {
    const { url } = emulator;
    const created = await emulator.call<{ id: string; apiKey: string }>('POST', '/_emulator/accounts', { name, ...ROOM, ...settings });
    if (created.status !== 201) throw new Error(`No account was created: ${JSON.stringify(created)}`);
    const form = new URLSearchParams({ grant_type: 'urn:ibm:params:oauth:grant-type:apikey', apikey: created.body.apiKey });
    const login = await fetch(`${url}/identity/token`, { method: 'POST', body: form });
    const { access_token: token } = (await login.json()) as { access_token: string };
    return new LoadAccount(created.body.id, url, token);
  }

  call(method: string, path: string, body?: unknown): Promise<Outcome> {
    const headers = { authorization: `Bearer ${this.token}`, ...(body !== undefined && { 'content-type': 'application/json' }) };
    return new Promise((resolve) => {
      const fail = ({ code = 'unknown' }: NodeJS.ErrnoException): void => resolve({ status: undefined, text: code });
      const request = http.request(`${this.server}${path}`, { method, headers, agent: this.agent }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve({ status: response.statusCode, text: Buffer.concat(chunks).toString() }));
        response.on('error', fail);
      });
      request.on('error', fail);
      request.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }

  control(method: string, path: string, body?: unknown): Promise<Outcome> {
    return this.call(method, `/_emulator/accounts/${this.id}/${path}`, body);
  }

  /** The same account, asked through another server. */
  movedTo({ url }: EmulatorProcess): LoadAccount {
    return new LoadAccount(this.id, url, this.token);
  }

  /** Closes the connections that are kept open. */
  disconnect(): void {
    this.agent.destroy();
  }
}

export const times = <Result>(count: number, work: (index: number) => Promise<Result>): Promise<Result[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

/** How often each status came, and each code of a connection that broke. */
export function tally(outcomes: readonly Outcome[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status, text } of outcomes) counts[status ?? text] = (counts[status ?? text] ?? 0) + 1;
  return counts;
}
