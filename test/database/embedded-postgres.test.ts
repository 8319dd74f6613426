import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/database/embedded-postgres.js';
import { isAlive } from '../../src/database/process-table.js';
import { forkEmulator, killHard, postgresPid, release } from './fixtures/processes.js';
import { query } from './fixtures/query.js';

// Each test makes a cluster of its own, which takes a second, or several on a busy machine.
jest.setTimeout(60_000);

/** Above the highest process id that Linux gives. */
const endedPid = 2 ** 22 + 1;

const testAsRoot = process.getuid?.() === 0 ? test : test.skip;

let dataDirectory: string;
let home: string;
let running: { stop(): Promise<void> }[];

beforeEach(async () => {
  dataDirectory = await mkdtemp(path.join(tmpdir(), 'iks-emulator-database-'));
  home = path.join(dataDirectory, 'postgres');
  running = [];
});

afterEach(async () => {
  await Promise.all(running.map((each) => each.stop()));
  await rm(dataDirectory, { recursive: true, force: true });
});

async function start({ durable = false } = {}): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDirectory, durable, log: () => undefined });
  running.push(postgres);
  return postgres;
}

async function forkStart() {
  const emulator = await forkEmulator(dataDirectory);
  running.push({ stop: () => release(emulator) });
  return emulator;
}

test('data outlives a stop and a start', async () => {
  const first = await start({ durable: true });
  await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
  await first.stop();
  await expect(query(first.url, 'SELECT 1')).rejects.toThrow();

  const second = await start({ durable: true });
  expect(await query(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
});

test('a durable server syncs to disk, a throw-away one does not', async () => {
  const durable = await start({ durable: true });
  expect(await query(durable.url, 'SHOW fsync')).toEqual([{ fsync: 'on' }]);
  await durable.stop();

  const volatile = await start({ durable: false });
  expect(await query(volatile.url, 'SHOW fsync')).toEqual([{ fsync: 'off' }]);
});

test('only who knows the password gets in, and others cannot read it', async () => {
  const { url } = await start();
  const wrong = new URL(url);
  wrong.password = 'wrong';
  await expect(query(wrong.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
  expect((await stat(path.join(home, 'password'))).mode & 0o077).toBe(0);
});

test('a directory in use is refused in one line', async () => {
  const { process: other } = await forkStart();
  await expect(start()).rejects.toThrow(
    new Error(
      `The data directory ${dataDirectory} is in use by another iks-emulator (process ${other.pid ?? 0}). ` +
        'Stop it or choose another with IKS_DATA_DIR.',
    ),
  );
});

test('the Postgres of a killed emulator is replaced, and its data kept', async () => {
  const killed = await forkStart();
  await query(killed.url ?? '', 'CREATE TABLE kept AS SELECT 42 AS answer');
  const orphan = await postgresPid(home);
  await killHard(killed);
  expect(isAlive(orphan)).toBe(true);

  const { url } = await start();
  expect(await postgresPid(home)).not.toBe(orphan);
  expect(await query(url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
});

test('of two first starts at once, one wins and the other is refused', async () => {
  const both = await Promise.all([forkStart(), forkStart()]);
  const winners = both.filter(({ url }) => url !== undefined);
  const losers = both.filter(({ refusal }) => refusal?.includes(`in use by another iks-emulator (process ${winners[0]?.process.pid ?? 0})`));
  expect([winners.length, losers.length]).toEqual([1, 1]);
});

test('of two starts on the data of a killed emulator, one wins', async () => {
  await killHard(await forkStart());
  const outcomes = await Promise.allSettled([start(), start()]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('what a killed first start left half-made is removed', async () => {
  await chmod(dataDirectory, 0o755);
  await mkdir(path.join(dataDirectory, `postgres.new-${endedPid}-abcdef`, 'cluster'), { recursive: true });
  await start();
  expect(await readdir(dataDirectory)).toEqual(['postgres']);
});

async function leaveLockFile(pid: number): Promise<void> {
  await (await start()).stop();
  await writeFile(path.join(home, 'cluster', 'postmaster.pid'), `${pid}\n${home}/cluster\n1\n5432\n\n127.0.0.1\n`);
}

test('a lock file that names a process that has ended is no obstacle', async () => {
  await leaveLockFile(endedPid);
  const { url } = await start();
  expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('a lock file that names a process that is no Postgres is no obstacle, and that process is let be', async () => {
  const stranger = spawn('sleep', ['60'], { stdio: 'ignore' });
  running.push({ stop: () => Promise.resolve(void stranger.kill()) });
  await leaveLockFile(stranger.pid ?? 0);
  const { url } = await start();
  expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect([stranger.exitCode, stranger.signalCode]).toEqual([null, null]);
});

test('the data of a newer Postgres is refused', async () => {
  await (await start()).stop();
  await writeFile(path.join(home, 'cluster', 'PG_VERSION'), '99\n');
  await expect(start()).rejects.toThrow(/^The data directory \S+ was made by Postgres 99; this iks-emulator brings Postgres 18\. Update/);
});

test('a directory that cannot be made is refused in one line', async () => {
  const file = path.join(dataDirectory, 'file');
  await writeFile(file, '');
  const failure = startEmbeddedPostgres({ dataDirectory: path.join(file, 'below'), durable: false, log: () => undefined });
  await expect(failure).rejects.toMatchObject({ name: 'StartupError', message: expect.not.stringContaining('\n') });
});

test('a start that fails gives the reason that Postgres gave', async () => {
  await (await start()).stop();
  await rm(path.join(home, 'cluster', 'global'), { recursive: true });
  await expect(start()).rejects.toMatchObject({ name: 'StartupError', message: expect.stringMatching(/^The embedded Postgres does not start in .*global/) });
});

testAsRoot('a directory that Postgres cannot enter has its data elsewhere, which is said and lasts', async () => {
  await writeFile(path.join(dataDirectory, 'of-somebody'), '');
  const notices: string[] = [];
  const options = { dataDirectory, durable: true, log: () => undefined, notice: (line: string) => void notices.push(line) };
  const first = await startEmbeddedPostgres(options);
  await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
  await first.stop();

  const second = await startEmbeddedPostgres(options);
  expect(await query(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  await second.destroy();
  const elsewhere = /the data is in (\/var\/lib\/iks-emulator\/\w+)$/.exec(notices[1] ?? '')?.[1];
  expect(notices).toEqual([notices[0], notices[0]]);
  await expect(stat(elsewhere ?? '')).rejects.toMatchObject({ code: 'ENOENT', path: elsewhere });
});
