import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { strikes } from '../../../src/domains/faults/rules.js';
import { startEmulator } from '../../support/emulator.js';
import type { TestAccount } from '../../support/test-account.js';
import { sendRaw, sharedServer } from './sockets.js';
import { faultsOf } from './support.js';

/** Two servers on one database: this one, and the one that all test files share. */
const emulator = await startEmulator();
const servers = [await emulator.app.listen({ port: 0, host: '127.0.0.1' }), sharedServer()] as const;
/** One that a test ends. */
const short = await startEmulator();

const many = (account: TestAccount, count: number, path = '/v1/clusters'): Promise<number[]> =>
  Promise.all(Array.from({ length: count }, async (_, index) => (await sendRaw(servers[index % 2] ?? '', account, 'GET', path)).status ?? 0));

const countOf = (statuses: readonly number[], status: number): number => statuses.filter((one) => one === status).length;

describe('50 requests at once, through two servers', () => {
  test.each([
    [{ first: 7 }, 7],
    [{ every: 4 }, 12],
    [{ probability: 0.4, seed: 'tuesday' }, Array.from({ length: 50 }, (_, index) => index + 1).filter((number) => strikes({ probability: 0.4, seed: 'tuesday' }, number)).length],
    [undefined, 50],
  ])('%j strikes %i of them', async (when, expected) => {
    const account = await emulator.account();
    const faults = faultsOf(emulator, account);
    const { id } = await faults.arm({ effect: { type: 'error', error: 'internal' }, ...(when !== undefined && { when }) });
    const statuses = await many(account, 50);
    expect([countOf(statuses, 500), countOf(statuses, 200)]).toEqual([expected, 50 - expected]);
    expect((await faults.read(id)).body).toMatchObject({ matched: 50, struck: expected });
  });

  test('while the fault is disarmed, none is answered with anything but its own error', async () => {
    const account = await emulator.account();
    const faults = faultsOf(emulator, account);
    const { id } = await faults.arm({ effect: { type: 'rate-limited' } });
    const [statuses, disarmed] = await Promise.all([many(account, 50), faults.disarm(id)]);
    expect(disarmed.status).toBe(204);
    expect(countOf(statuses, 429) + countOf(statuses, 200)).toBe(50);
    expect(await many(account, 4)).toEqual([200, 200, 200, 200]);
  });

  test('arming and disarming all the time, too', async () => {
    const account = await emulator.account();
    const faults = faultsOf(emulator, account);
    const change = async (): Promise<void> => {
      for (let round = 0; round < 10; round += 1) {
        await faults.arm({ effect: { type: 'rate-limited' }, when: { every: 2 } });
        expect((await faults.disarmAll()).status).toBe(200);
      }
    };
    const [statuses] = await Promise.all([many(account, 100), change()]);
    expect(countOf(statuses, 429) + countOf(statuses, 200)).toBe(100);
  });
});

test('a fault that one server armed is known to the other at once, and one that it disarmed', async () => {
  const account = await emulator.account();
  const url = `/_emulator/accounts/${account.id}/faults`;
  for (const [one, other] of [servers, [servers[1], servers[0]]] as const) {
    const armed = await sendRaw(one, account, 'POST', url, { effect: { type: 'error', error: 'internal' } });
    expect(armed.status).toBe(201);
    expect((await sendRaw(other, account, 'GET', '/v1/clusters')).status).toBe(500);
    expect((await sendRaw(one, account, 'DELETE', url)).status).toBe(200);
    expect((await sendRaw(other, account, 'GET', '/v1/clusters')).status).toBe(200);
  }
});

test('a probability with a seed gives the same run in every account', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ maxLength: 20 }), fc.double({ min: 0, max: 1, noNaN: true }), async (seed, probability) => {
      const runs = [];
      for (const account of [await emulator.account(), await emulator.account()]) {
        await faultsOf(emulator, account).arm({ effect: { type: 'rate-limited' }, when: { probability, seed } });
        const statuses: number[] = [];
        for (let call = 0; call < 8; call += 1) statuses.push((await account.get('/v1/clusters')).status);
        runs.push(statuses);
      }
      expect(runs[0]).toEqual(runs[1]);
      expect(runs[0]).toEqual(Array.from({ length: 8 }, (_, index) => (strikes({ probability, seed }, index + 1) ? 429 : 200)));
    }),
    { numRuns: 10 },
  );
});

test('the end of the server ends a latency', async () => {
  const server = await short.app.listen({ port: 0, host: '127.0.0.1' });
  const account = await short.account();
  const faults = faultsOf(emulator, account);
  const { id } = await faults.arm({ effect: { type: 'latency', for: '60s' } });
  const answer = sendRaw(server, account, 'GET', '/v1/clusters');
  while ((await faults.read(id)).body.struck === 0);
  await short.app.close();
  expect((await answer).status).toBe(200);
});
