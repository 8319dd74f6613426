import { afterAll } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { buildApp } from '../../src/app.js';
import { realClock } from '../../src/core/clock.js';
import { connectDatabase, type Database } from '../../src/database/connection.js';
import { type Answer, checkAgainstOpenApi } from './contract.js';
import { TestAccount } from './test-account.js';

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface EmulatorOptions {
  readonly auth?: 'lenient' | 'strict';
  readonly controlToken?: string;
}

/** The emulator as a test file uses it: in process, on the Postgres of the whole run. */
export interface Emulator {
  readonly app: FastifyInstance;
  readonly database: Database;
  /** Sends a request; every answer is checked against the OpenAPI document. */
  call(call: Call): Promise<Answer>;
  /** A new account of the test's own, at real speed unless told, whose clock the test moves. */
  account(settings?: Readonly<Record<string, unknown>>): Promise<TestAccount>;
}

let accountsMade = 0;

/** Starts the emulator for the test file that calls this at its top level, and stops it at the file's end. */
export async function startEmulator({ auth = 'lenient', controlToken }: EmulatorOptions = {}): Promise<Emulator> {
  const url = process.env['TEST_DATABASE_URL'];
  if (url === undefined) throw new Error('TEST_DATABASE_URL is not set: run the tests with `npm test`.');
  const database = connectDatabase(url, { poolSize: 10 });
  const logger = pino({ level: 'silent' });
  const app = await buildApp({ database: database.prisma, clock: realClock, defaultSpeed: 30, auth, controlToken, logger });

  afterAll(async () => {
    await app.close();
    await database.close();
  });

  const call = async ({ method, url: path, body, headers }: Call): Promise<Answer> => {
    const payload = body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) };
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    const response = await app.inject({ method, url: path, headers: { ...type, ...headers }, ...payload });
    const isJson = String(response.headers['content-type'] ?? '').includes('json');
    const answer = {
      status: response.statusCode,
      headers: response.headers,
      text: response.body,
      bytes: response.rawPayload,
      body: isJson && response.body !== '' ? response.json<unknown>() : undefined,
    };
    checkAgainstOpenApi(app, method, path, answer);
    return answer;
  };

  const account = async (settings: Readonly<Record<string, unknown>> = {}): Promise<TestAccount> => {
    accountsMade += 1;
    const name = `test-${process.pid}-${process.env['JEST_WORKER_ID'] ?? '0'}-${accountsMade}-${process.hrtime.bigint().toString(36)}`;
    const created = await call({ method: 'POST', url: '/_emulator/accounts', body: { name, speed: 1, ...settings } });
    const { id, apiKey } = created.body as { id: string; apiKey: string };
    const form = new URLSearchParams({ grant_type: 'urn:ibm:params:oauth:grant-type:apikey', apikey: apiKey });
    const login = await app.inject({
      method: 'POST',
      url: '/identity/token',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: form.toString(),
    });
    const { access_token: token } = login.json<{ access_token: string }>();
    return new TestAccount(call, { id, name, apiKey, token });
  };

  return { app, database, call, account };
}
