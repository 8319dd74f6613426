import { Account, type Connection } from './account.js';
import { Accounts } from './accounts.js';
import { type ClientName, environment, type EnvironmentFormat, environmentText } from './environment.js';
import { EmulatorError } from './errors.js';
import type { operations } from './openapi.js';
import { seedAccounts } from './seeds.js';
import { answerOf, type ConnectOptions, createTransport, type Schemas } from './transport.js';

type CoverageQuery = NonNullable<operations['getCoverage']['parameters']['query']>;

/** A running emulator, in the hands of a test. */
export class Emulator {
  /** Such as `http://127.0.0.1:4570`. */
  readonly url: string;
  readonly accounts: Accounts;
  private readonly connection: Connection;

  constructor({ url, controlToken }: ConnectOptions) {
    this.url = url.replace(/\/+$/, '');
    this.connection = { url: this.url, transport: createTransport({ url: this.url, controlToken }) };
    this.accounts = new Accounts(this.connection);
  }

  /** The account with this id or name, or `default`; whether there is one shows at the first call. */
  account(idOrName: string): Account {
    return new Account(this.connection, idOrName);
  }

  /** Makes accounts with all that a seed tells of, or none of them: data, or a text in YAML or JSON. */
  seed(seed: Schemas['SeedFile'] | string): Promise<Schemas['SeededFile']> {
    return seedAccounts(this.connection.transport, seed);
  }

  /** Which operations and rules of the real service are proven, and by what; all of them, or one. */
  coverage(query: CoverageQuery = {}): Promise<Schemas['ParityLedger']> {
    return answerOf(this.connection.transport.GET('/_emulator/coverage', { params: { query } }));
  }

  /** The variables that lead a client of IBM's, or all of them, here. Of an account: {@link Account.env}. */
  env(client?: ClientName): Promise<Schemas['Environment']> {
    return environment(this.connection.transport, client ? { client } : {});
  }

  /** The same, written down: for a shell to read in, as a file .env, and so on. */
  envText(query: { readonly format: EnvironmentFormat; readonly client?: ClientName; readonly account?: string }): Promise<string> {
    return environmentText(this.connection.transport, query);
  }
}

/**
 * The emulator at `url`, or where `IKS_EMULATOR_URL` says; its control token is `IKS_CONTROL_TOKEN` when not given. No
 * call is made yet.
 * @throws EmulatorError when nothing says where it is
 */
export function connectEmulator({ url, controlToken }: Partial<ConnectOptions> = {}): Emulator {
  const { IKS_EMULATOR_URL: found = '', IKS_CONTROL_TOKEN: token = '' } = process.env;
  const address = url ?? found;
  if (address === '') {
    throw new EmulatorError('Nothing says where the emulator is: give its url, or set IKS_EMULATOR_URL.', { code: 'unreachable' });
  }
  return new Emulator({ url: address, controlToken: controlToken ?? (token === '' ? undefined : token) });
}
