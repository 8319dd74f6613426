import { describe, expect, test } from '@jest/globals';
import { connectEmulator } from '../support/emulator.js';
import { controlOf } from './support.js';

const emulator = await connectEmulator();

async function frozenAccount(settings: Readonly<Record<string, unknown>> = {}) {
  const account = await emulator.account(settings);
  const control = controlOf(emulator, account);
  await control.move('freeze');
  return { account, control };
}

describe('settleClock', () => {
  test('next: jumps to the next transition, exactly', async () => {
    const { account, control } = await frozenAccount();
    const id = await account.createCluster();
    const { now, nextDueAt } = (await control.clock()).body;
    const { status, body } = await control.move('settle', { until: 'next' });
    expect(status).toBe(200);
    expect(body.now).toBe(nextDueAt);
    expect(Date.parse(body.now) - Date.parse(now)).toBe(15_000);
    expect(body.transitions).toEqual([{ at: body.now, kind: 'cluster', id, from: 'requested', to: 'deploying' }]);
    expect(Date.parse(body.nextDueAt ?? '') - Date.parse(body.now)).toBe(285_000);
  });

  test('next: transitions of the same moment happen together', async () => {
    const { account, control } = await frozenAccount();
    await account.createCluster({ workerNum: 3 });
    await account.advance('5m');
    const { transitions } = (await control.move('settle', { until: 'next' })).body;
    expect(transitions?.map(({ kind, to }) => `${kind} ${to}`)).toEqual(Array.from({ length: 3 }, () => 'worker provisioning'));
  });

  test('all: runs to the moment of the last transition, and no further', async () => {
    const { account, control } = await frozenAccount();
    await account.createCluster();
    const { now } = (await control.clock()).body;
    const { body } = await control.move('settle', { until: 'all' });
    expect(body.nextDueAt).toBeNull();
    expect(body.now).toBe(body.transitions?.at(-1)?.at);
    expect(Date.parse(body.now) - Date.parse(now)).toBe(25 * 60_000);
  });

  test.each(['next', 'all'])('%s: where nothing is due, the clock stays', async (until) => {
    const { control } = await frozenAccount();
    const { now } = (await control.clock()).body;
    expect((await control.move('settle', { until })).body).toEqual({ now, frozen: true, speed: 1, nextDueAt: null, transitions: [] });
  });

  test('step by step is the same as all at once', async () => {
    const [one, other] = [await frozenAccount({ idSeed: 'same' }), await frozenAccount({ idSeed: 'same' })];
    for (const { account } of [one, other]) await account.createCluster({ noSubnet: true });
    const start = Date.parse((await one.control.clock()).body.now);
    const steps = [];
    for (let step = await one.account.settle('next'); step.length > 0; step = await one.account.settle('next')) steps.push(...step);
    const otherStart = Date.parse((await other.control.clock()).body.now);
    const relative = (from: number) => (transition: { at: string }) => ({ ...transition, at: Date.parse(transition.at) - from });
    expect(steps.map(relative(start))).toEqual((await other.account.settle('all')).map(relative(otherStart)));
  });

  test('each transition is told once, also those that were due before the call', async () => {
    const { account, control } = await frozenAccount({ speed: 1_000_000 });
    const id = await account.createCluster({ workerNum: 1 });
    await account.advance('1m');
    await account.delete('/v1/clusters/shop');
    const { transitions = [] } = (await control.move('settle', { until: 'all' })).body;
    expect(transitions.map(({ kind, to }) => `${kind} ${to}`)).toEqual(['worker deleted', 'cluster deleted']);
    expect(transitions.at(-1)?.id).toBe(id);
  });

  test.each([{}, { until: '' }])('400 E0020: %j', async (body) => {
    const { control } = await frozenAccount();
    const refused = await control.move('settle', body);
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ code: 'E0020', description: 'Required fields are missing: until.' });
  });

  test.each([{ until: 'forever' }, { until: 1 }])('400: %j', async (body) => {
    const { control } = await frozenAccount();
    const refused = await control.move('settle', body);
    expect(refused.status).toBe(400);
    expect(refused.body.description).toContain('until must be one of: next, all');
  });
});
