import { realClock } from '../core/clock.js';
import { ApiKeys } from './api-keys.js';
import { Clock } from './clock.js';
import { type ClientName, environment } from './environment.js';
import { Faults } from './faults.js';
import { Journal } from './journal.js';
import { login, send, type Token } from './login.js';
import { seedAccount } from './seeds.js';
import { Snapshots } from './snapshots.js';
import { answerOf, type Schemas, type Transport } from './transport.js';
import { Vlans } from './vlans.js';

/** Milliseconds before its end at which a token is no longer used. */
const RENEWED_BEFORE_END = 60_000;

/** An emulator that can be asked. */
export interface Connection {
  readonly url: string;
  readonly transport: Transport;
}

/** One account and what a test does to it. No call is made until a method is called. */
export class Account {
  readonly clock: Clock;
  readonly snapshots: Snapshots<OwnAccount>;
  readonly faults: Faults;
  readonly journal: Journal;
  readonly vlans: Vlans;
  readonly apiKeys: ApiKeys;
  private readonly params: { readonly path: { readonly account: string } };
  private token: Promise<Token> | undefined;

  constructor(
    private readonly connection: Connection,
    /** Id or name, or `default`. */
    account: string,
  ) {
    const { transport } = connection;
    this.params = { path: { account } };
    this.clock = new Clock(transport, this.params);
    this.snapshots = new Snapshots(transport, this.params, (created) => new OwnAccount(connection, created));
    this.faults = new Faults(transport, this.params);
    this.journal = new Journal(transport, this.params);
    this.vlans = new Vlans(transport, this.params);
    this.apiKeys = new ApiKeys(transport, this.params);
  }

  /** Its settings and its time. */
  read(): Promise<Schemas['Account']> {
    return answerOf(this.connection.transport.GET('/_emulator/accounts/{account}', { params: this.params }));
  }

  /** Changes its speed, VLAN policy, quotas and what it may do. */
  update(settings: Schemas['AccountPatch']): Promise<Schemas['Account']> {
    return answerOf(this.connection.transport.PATCH('/_emulator/accounts/{account}', { params: this.params, body: settings }));
  }

  /** Deletes it with everything in it. */
  async delete(): Promise<void> {
    await answerOf(this.connection.transport.DELETE('/_emulator/accounts/{account}', { params: this.params }));
  }

  /** Empties it and sets its clock to real time: the same calls give the same ids again. */
  reset(): Promise<Schemas['ResetAccount']> {
    return answerOf(this.connection.transport.POST('/_emulator/accounts/{account}/reset', { params: this.params }));
  }

  /** Adds what a seed tells of, all of it or nothing: data, or a text in YAML or JSON. */
  seed(seed: Schemas['AccountSeed'] | string): Promise<Schemas['SeededAccount']> {
    return seedAccount(this.connection.transport, this.params.path.account, seed);
  }

  /** Why a cluster, worker, ALB or whatever has this id or name is as it is, what comes next, and what each action would answer. */
  explain(resource: string): Promise<Schemas['Explanation']> {
    const params = { ...this.params, query: { resource } };
    return answerOf(this.connection.transport.GET('/_emulator/accounts/{account}/explain', { params }));
  }

  /** The variables that lead a client of IBM's, or all of them, to this account: with a new API key each time. */
  env(client?: ClientName): Promise<Schemas['Environment']> {
    return environment(this.connection.transport, { account: this.params.path.account, ...(client && { client }) });
  }

  /**
   * As the global `fetch`, for a path of the emulator such as `/v1/clusters`, as the owner of this account. A body
   * that is a text is sent as JSON unless told otherwise.
   * @throws EmulatorError when nothing answers; a refusal is an answer like any other
   */
  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('Authorization', `Bearer ${await this.currentToken()}`);
    if (typeof init.body === 'string' && !headers.has('Content-Type')) headers.set('Content-Type', 'application/json');
    return send(this.connection.url, path, { ...init, headers });
  }

  /** A key to log in with. */
  protected async someApiKey(): Promise<string> {
    const { apiKey } = await this.apiKeys.create();
    return apiKey;
  }

  /** Of the last login, unless that failed or its token is about to end; calls at the same time share one. */
  private async currentToken(): Promise<string> {
    const last = this.token;
    const token = await last?.catch(() => undefined);
    if (token !== undefined && token.endsAt.getTime() - realClock.now().getTime() > RENEWED_BEFORE_END) return token.text;
    if (this.token === last) this.token = this.logIn();
    return (await this.token)?.text ?? this.currentToken();
  }

  private async logIn(): Promise<Token> {
    return login(this.connection.url, await this.someApiKey());
  }
}

/** An account that the test itself made: it knows its API key, and `await using` deletes it at the end. */
export class OwnAccount extends Account implements AsyncDisposable {
  readonly id: string;
  readonly name: string;
  /** Logs in to it, in the clients under test. */
  readonly apiKey: string;

  constructor(connection: Connection, { id, name, apiKey }: Schemas['CreatedAccount']) {
    super(connection, id);
    this.id = id;
    this.name = name;
    this.apiKey = apiKey;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.delete();
  }

  protected override someApiKey(): Promise<string> {
    return Promise.resolve(this.apiKey);
  }
}
