import { describe, expect, test } from '@jest/globals';
import { connectEmulator } from '../support/emulator.js';
import { controlOf } from './support.js';

const emulator = await connectEmulator();

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('getClock', () => {
  test('200: real time at first, nothing due', async () => {
    const control = controlOf(emulator, await emulator.account());
    const before = Date.now();
    const { status, body } = await control.clock();
    expect(status).toBe(200);
    expect(body).toEqual({ now: expect.any(String) as unknown, frozen: false, speed: 1, nextDueAt: null });
    expect(Date.parse(body.now)).toBeGreaterThanOrEqual(before);
    expect(Date.parse(body.now)).toBeLessThanOrEqual(Date.now());
  });

  test('200: when the next transition is due', async () => {
    const account = await emulator.account();
    const control = controlOf(emulator, account);
    await control.move('freeze');
    await account.createCluster();
    const { now, nextDueAt } = (await control.clock()).body;
    expect(Date.parse(nextDueAt ?? '') - Date.parse(now)).toBe(15_000);
  });
});

describe('advanceClock', () => {
  test.each([
    ['25m', 25 * 60_000],
    ['90s', 90_000],
    ['1.5h', 1.5 * HOUR],
    ['250ms', 250],
    ['2d', 2 * DAY],
    ['PT25M', 25 * 60_000],
    ['PT1H30M', 1.5 * HOUR],
    ['P1D', DAY],
    ['P1DT2H', 26 * HOUR],
    ['P2W', 14 * DAY],
    ['PT0.5S', 500],
    ['365d', 365 * DAY],
    ['36500d', 36_500 * DAY],
    ['0s', 0],
  ])('200: by %s', async (by, milliseconds) => {
    const control = controlOf(emulator, await emulator.account());
    const frozenAt = (await control.move('freeze')).body.now;
    const { status, body } = await control.move('advance', { by });
    expect(status).toBe(200);
    expect(Date.parse(body.now) - Date.parse(frozenAt)).toBe(milliseconds);
    expect(body).toMatchObject({ frozen: true, nextDueAt: null, transitions: [] });
  });

  test.each(['25', '-5m', '5 m', 'soon', 'P', 'PT', 'P1Y', 'P1M', '25M', '1h30m', 'm', 'P-1D', '36601d', 'PT999999999999S', 'Infinitys', 25, -1, true, {}])(
    '400: by %j, and the clock stays',
    async (by) => {
      const control = controlOf(emulator, await emulator.account());
      const frozenAt = (await control.move('freeze')).body.now;
      const refused = await control.move('advance', { by });
      expect(refused.status).toBe(400);
      expect(refused.body.description).toContain('by must be');
      expect((await control.clock()).body.now).toBe(frozenAt);
    },
  );

  test('400 E0020: by is missing', async () => {
    const control = controlOf(emulator, await emulator.account());
    for (const body of [undefined, {}, { by: '' }]) {
      const refused = await control.move('advance', body);
      expect(refused.status).toBe(400);
      expect(refused.body).toMatchObject({ code: 'E0020', description: 'Required fields are missing: by.' });
    }
  });

  test('a running clock runs on from where it was moved to', async () => {
    const control = controlOf(emulator, await emulator.account());
    const before = Date.now();
    await control.move('advance', { by: '1h' });
    await control.move('advance', { by: '1h' });
    const { now } = (await control.clock()).body;
    expect(Date.parse(now)).toBeGreaterThanOrEqual(before + 2 * HOUR);
    expect(Date.parse(now)).toBeLessThanOrEqual(Date.now() + 2 * HOUR);
  });

  test('200: what happened on the way, each at its own moment, in order', async () => {
    const account = await emulator.account();
    const control = controlOf(emulator, account);
    await control.move('freeze');
    const id = await account.createCluster({ workerNum: 1 });
    const { now } = (await control.clock()).body;
    const { body } = await control.move('advance', { by: '6m' });
    const worker = (await account.get<{ id: string }[]>('/v1/clusters/shop/workers')).body[0]?.id;
    const at = (seconds: number): string => new Date(Date.parse(now) + seconds * 1000).toISOString();
    expect(body).toEqual({
      now: at(360),
      frozen: true,
      speed: 1,
      nextDueAt: at(690),
      transitions: [
        { at: at(15), kind: 'cluster', id, from: 'requested', to: 'deploying' },
        { at: at(300), kind: 'cluster', id, from: 'deploying', to: 'deployed' },
        { at: at(330), kind: 'worker', id: worker, from: 'provision_pending', to: 'provisioning' },
      ],
    });
  });

  test("the account's time shows in dates of what is made (R110)", async () => {
    const account = await emulator.account();
    const control = controlOf(emulator, account);
    await control.move('freeze');
    const { now } = (await control.move('advance', { by: '3650d' })).body;
    await account.createCluster();
    const { body } = await account.get<{ createdDate: string }>('/v1/clusters/shop');
    expect(body.createdDate).toBe(now.replace(/\.\d{3}Z$/, '+0000'));
    expect(Number(body.createdDate.slice(0, 4))).toBeGreaterThanOrEqual(new Date().getFullYear() + 9);
  });

  test('tokens live in real time: moving the clock ages none', async () => {
    const account = await emulator.account();
    await account.advance('48h');
    expect((await account.get('/v1/clusters')).status).toBe(200);
    await account.advance('3650d');
    expect((await account.get('/v1/clusters')).status).toBe(200);
  });

  test("each account has a clock of its own", async () => {
    const [one, other] = [await emulator.account(), await emulator.account()];
    await one.createCluster();
    await other.createCluster();
    await one.advance('25m');
    expect((await one.get('/v1/clusters/shop')).body).toMatchObject({ state: 'normal' });
    expect((await other.get('/v1/clusters/shop')).body).toMatchObject({ state: 'requested' });
    const before = Date.now();
    const { now } = (await controlOf(emulator, other).clock()).body;
    expect(Date.parse(now)).toBeGreaterThanOrEqual(before);
    expect(Date.parse(now)).toBeLessThanOrEqual(Date.now());
  });
});

describe('freezeClock and unfreezeClock', () => {
  test('time stands still, and nothing becomes due', async () => {
    const account = await emulator.account({ speed: 1_000_000 });
    const control = controlOf(emulator, account);
    const { status, body } = await control.move('freeze');
    expect(status).toBe(200);
    expect(body).toEqual({ now: expect.any(String) as unknown, frozen: true, speed: 1_000_000, nextDueAt: null });
    expect((await control.read()).body).toMatchObject({ frozen: true, now: body.now });
    for (let look = 0; look < 5; look += 1) expect((await control.clock()).body.now).toBe(body.now);
    expect((await control.move('freeze')).body.now).toBe(body.now);
  });

  test('a frozen clock moves when it is told to, and stands again', async () => {
    const control = controlOf(emulator, await emulator.account());
    const { now } = (await control.move('freeze')).body;
    const moved = (await control.move('advance', { by: '10m' })).body;
    expect(moved.frozen).toBe(true);
    expect(Date.parse(moved.now) - Date.parse(now)).toBe(600_000);
    expect((await control.clock()).body.now).toBe(moved.now);
  });

  test('unfrozen, time goes on from where it stood', async () => {
    const control = controlOf(emulator, await emulator.account());
    await control.move('freeze');
    const stood = (await control.move('advance', { by: '10d' })).body.now;
    const before = Date.now();
    const { status, body } = await control.move('unfreeze');
    expect(status).toBe(200);
    expect(body.frozen).toBe(false);
    const { now } = (await control.clock()).body;
    expect(Date.parse(now)).toBeGreaterThanOrEqual(Date.parse(stood));
    expect(Date.parse(now) - Date.parse(stood)).toBeLessThanOrEqual(Date.now() - before);
  });

  test('unfreezing a clock that runs does not set it back, however much is settled meanwhile', async () => {
    const account = await emulator.account({ speed: 1_000_000 });
    await account.createCluster({ workerNum: 200 });
    await controlOf(emulator, account).move('unfreeze');
    const before = Date.now();
    expect(Date.parse((await controlOf(emulator, account).clock()).body.now)).toBeGreaterThanOrEqual(before);
  });

  test('a clock that was frozen in the middle of a create goes on with it', async () => {
    const account = await emulator.account();
    const control = controlOf(emulator, account);
    await account.createCluster();
    await account.advance('6m');
    await control.move('freeze');
    expect((await account.get('/v1/clusters/shop')).body).toMatchObject({ state: 'pending' });
    await control.move('unfreeze');
    await account.advance('25m');
    expect((await account.get('/v1/clusters/shop')).body).toMatchObject({ state: 'normal', ingressStatus: 'healthy' });
  });
});
