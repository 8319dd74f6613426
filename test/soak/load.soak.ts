import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { describe, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import { Database } from '../../bench/support/database.mjs';
import { residentMegabytes } from '../../bench/support/process.mjs';
import { type EmulatorProcess, start } from '../server/emulator-process.js';
import { createDatabase } from '../surface/own-database.js';
import { cluster, LoadAccount, tally, times } from './load-account.js';

jest.setTimeout(1_800_000);

/** Waiting for one's turn is what these tests are about; how long depends on the machine. */
const startOn = (url: string): Promise<EmulatorProcess> => start({ environment: { DATABASE_URL: url, IKS_SLOW_QUERY: '600000' } });

const memoryOf = ({ child }: EmulatorProcess): Promise<number> => residentMegabytes(child.pid ?? 0);

/** Gives the account so many ready clusters, named `grown-0` and so on, beside the one that they are copied from. */
async function grow(url: string, account: LoadAccount, count: number): Promise<void> {
  expect((await account.call('POST', '/v1/clusters', cluster('grown'))).status).toBe(201);
  expect((await account.control('POST', 'clock/settle', { until: 'all' })).status).toBe(200);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await new Database(client).multiply(account.id, 'grown', count);
  } finally {
    await client.end();
  }
}

async function openSocket(url: string, text: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(text);
  return socket;
}

test('2,000 connections are served at the same time, and do not keep others out while they are idle', async () => {
  const emulator = await startOn(await createDatabase());
  const account = await LoadAccount.create(emulator, 'many-connections', { speed: 'instant' });
  await account.call('POST', '/v1/clusters', cluster('shop'));
  const outcomes = await times(2_000, () => account.call('GET', '/v1/clusters/shop'));
  expect(tally(outcomes)).toEqual({ '200': 2_000 });
  const other = await LoadAccount.create(emulator, 'one-more', { speed: 'instant' });
  expect((await other.call('GET', '/v1/clusters')).status).toBe(200);
  expect(await memoryOf(emulator)).toBeLessThan(500);
  expect(await emulator.end('SIGTERM')).toMatchObject({ code: 0, stderr: '' });
});

test('clients that send slowly or do not read their answers hold up nobody, nor the end of the server', async () => {
  const database = await createDatabase();
  const emulator = await startOn(database);
  const account = await LoadAccount.create(emulator, 'slow-clients', { speed: 'instant' });
  await grow(database, account, 1_000);
  const head = `GET /v1/clusters HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${account.token}\r\n`;
  const sending = await times(500, () => openSocket(emulator.url, head));
  const notReading = await times(100, () => openSocket(emulator.url, `${head}\r\n`).then((socket) => socket.pause()));
  const outcomes = await times(200, (index) => account.call('GET', `/v1/clusters/grown-${index}`));
  expect(tally(outcomes)).toEqual({ '200': 200 });
  expect(await memoryOf(emulator)).toBeLessThan(1_500);
  for (const socket of notReading) socket.destroy();
  expect(await emulator.end('SIGTERM')).toMatchObject({ code: 0, stderr: '' });
  for (const socket of sending) socket.destroy();
});

describe('an account with 100,000 clusters', () => {
  test('is read, changed and emptied as others are, in memory that is bounded', async () => {
    const database = await createDatabase();
    const emulator = await startOn(database);
    const account = await LoadAccount.create(emulator, 'many-clusters', { speed: 'instant' });
    await grow(database, account, 100_000);

    expect((await account.call('GET', '/v1/clusters/grown-77777')).status).toBe(200);
    expect((await account.call('POST', '/v1/clusters', cluster('shop'))).status).toBe(201);
    const list = await account.call('GET', '/v1/clusters');
    expect([list.status, (JSON.parse(list.text) as readonly unknown[]).length]).toEqual([200, 100_002]);
    expect(await memoryOf(emulator)).toBeLessThan(3_000);
    expect((await account.control('POST', 'reset')).status).toBe(200);
    expect((await account.call('GET', '/v1/clusters')).text).toBe('[]');
    expect(await emulator.end('SIGTERM')).toMatchObject({ code: 0, stderr: '' });
  });
});

test('10,000 accounts, each with a cluster, take room in the database and next to none in the server', async () => {
  const emulator = await startOn(await createDatabase());
  const use = async (index: number): Promise<void> => {
    const account = await LoadAccount.create(emulator, `account-${index}`, { speed: 'instant' });
    expect((await account.call('POST', '/v1/clusters', cluster('shop'))).status).toBe(201);
    expect(JSON.parse((await account.call('GET', '/v1/clusters/shop')).text)).toMatchObject({ state: 'normal' });
    account.disconnect();
  };
  const useAll = async (from: number, to: number): Promise<void> => {
    for (let first = from; first < to; first += 50) await times(50, (index) => use(first + index));
  };
  // What the first ones need, such as prepared statements, is no part of what each one more takes.
  await useAll(0, 1_000);
  const before = await memoryOf(emulator);
  await useAll(1_000, 10_000);
  expect((await memoryOf(emulator)) - before).toBeLessThan(150);
  expect((await emulator.call<readonly unknown[]>('GET', '/_emulator/accounts')).body.length).toBeGreaterThanOrEqual(10_000);
  expect(await emulator.end('SIGTERM')).toMatchObject({ code: 0, stderr: '' });
});
