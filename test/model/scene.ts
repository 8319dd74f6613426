import { connectOnce } from '../../src/database/connect-once.js';
import { type EmulatorProcess, start } from '../server/emulator-process.js';
import { Contract, type OpenApiDocument } from '../support/contract.js';
import { Client } from './client.js';
import { nothing, type Observation } from './observation.js';
import { breachesInRows } from './rows.js';
import { QUOTAS } from './world.js';

/** An account under test, and how it was when it was last looked at. */
export interface Place {
  readonly client: Client;
  seen: Observation;
}

/** Servers in processes of their own on one database. */
export class Servers {
  private readonly contract: Contract;

  private constructor(
    private readonly processes: EmulatorProcess[],
    private readonly databaseUrl: string,
    document: OpenApiDocument,
  ) {
    this.contract = new Contract(document);
  }

  static async start(count: number, databaseUrl: string): Promise<Servers> {
    const processes = await Promise.all(Array.from({ length: count }, () => startOn(databaseUrl)));
    const document = await processes[0]?.call<OpenApiDocument>('GET', '/openapi.json');
    if (document === undefined) throw new Error('There must be a server at least.');
    return new Servers(processes, databaseUrl, document.body);
  }

  /** A new account at real speed, whose clock stands. */
  async openAccount(): Promise<Place> {
    const [server] = this.processes;
    if (server === undefined) throw new Error('There is no server.');
    const name = `model-${process.pid}-${process.hrtime.bigint().toString(36)}`;
    const { body: made } = await server.call<{ id: string; apiKey: string }>('POST', '/_emulator/accounts', { name, speed: 1, ...QUOTAS });
    const grant = `grant_type=urn:ibm:params:oauth:grant-type:apikey&apikey=${made.apiKey}`;
    const { body: login } = await server.call<{ access_token: string }>('POST', `/identity/token?${grant}`);
    const { status } = await server.call('POST', `/_emulator/accounts/${made.id}/clock/freeze`);
    if (status !== 200) throw new Error(`The clock of ${name} was not stopped.`);
    return { client: new Client(made.id, login.access_token, this.processes, this.contract), seen: nothing };
  }

  async removeAccount({ client }: Place): Promise<void> {
    await this.processes[0]?.call('DELETE', `/_emulator/accounts/${client.accountId}`);
  }

  /** Kills one of the servers, and has another take its place. */
  async replace(index: number): Promise<void> {
    const place = index % this.processes.length;
    await this.processes[place]?.end('SIGKILL');
    this.processes[place] = await startOn(this.databaseUrl);
  }

  /** The breaches in the rows of an account. */
  async inspect({ client }: Place): Promise<string[]> {
    const database = await connectOnce(this.databaseUrl);
    try {
      return await breachesInRows(database, client.accountId);
    } finally {
      await database.end();
    }
  }

  /** Ends the servers; answers what they complained of. */
  async stop(): Promise<string[]> {
    const endings = await Promise.all(this.processes.map((one) => one.end('SIGTERM')));
    return endings.flatMap(({ code, stderr }) => (code === 0 && stderr === '' ? [] : [`code ${String(code)}: ${stderr}`]));
  }
}

// Waiting for a lock is what happens all the time here; how long depends on the machine.
const startOn = (databaseUrl: string): Promise<EmulatorProcess> => start({ environment: { DATABASE_URL: databaseUrl, IKS_SLOW_QUERY: '600000' } });
