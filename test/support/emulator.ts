import { afterAll } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import pg, { type Pool } from 'pg';
import type { Database } from '../../src/database/connection.js';
import { type Answer, Contract, type OpenApiDocument } from './contract.js';
import { TestAccount } from './test-account.js';

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The emulator as a test file uses it: not the class of this name that the package exports, nor are the functions here those of the package. */
export interface Emulator {
  readonly document: OpenApiDocument;
  readonly contract: Contract;
  /** Sends a request; every answer is checked against the OpenAPI document. */
  call(call: Call): Promise<Answer>;
  /** What an operation has answered in this file: each status, and each code of a refusal. */
  answersOf(operationId: string): ReadonlySet<string>;
  /** The database below the server, for what no call tells. */
  readonly database: Pool;
  /** What a table holds of an account. */
  rows(table: string, account: Pick<TestAccount, 'id'>): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Changes rows of an account, `$1`, as no call can; the server takes note of it as of any other change. */
  alter(account: Pick<TestAccount, 'id'>, statement: string, values?: readonly unknown[]): Promise<void>;
  /** A new account of the test's own, at real speed unless told, whose clock the test moves. */
  account(settings?: Readonly<Record<string, unknown>>): Promise<TestAccount>;
}

export interface EmulatorOptions {
  readonly auth?: 'lenient' | 'strict';
  readonly controlToken?: string;
  /** Most connections to the database at a time. */
  readonly poolSize?: number;
}

/** An emulator of the test file's own, in its process, on the Postgres of the whole run. */
export interface OwnEmulator extends Emulator {
  readonly app: FastifyInstance;
  readonly connection: Database;
}

interface Request {
  readonly method: Call['method'];
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload?: string;
}

type Send = (request: Request) => Promise<Omit<Answer, 'text' | 'body'>>;

let accountsMade = 0;

/** The server that all files of a run share: what a test sees of it, any client would. */
export async function connectEmulator(): Promise<Emulator> {
  const server = setting('TEST_SERVER_URL');
  const send: Send = async ({ url, payload, ...request }) => {
    const response = await fetch(`${server}${url}`, { ...request, redirect: 'manual', ...(payload === undefined ? {} : { body: payload }) });
    return { status: response.status, headers: Object.fromEntries(response.headers), bytes: Buffer.from(await response.arrayBuffer()) };
  };
  const document = await send({ method: 'GET', url: '/openapi.json', headers: {} });
  const database = new pg.Pool({ connectionString: setting('TEST_DATABASE_URL'), max: 4 });
  afterAll(() => database.end());
  return createEmulator(send, JSON.parse(document.bytes.toString()) as OpenApiDocument, database);
}

/** Starts an emulator for a test file that looks into its database or sets it up otherwise; stops it at the file's end. */
export async function startEmulator({ auth = 'lenient', controlToken, poolSize = 10 }: EmulatorOptions = {}): Promise<OwnEmulator> {
  // The app is most of what a test file would have to load, and few files need one of their own.
  const [{ buildApp }, { realClock }, { connectDatabase }, { pino }] = await Promise.all([
    import('../../src/app.js'),
    import('../../src/core/clock.js'),
    import('../../src/database/connection.js'),
    import('pino'),
  ]);
  const connection = connectDatabase(setting('TEST_DATABASE_URL'), { poolSize });
  const logger = pino({ level: 'silent' });
  const app = await buildApp({ database: connection, clock: realClock, defaultSpeed: 30, auth, controlToken, logger });

  afterAll(async () => {
    await app.close();
    await connection.close();
  });

  const send: Send = async (request) => {
    const { statusCode, headers, rawPayload } = await app.inject(request);
    return { status: statusCode, headers, bytes: rawPayload };
  };
  return { ...createEmulator(send, app.swagger() as unknown as OpenApiDocument, connection.pool), app, connection };
}

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run the tests with \`npm test\`.`);
  return value;
}

function createEmulator(send: Send, document: OpenApiDocument, database: Pool): Emulator {
  const contract = new Contract(document);
  const answers = new Map<string, Set<string>>();
  const answersOf = (operationId: string): Set<string> => answers.get(operationId) ?? new Set();
  const note = (operationId: string, { status, body }: Answer<{ code?: string } | undefined>): void => {
    answers.set(operationId, new Set([...answersOf(operationId), String(status), body?.code ?? '']));
  };

  const call = async ({ method, url, body, headers }: Call): Promise<Answer> => {
    const payload = body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) };
    const type: Request['headers'] = body === undefined ? {} : { 'content-type': 'application/json' };
    const sent = await send({ method, url, headers: { ...type, ...headers }, ...payload });
    const text = sent.bytes.toString();
    const isJson = String(sent.headers['content-type'] ?? '').includes('json');
    const answer = { ...sent, text, body: isJson && text !== '' ? (JSON.parse(text) as unknown) : undefined };
    const operationId = contract.check(method, url, answer);
    if (operationId !== undefined) note(operationId, answer as Answer<{ code?: string } | undefined>);
    return answer;
  };

  const account = async (settings: Readonly<Record<string, unknown>> = {}): Promise<TestAccount> => {
    accountsMade += 1;
    const name = `test-${process.pid}-${process.env['JEST_WORKER_ID'] ?? '0'}-${accountsMade}-${process.hrtime.bigint().toString(36)}`;
    const created = await call({ method: 'POST', url: '/_emulator/accounts', body: { name, speed: 1, ...settings } });
    const { id, apiKey } = created.body as { id: string; apiKey: string };
    const login = await call({
      method: 'POST',
      url: '/identity/token',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ grant_type: 'urn:ibm:params:oauth:grant-type:apikey', apikey: apiKey }).toString(),
    });
    const { access_token: token } = login.body as { access_token: string };
    return new TestAccount(call, { id, name, apiKey, token });
  };

  const rows: Emulator['rows'] = async (table, { id }) =>
    (await database.query<Record<string, unknown>>(`SELECT * FROM ${pg.escapeIdentifier(table)} WHERE account_id = $1`, [id])).rows;

  const alter: Emulator['alter'] = async ({ id }, statement, values = []) => {
    await database.query(statement, [id, ...values]);
    await database.query('UPDATE accounts SET revision = revision + 1 WHERE id = $1', [id]);
  };

  return { document, contract, call, answersOf, database, rows, alter, account };
}
