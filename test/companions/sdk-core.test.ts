import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, expect, test } from '@jest/globals';
import { BaseService, IamAuthenticator } from 'ibm-cloud-sdk-core';
import { pino } from 'pino';
import { buildApp } from '../../src/app.js';
import { connectDatabase } from '../../src/database/connection.js';

const HOUR = 60 * 60 * 1_000;

/** The emulator's own time, which tokens live in. The SDK goes by the real one. */
const clock = { behind: 0, now: () => new Date(Date.now() - clock.behind) };

const database = connectDatabase(process.env['TEST_DATABASE_URL'] ?? '', { poolSize: 4 });
const app = await buildApp({ database, clock, defaultSpeed: 30, auth: 'strict', logger: pino({ level: 'silent' }) });
const url = await app.listen({ host: '127.0.0.1', port: 0 });

/** A proxy through which nothing gets: it sees what would have left for the real cloud. */
const leaks: string[] = [];
const proxy = createServer((socket) => {
  socket.on('error', () => undefined);
  socket.once('data', (head) => {
    leaks.push(head.toString().split(' ').slice(0, 2).join(' '));
    socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
  });
});
await once(proxy.listen(0, '127.0.0.1'), 'listening');
const { port } = proxy.address() as AddressInfo;

afterEach(() => {
  clock.behind = 0;
  leaks.length = 0;
});

afterAll(async () => {
  proxy.close();
  await app.close();
  await database.close();
});

/** Runs the program that calls all services, set up by these variables alone. */
async function callServices(variables: Readonly<Record<string, string>>): Promise<{ readonly code: number | null; readonly output: string }> {
  const url = `http://127.0.0.1:${port}`;
  const env = { PATH: process.env['PATH'], HTTP_PROXY: url, HTTPS_PROXY: url, NO_PROXY: '127.0.0.1', ...variables };
  const child = spawn(process.execPath, [fileURLToPath(new URL('../clients/node/services.mjs', import.meta.url))], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}

const printedVariables = async (): Promise<Record<string, string>> =>
  (await (await fetch(`${url}/_emulator/env?format=json&client=ibm-cloud-sdk-core`)).json()) as Record<string, string>;

let keys = 0;
const newKey = (): string => `sdk-core-${process.pid}-${process.hrtime.bigint().toString(36)}-${(keys += 1)}`;

/** As the SDKs are that are made with the core. */
class ContainerService extends BaseService {
  constructor(authenticator: IamAuthenticator) {
    super({ authenticator, serviceUrl: `${url}/global` });
  }

  async listClusters(): Promise<unknown> {
    const { result } = (await this.createRequest({ options: { url: '/v1/clusters', method: 'GET' }, defaultOptions: this.baseOptions })) as { result: unknown };
    return result;
  }
}

const issuedAt = (token: string): number => (JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { iat: number }).iat;

/** The token that the authenticator sends, once it has what it needs. */
async function tokenOf(authenticator: IamAuthenticator): Promise<string> {
  const options: { headers: Record<string, string> } = { headers: {} };
  await authenticator.authenticate(options);
  return options.headers['Authorization']?.replace('Bearer ', '') ?? '';
}

test('IamAuthenticator with its URL set logs in, and its token is good for the container API', async () => {
  const service = new ContainerService(new IamAuthenticator({ apikey: newKey(), url }));
  expect(await service.listClusters()).toEqual([]);
});

test('a token is kept as long as it is good, and replaced once it has expired', async () => {
  const authenticator = new IamAuthenticator({ apikey: newKey(), url });
  clock.behind = 2 * HOUR;
  const expired = await tokenOf(authenticator);
  clock.behind = 0;
  const fresh = await tokenOf(authenticator);
  expect(issuedAt(fresh) - issuedAt(expired)).toBeGreaterThan(7_000);
  expect(await tokenOf(authenticator)).toBe(fresh);

  const call = (token: string) => fetch(`${url}/v1/clusters`, { headers: { authorization: `Bearer ${token}` } }).then(({ status }) => status);
  expect([await call(expired), await call(fresh)]).toEqual([401, 200]);
  expect(await new ContainerService(authenticator).listClusters()).toEqual([]);
});

test('a token that is about to expire is replaced in the background', async () => {
  const authenticator = new IamAuthenticator({ apikey: newKey(), url });
  clock.behind = 0.9 * HOUR;
  const old = await tokenOf(authenticator);
  clock.behind = 0;
  expect(await tokenOf(authenticator)).toBe(old);
  const deadline = Date.now() + 20_000;
  while ((await tokenOf(authenticator)) === old && Date.now() < deadline) await new Promise((resolve) => setImmediate(resolve));
  expect(issuedAt(await tokenOf(authenticator)) - issuedAt(old)).toBeGreaterThan(3_000);
});

test('with the variables that the emulator prints every service is called here, and nothing leaves this machine', async () => {
  const { code, output } = await callServices(await printedVariables());
  expect(code).toBe(0);
  expect(JSON.parse(output)).toEqual({ kubernetes_service_api: 200, global_search: 200, global_tagging: 200, resource_manager: 200 });
  expect(leaks).toEqual([]);
});

test('without one of them a call would leave this machine, which is noticed', async () => {
  const rest = Object.entries(await printedVariables()).filter(([name]) => name !== 'KUBERNETES_SERVICE_API_AUTH_URL');
  const { code } = await callServices(Object.fromEntries(rest));
  expect(code).not.toBe(0);
  expect(new Set(leaks)).toEqual(new Set(['CONNECT iam.cloud.ibm.com:443']));
});
