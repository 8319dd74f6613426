import { describe, expect, test } from '@jest/globals';
import { connectEmulator } from '../support/emulator.js';
import { controlOf } from './support.js';

const emulator = await connectEmulator();

const START = '2030-01-01T00:00:00.000Z';
const MINUTE = 60_000;
const after = (milliseconds: number): string => new Date(Date.parse(START) + milliseconds).toISOString();

/** An account whose clock stands at the start of 2030. */
async function accountAtStart(settings: Readonly<Record<string, unknown>> = {}) {
  const account = await emulator.account(settings);
  const control = controlOf(emulator, account);
  await control.move('freeze');
  await control.set({ now: START });
  return { account, control };
}

describe('changeClock: the time', () => {
  test.each([
    ['2030-01-01T00:00:00Z', START],
    ['2030-01-01T02:00:00+02:00', START],
    ['2030-01-01T00:00:00.250Z', '2030-01-01T00:00:00.250Z'],
    ['2030-01-01', START],
    ['1970-01-01', '1970-01-01T00:00:00.000Z'],
    ['9998-12-31T23:59:59.999Z', '9998-12-31T23:59:59.999Z'],
    ['9999-01-01T00:00:00Z', '9999-01-01T00:00:00.000Z'],
  ])('200: %s, in an empty account also a time long gone', async (now, shown) => {
    const control = controlOf(emulator, await emulator.account());
    await control.move('freeze');
    const { status, body } = await control.set({ now });
    expect([status, body]).toEqual([200, { now: shown, frozen: true, speed: 1, nextDueAt: null, transitions: [] }]);
    expect((await control.clock()).body.now).toBe(shown);
  });

  test('200: a clock that runs goes on from there', async () => {
    const control = controlOf(emulator, await emulator.account());
    const before = Date.now();
    expect((await control.set({ now: START })).body.frozen).toBe(false);
    const { now } = (await control.clock()).body;
    expect(Date.parse(now)).toBeGreaterThanOrEqual(Date.parse(START));
    expect(Date.parse(now) - Date.parse(START)).toBeLessThanOrEqual(Date.now() - before);
  });

  test('200: forward, everything due happens at its own moment, in order, and is told', async () => {
    const { account, control } = await accountAtStart();
    const id = await account.createCluster({ workerNum: 1 });
    const { status, body } = await control.set({ now: after(6 * MINUTE) });
    const worker = (await account.get<{ id: string }[]>('/v1/clusters/shop/workers')).body[0]?.id;
    expect([status, body]).toEqual([
      200,
      {
        now: after(6 * MINUTE),
        frozen: true,
        speed: 1,
        nextDueAt: after(690_000),
        transitions: [
          { at: after(15_000), kind: 'cluster', id, from: 'requested', to: 'deploying' },
          { at: after(300_000), kind: 'cluster', id, from: 'deploying', to: 'deployed' },
          { at: after(330_000), kind: 'worker', id: worker, from: 'provision_pending', to: 'provisioning' },
        ],
      },
    ]);
  });

  test('200: to the very moment of a transition, which happens', async () => {
    const { account, control } = await accountAtStart();
    await account.createCluster();
    expect((await control.set({ now: after(14_999) })).body.transitions).toEqual([]);
    expect((await control.set({ now: after(15_000) })).body.transitions).toMatchObject([{ to: 'deploying', at: after(15_000) }]);
    expect((await control.set({ now: after(15_000) })).body.transitions).toEqual([]);
  });

  test('200: back, as long as that undoes nothing: to the last thing that happened', async () => {
    const { account, control } = await accountAtStart();
    await account.createCluster();
    await control.set({ now: after(10_000) });
    expect((await control.set({ now: START })).body).toMatchObject({ now: START, nextDueAt: after(15_000) });
    await control.set({ now: after(20_000) });
    expect((await control.set({ now: after(15_000) })).status).toBe(200);
  });

  test('409: back behind what happened, and nothing is changed', async () => {
    const { account, control } = await accountAtStart();
    await account.createCluster();
    await control.set({ now: after(20_000) });
    const refused = await control.set({ now: after(14_999), speed: 30 });
    expect([refused.status, refused.body]).toMatchObject([
      409,
      {
        code: 'X0409',
        description: `The clock cannot go back to ${after(14_999)}: something in the account happened at ${after(15_000)}, which would then lie in the future. Reset the account or restore a snapshot instead.`,
      },
    ]);
    expect((await control.clock()).body).toMatchObject({ now: after(20_000), speed: 1 });
    await emulator.call({ method: 'POST', url: `/_emulator/accounts/${account.id}/reset` });
    expect((await control.set({ now: START })).status).toBe(200);
  });

  test.each([
    ['a VLAN', (id: string) => ({ url: `/_emulator/accounts/${id}/vlans`, body: { zone: 'dal10', type: 'private' } })],
    ['a resource group', () => ({ url: '/v2/resource_groups', body: { name: 'team' } })],
  ])('409: back behind %s', async (_, request) => {
    const { account, control } = await accountAtStart();
    const { url, body } = request(account.id);
    expect((await account.post(url, body)).status).toBe(201);
    expect((await control.set({ now: after(-1) })).status).toBe(409);
    expect((await control.set({ now: START })).status).toBe(200);
  });

  test.each(['soon', '2030-13-01', '2030-02-30T00:00:00Z', '2030-01-01T00:00:00', '1969-12-31', '9999-01-01T00:00:00.001Z', '+010000-01-01T00:00:00Z', 1_900_000_000, true])(
    '400: %p',
    async (now) => {
      const { control } = await accountAtStart();
      const refused = await control.set({ now });
      expect([refused.status, refused.body.description]).toEqual([400, expect.stringContaining('now must be a moment from 1970 to the beginning of 9999') as unknown]);
      expect((await control.clock()).body.now).toBe(START);
    },
  );
});

describe('changeClock: the speed', () => {
  test('200: it is the speed of the account, for steps that begin later; those under way keep their end', async () => {
    const { account, control } = await accountAtStart();
    await account.createCluster();
    expect((await control.set({ speed: 30 })).body).toMatchObject({ speed: 30, now: START, nextDueAt: after(15_000), transitions: [] });
    expect((await control.read()).body.speed).toBe(30);
    const [first] = await account.settle('next');
    expect(first?.at).toBe(after(15_000));
    expect((await control.clock()).body.nextDueAt).toBe(after(15_000 + 9_500));
  });

  test('200: with a time, it holds for the steps that begin on the way', async () => {
    const { account, control } = await accountAtStart();
    await account.createCluster({ workerNum: 1 });
    const { body } = await control.set({ now: after(15_000), speed: 'instant' });
    expect(body).toMatchObject({ speed: 'instant', nextDueAt: null });
    expect(new Set(body.transitions?.map(({ at }) => at))).toEqual(new Set([after(15_000)]));
    expect((await account.get('/v1/clusters/shop')).body).toMatchObject({ state: 'normal', ingressStatus: 'healthy' });
  });

  test('200: nothing said, nothing changed', async () => {
    const { control } = await accountAtStart({ speed: 7 });
    expect((await control.set({})).body).toEqual({ now: START, frozen: true, speed: 7, nextDueAt: null, transitions: [] });
  });

  test.each([0, -1, 1_000_001, 'fast'])('400: %p', async (speed) => {
    const { control } = await accountAtStart();
    const refused = await control.set({ speed, now: after(MINUTE) });
    expect([refused.status, refused.body.description]).toEqual([400, expect.stringContaining('speed must be') as unknown]);
    expect((await control.clock()).body).toMatchObject({ now: START, speed: 1 });
  });

  test('however slow, steps end before the year 9999', async () => {
    const { account, control } = await accountAtStart({ speed: 1e-300 });
    const id = await account.createCluster();
    expect((await control.clock()).body.nextDueAt).toBe('9999-01-01T00:00:00.000Z');
    const { status, body } = await control.move('settle', { until: 'next' });
    expect([status, body.now, body.transitions?.[0]]).toMatchObject([200, '9999-01-01T00:00:00.000Z', { id, to: 'deploying' }]);
  });
});

describe('a clock at its end', () => {
  test('is not moved beyond the year 9998, and stays where it is', async () => {
    const { account, control } = await accountAtStart();
    await control.set({ now: '9998-12-31T23:59:00Z' });
    const refused = await control.move('advance', { by: '61s' });
    expect([refused.status, refused.body.description]).toEqual([400, expect.stringContaining('the clock would pass 9999-01-01T00:00:00.000Z') as unknown]);
    expect((await control.clock()).body.now).toBe('9998-12-31T23:59:00.000Z');
    expect((await control.move('advance', { by: '36600d' })).status).toBe(400);
    expect(await account.createCluster()).toMatch(/^c/);
    expect((await control.move('advance', { by: '1m' })).status).toBe(200);
  });
});

describe('several moves at once', () => {
  test('add up, and each transition is told to one of them', async () => {
    const { account, control } = await accountAtStart();
    await account.createCluster({ workerNum: 1 });
    const moves = await Promise.all(Array.from({ length: 8 }, () => control.move('advance', { by: '5m' })));
    expect(moves.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    expect(moves.map(({ body }) => body.now).sort()).toEqual(Array.from({ length: 8 }, (_, index) => after((index + 1) * 5 * MINUTE)));
    const told = moves.flatMap(({ body }) => body.transitions ?? []);
    expect(new Set(told.map(({ kind, id, to }) => `${kind} ${id} ${to}`)).size).toBe(told.length);
    expect(told.filter(({ kind, to }) => kind === 'cluster' && to === 'deployed')).toHaveLength(1);
    expect((await control.clock()).body.nextDueAt).toBeNull();
  });

  test('of two to the same time one moves and the other finds it there', async () => {
    const { account, control } = await accountAtStart();
    await account.createCluster();
    const moves = await Promise.all([control.set({ now: after(MINUTE) }), control.set({ now: after(MINUTE) })]);
    expect(moves.map(({ status, body }) => [status, body.now])).toEqual([[200, after(MINUTE)], [200, after(MINUTE)]]);
    expect(moves.map(({ body }) => body.transitions?.length).sort()).toEqual([0, 1]);
  });
});
