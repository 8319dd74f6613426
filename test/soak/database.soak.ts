import { afterAll, describe, expect, test } from '@jest/globals';
import { wait } from '../../src/core/wait.js';
import { connectOnce } from '../../src/database/connect-once.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/database/embedded-postgres.js';
import { type EmulatorProcess, makeDirectory, start } from '../server/emulator-process.js';
import { Gateway } from '../support/gateway.js';
import { duration, patience } from './duration.js';
import { fillDisk } from './file-limit.js';
import { Churn, makeRoom } from './churn.js';

/** How many tests share the time. */
const TESTS = 4;
const SLOW = 15;
/** What a client may be answered while the database fails; nothing else, and no lost connection. */
const ANSWERS = ['200', '201', '204', '404', '500'];

const cleanups: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const cleanUp of cleanups.reverse()) await cleanUp();
});

interface Scene {
  readonly emulator: EmulatorProcess;
  readonly gateway: Gateway;
  readonly restartPostgres: () => Promise<void>;
}

/** A server whose way to its Postgres leads through a gateway. */
async function setUp(): Promise<Scene> {
  const dataDirectory = await makeDirectory();
  const launch = (): Promise<EmbeddedPostgres> => startEmbeddedPostgres({ dataDirectory, durable: true, log: () => undefined });
  let postgres = await launch();
  cleanups.push(() => postgres.stop());
  const gateway = new Gateway(new URL(postgres.url));
  await gateway.open();
  cleanups.push(() => gateway.close());
  const emulator = await start({ args: ['--log-level', 'silent'], environment: { DATABASE_URL: gateway.url } });
  await makeRoom(emulator.url);
  const restartPostgres = async (): Promise<void> => {
    await postgres.stop();
    expect((await emulator.call('GET', '/readyz')).status).toBe(503);
    postgres = await launch();
    gateway.leadTo(new URL(postgres.url));
  };
  return { emulator, gateway, restartPostgres };
}

/** Has something go wrong under load again and again; each time all is well afterwards, without anybody's help. */
async function endure({ emulator }: Pick<Scene, 'emulator'>, fault: (load: Churn) => Promise<void>): Promise<void> {
  for (const end = performance.now() + duration / TESTS; performance.now() < end; ) {
    const load = new Churn(() => emulator.url);
    await load.untilAcknowledged(5);
    await fault(load);
    await load.untilAcknowledged(5);
    expect((await emulator.call('GET', '/readyz')).status).toBe(200);
    await load.stop();
    expect(Object.keys(load.tally).filter((status) => !ANSWERS.includes(status))).toEqual([]);
    await load.expectWhole();
    expect((await emulator.call('POST', '/_emulator/accounts/default/reset')).status).toBe(200);
  }
}

describe('under load, again and again', () => {
  test('a connection is cut in the middle of a transaction', async () => {
    const scene = await setUp();
    await endure(scene, async () => {
      for (let cuts = 0; cuts < 10; cuts += 1) {
        scene.gateway.breakAfter(Number(process.hrtime.bigint() % 200n));
        await wait(100);
      }
      scene.gateway.breakAfter(Infinity);
    });
  }, patience);

  test('Postgres is restarted', async () => {
    const scene = await setUp();
    await endure(scene, () => scene.restartPostgres());
  }, patience);

  test('the database is slow: nothing fails', async () => {
    const scene = await setUp();
    await endure(scene, async (load) => {
      scene.gateway.slowDown(SLOW);
      await load.untilAcknowledged(5, 120_000);
      expect((await scene.emulator.call('GET', '/readyz')).status).toBe(200);
      scene.gateway.slowDown(0);
      expect(load.tally).not.toHaveProperty('500');
    });
  }, patience);

  test('the disk is full: what could not be written was not acknowledged, and there is more room one day', async () => {
    const directory = await makeDirectory();
    const emulator = await start({ args: ['--data-dir', directory, '--log-level', 'silent'] });
    await makeRoom(emulator.url);
    await endure({ emulator }, async (load) => {
      const disk = await fillDisk(emulator.child.pid ?? 0, directory);
      await wait(1_000);
      const before = load.acknowledged;
      await wait(1_000);
      expect(load.acknowledged).toBe(before);
      await disk.clear();
    });
  }, patience);
});

test('all connections wait for accounts that others hold: it is not ready, answers all the same, and goes on when they let go', async () => {
  const { emulator, gateway } = await setUp();
  const names = Array.from({ length: 40 }, (_, index) => `held-${index}`);
  for (const name of names) await emulator.call('POST', '/_emulator/accounts', { name });
  const other = await connectOnce(gateway.url);
  await other.query('BEGIN');
  await other.query('SELECT FROM accounts FOR UPDATE');
  const waiting = names.map((name) => emulator.call('POST', `/_emulator/accounts/${name}/clock/advance`, { by: '1h' }));
  await wait(1_000);
  expect((await emulator.call('GET', '/readyz')).status).toBe(503);
  expect((await emulator.call('GET', '/livez')).status).toBe(200);
  await other.query('COMMIT');
  await other.end();
  expect((await Promise.all(waiting)).filter(({ status }) => status !== 200)).toEqual([]);
  expect((await emulator.call('GET', '/readyz')).status).toBe(200);
}, patience);
