import type { Contract } from '../support/contract.js';
import type { EmulatorProcess } from '../server/emulator-process.js';
import type { Call, Request } from './calls/call.js';
import { STRUCK } from './calls/faults.js';

/** What came of a call: its last status, with the code of a refusal; or `struck` by a fault, or `lost` with its connection. */
export type Outcome = string;

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** One account, asked through several servers in turn. Every answer is checked against the OpenAPI document. */
export class Client {
  private turn = 0;

  constructor(
    readonly accountId: string,
    private readonly token: string,
    private readonly servers: readonly EmulatorProcess[],
    private readonly contract: Contract,
  ) {}

  async read<Body>(path: string): Promise<Body> {
    const answer = await this.ask({ method: 'GET', path });
    if (answer?.status !== 200) throw new Error(`GET ${path} answered ${JSON.stringify(answer)}`);
    return answer.body as Body;
  }

  async carryOut({ requests }: Call): Promise<Outcome> {
    let outcome = '';
    for (const request of requests) {
      const answer = await this.ask(request);
      outcome = outcomeOf(answer);
      if (outcome.startsWith('5')) throw new Error(`${request.method} ${request.path} answered ${JSON.stringify(answer)}`);
    }
    return outcome;
  }

  /** Undefined when the connection was lost. */
  private async ask({ method, path, body }: Request): Promise<Answer | undefined> {
    const url = path.replace('{account}', this.accountId);
    this.turn += 1;
    const server = this.servers[this.turn % this.servers.length];
    const headers = { authorization: `Bearer ${this.token}`, ...(body !== undefined && { 'content-type': 'application/json' }) };
    const got = await exchange(`${server?.url ?? ''}${url}`, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
    if (got === undefined) return undefined;
    const answer = { status: got.response.status, body: got.text === '' ? undefined : (JSON.parse(got.text) as unknown) };
    this.contract.check(method, url, { ...answer, text: got.text, bytes: Buffer.from(got.text), headers: Object.fromEntries(got.response.headers) });
    return answer;
  }
}

async function exchange(url: string, init: RequestInit): Promise<{ response: Response; text: string } | undefined> {
  try {
    const response = await fetch(url, init);
    return { response, text: await response.text() };
  } catch (error) {
    // What fetch throws when the other side is gone, whose class is not that of this realm.
    if ((error as Error).name === 'TypeError') return undefined;
    throw error;
  }
}

function outcomeOf(answer: Answer | undefined): Outcome {
  if (answer === undefined) return 'lost';
  const { code, description } = (answer.body ?? {}) as { code?: string; description?: string };
  if (description === STRUCK) return 'struck';
  return answer.status < 400 ? String(answer.status) : `${answer.status} ${code ?? ''}`;
}
