import { describe, expect, test } from '@jest/globals';
import { wait } from '../../src/core/wait.js';
import { type EmulatorProcess, makeDirectory, processesOf, start } from '../server/emulator-process.js';
import { duration, patience } from './duration.js';
import { Churn, makeRoom } from './churn.js';

/** From a moment after the first calls to one in the middle of many. */
const aWhile = (): Promise<void> => wait(200 + Number(process.hrtime.bigint() % 2_500n));

/** The process that all of a Postgres' others are children of. */
async function postmasterOf(directory: string): Promise<number> {
  const [postmaster] = await processesOf(directory);
  if (postmaster === undefined) throw new Error(`No Postgres serves ${directory}.`);
  return postmaster.pid;
}

async function untilReady(emulator: EmulatorProcess): Promise<void> {
  for (let tries = 0; (await emulator.call('GET', '/readyz')).status !== 200; tries += 1) {
    if (tries > 600) throw new Error('The server does not become ready again.');
    await wait(50);
  }
}

describe('killed at random moments under load, again and again', () => {
  test('the server: what it acknowledged is there when the next one starts', async () => {
    const args = ['--data-dir', await makeDirectory(), '--log-level', 'error'];
    let emulator = await start({ args });
    await makeRoom(emulator.url);
    for (const end = performance.now() + duration / 2; performance.now() < end; ) {
      const load = new Churn(() => emulator.url);
      await load.untilAcknowledged(5);
      await aWhile();
      await emulator.end('SIGKILL');
      const [next] = await Promise.all([start({ args }), load.stop()]);
      emulator = next;
      await load.expectWhole();
      expect((await emulator.call('POST', '/_emulator/accounts/default/reset')).status).toBe(200);
    }
    expect(await emulator.end('SIGTERM')).toMatchObject({ code: 0, stderr: '' });
  }, patience);

  test('its Postgres: the server is not ready, starts another, and goes on', async () => {
    const directory = await makeDirectory();
    const emulator = await start({ args: ['--data-dir', directory, '--log-level', 'silent'] });
    await makeRoom(emulator.url);
    for (const end = performance.now() + duration / 2; performance.now() < end; ) {
      const load = new Churn(() => emulator.url);
      await load.untilAcknowledged(5);
      await aWhile();
      process.kill(await postmasterOf(directory), 'SIGKILL');
      await untilReady(emulator);
      await load.untilAcknowledged(5);
      await load.stop();
      expect(Object.keys(load.tally).filter((status) => !['200', '201', '204', '404', '500'].includes(status))).toEqual([]);
      await load.expectWhole();
      expect((await emulator.call('POST', '/_emulator/accounts/default/reset')).status).toBe(200);
    }
    expect((await emulator.end('SIGTERM')).code).toBe(0);
  }, patience);
});
