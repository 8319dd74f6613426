import { describe, expect, test } from '@jest/globals';
import { connectEmulator } from '../../support/emulator.js';
import { faultsOf } from './support.js';

const emulator = await connectEmulator();

const drop = { type: 'drop' };
const effects =
  'must be one of: error, latency, drop, commit-then-drop, truncated, rate-limited, provisioning-fails, deployment-fails, reload-fails, worker-critical, worker-deployment-hangs, master-deployment-hangs, master-unavailable, subnet-limit-reached';

describe('a definition that is not good is refused, and nothing is armed', () => {
  test.each([
    [{}, 'E0020', 'Required fields are missing: effect.'],
    [{ effect: {} }, 'E0021', `The request is not valid: effect.type ${effects}.`],
    [{ effect: { type: 'explode' } }, 'E0021', `The request is not valid: effect.type ${effects}.`],
    [{ effect: 'drop' }, 'E0021', 'The request is not valid: effect must be an object.'],
    [{ effect: { type: 'error' } }, 'E0020', 'Required fields are missing: effect.error.'],
    [{ effect: { type: 'error', error: 'notBuilt' } }, 'E0021', expect.stringMatching(/^The request is not valid: effect\.error must be one of: invalidRequest, /)],
    [{ effect: { type: 'latency' } }, 'E0020', 'Required fields are missing: effect.for.'],
    [{ effect: { type: 'latency', for: '61s' } }, 'E0021', 'The request is not valid: effect.for must be a length of time up to 60s, such as 2s or 500ms.'],
    [{ effect: { type: 'latency', for: 'long' } }, 'E0021', 'The request is not valid: effect.for must be a length of time up to 60s, such as 2s or 500ms.'],
    [{ effect: { type: 'rate-limited', retryAfter: -1 } }, 'E0021', 'The request is not valid: effect.retryAfter must be 0 or more.'],
    [{ effect: { type: 'worker-critical', condition: 'tired' } }, 'E0021', expect.stringMatching(/effect\.condition must be one of: orderingNotPermitted, noCapacity, /)],
    [{ effect: drop, operations: [] }, 'E0021', 'The request is not valid: operations must have at least 1 items.'],
    [{ effect: drop, operations: ['getClusters', 'makeCoffee'] }, 'E0021', "The request is not valid: operations.1 'makeCoffee' fits no operation that an account can call; see /docs for their ids."],
    [{ effect: drop, operations: ['armFault'] }, 'E0021', "The request is not valid: operations.0 'armFault' fits no operation that an account can call; see /docs for their ids."],
    [{ effect: { type: 'master-unavailable' }, operations: ['getClusters'] }, 'E0021', 'The request is not valid: operations is for effects on requests alone; name the cluster or worker in resource.'],
    [{ effect: drop, zone: 'mars01' }, 'E0021', "The request is not valid: zone 'mars01' is not a classic zone; see GET /v1/zones."],
    [{ effect: drop, when: {} }, 'E0021', 'The request is not valid: when must have exactly one of: first, every, probability.'],
    [{ effect: drop, when: { first: 1, every: 2 } }, 'E0021', 'The request is not valid: when must have exactly one of: first, every, probability.'],
    [{ effect: drop, when: { first: 0 } }, 'E0021', 'The request is not valid: when.first must be 1 or more.'],
    [{ effect: drop, when: { every: 1.5 } }, 'E0021', 'The request is not valid: when.every must be a whole number.'],
    [{ effect: drop, when: { probability: 1.1 } }, 'E0021', 'The request is not valid: when.probability must be 1 or less.'],
    [{ effect: drop, when: { first: 1, seed: 'x' } }, 'E0021', 'The request is not valid: when.seed goes with a probability.'],
    [{ effect: drop, for: 'ever' }, 'E0021', 'The request is not valid: for must be a length of time up to 100 years, such as 25m, 90s, 2h, PT25M or P1D.'],
    [{ effect: drop, until: 'tomorrow' }, 'E0021', 'The request is not valid: until must be a moment from 1970 to the beginning of 9999, such as 2030-01-01T00:00:00Z, or a day such as 2030-01-01.'],
    [{ effect: drop, until: '9999-01-02' }, 'E0021', expect.stringMatching(/until must be a moment/)],
    [{ effect: drop, until: '2020-01-01T00:00:00Z' }, 'E0021', expect.stringMatching(/: until must be later than the account's time, which is \d{4}-/)],
    [{ effect: drop, for: '10m', until: '2999-01-01T00:00:00Z' }, 'E0021', 'The request is not valid: until cannot be there together with for.'],
  ])('%j', async (definition, code, description) => {
    const account = await emulator.account();
    const faults = faultsOf(emulator, account);
    const answer = await faults.send(definition);
    expect([answer.status, answer.body]).toMatchObject([400, { code, description }]);
    expect(await faults.list()).toEqual([]);
  });
});

describe('listing and disarming', () => {
  test('a fault is shown as it was described, with what became of it', async () => {
    const account = await emulator.account();
    const faults = faultsOf(emulator, account);
    const wish = {
      effect: { type: 'latency', for: '1ms' },
      operations: ['getClusters', 'get*'],
      resource: 'shop',
      zone: 'dal10',
      name: 'sh*',
      when: { probability: 0.5, seed: 'tuesday' },
    };
    const fault = await faults.arm({ ...wish, for: '10m' });
    expect(fault).toEqual({
      ...wish,
      id: expect.stringMatching(/^fault-[0-9a-f]{8}$/),
      createdAt: expect.any(String),
      expiresAt: new Date(Date.parse(fault.createdAt) + 600_000).toISOString(),
      armed: true,
      matched: 0,
      struck: 0,
      resources: [],
    });
    const bare = await faults.arm({ effect: { type: 'drop' }, operations: ['removeCluster'] });
    expect(bare).toEqual({ ...bare, effect: { type: 'drop' }, operations: ['removeCluster'], expiresAt: null });
    expect(await faults.list()).toEqual([fault, bare]);
    expect((await faults.read(bare.id)).body).toEqual(bare);
  });

  test('a fault that is disarmed strikes no more and is not listed', async () => {
    const account = await emulator.account();
    const faults = faultsOf(emulator, account);
    const { id } = await faults.arm({ effect: { type: 'error', error: 'internal' } });
    expect((await account.get('/v1/clusters')).status).toBe(500);
    expect((await faults.disarm(id)).status).toBe(204);
    expect((await account.get('/v1/clusters')).status).toBe(200);
    expect(await faults.list()).toEqual([]);
    for (const answer of [await faults.read(id), await faults.disarm(id)]) {
      expect([answer.status, answer.body]).toMatchObject([404, { code: 'X0404', description: `The account has no fault with the id '${id}'.` }]);
    }
  });

  test('all at once', async () => {
    const account = await emulator.account();
    const faults = faultsOf(emulator, account);
    await faults.arm({ effect: { type: 'error', error: 'internal' } });
    await faults.arm({ effect: { type: 'worker-critical' } });
    expect((await faults.disarmAll()).body).toEqual({ removed: 2 });
    expect((await account.get('/v1/clusters')).status).toBe(200);
    expect((await faults.disarmAll()).body).toEqual({ removed: 0 });
  });

  test('404 for an account that there is not', async () => {
    for (const method of ['GET', 'DELETE'] as const) {
      const answer = await emulator.call({ method, url: '/_emulator/accounts/nobody/faults' });
      expect([answer.status, answer.body]).toMatchObject([404, { code: 'X0404' }]);
    }
  });

  test('another account is left alone, and does not see the fault', async () => {
    const [account, other] = [await emulator.account(), await emulator.account()];
    await faultsOf(emulator, account).arm({ effect: { type: 'drop' }, operations: ['removeCluster'] });
    const { id } = await faultsOf(emulator, account).arm({ effect: { type: 'error', error: 'internal' } });
    await faultsOf(emulator, other).arm({ effect: { type: 'latency', for: '1ms' } });
    expect((await other.get('/v1/clusters')).status).toBe(200);
    expect((await faultsOf(emulator, other).read(id)).status).toBe(404);
    expect((await faultsOf(emulator, other).disarm(id)).status).toBe(404);
    expect((await account.get('/v1/clusters')).status).toBe(500);
  });
});

describe('the time limit', () => {
  test.each([
    ['for', () => ({ for: '10m' })],
    ['until', (now: string) => ({ until: new Date(Date.parse(now) + 600_000).toISOString() })],
  ])('%s: a fault strikes until its time is over, on the clock of the account', async (_, limit) => {
    const account = await emulator.account();
    const { body } = await account.post<{ now: string }>(`/_emulator/accounts/${account.id}/clock/freeze`);
    const faults = faultsOf(emulator, account);
    const { id } = await faults.arm({ effect: { type: 'error', error: 'internal' }, ...limit(body.now) });
    await account.advance('599999ms');
    expect((await account.get('/v1/clusters')).status).toBe(500);
    await account.advance('1ms');
    expect((await account.get('/v1/clusters')).status).toBe(200);
    expect((await faults.read(id)).body).toMatchObject({ armed: false, matched: 1, struck: 1 });
  });

  test('a lifecycle fault whose time is over strikes nothing that happens later, though all is settled at once', async () => {
    const account = await emulator.account();
    await account.post(`/_emulator/accounts/${account.id}/clock/freeze`);
    await account.createCluster({ workerNum: 1 });
    await faultsOf(emulator, account).arm({ effect: { type: 'provisioning-fails' }, for: '11m' });
    await account.post('/v2/resizeWorkerPool', { cluster: 'shop', workerpool: 'default', size: 2 });
    await account.advance('2h');
    expect((await account.get('/v1/clusters/shop/workers')).body).toMatchObject([{ state: 'normal' }]);
  });
});

describe('snapshots and resets', () => {
  const url = (account: { readonly id: string }, path: string): string => `/_emulator/accounts/${account.id}/${path}`;

  test('a snapshot keeps faults with their counts, and what they hold back', async () => {
    const account = await emulator.account();
    await account.createCluster({ workerNum: 1 });
    await account.settle();
    const faults = faultsOf(emulator, account);
    await faults.arm({ effect: { type: 'rate-limited' }, operations: ['getClusters'], when: { every: 2 } });
    const { id } = await faults.arm({ effect: { type: 'master-unavailable' } });
    expect((await account.get('/v1/clusters')).status).toBe(200);
    const before = await faults.list();
    expect((await account.post(url(account, 'snapshots'), { name: 'base' })).status).toBe(201);

    expect((await account.get('/v1/clusters')).status).toBe(429);
    await faults.disarmAll();
    expect((await account.get<{ masterHealth: string }>('/v1/clusters/shop')).body.masterHealth).toBe('normal');

    expect((await account.post(url(account, 'snapshots/base/restore'))).status).toBe(200);
    expect(await faults.list()).toEqual(before);
    expect((await account.get<{ masterHealth: string }>('/v1/clusters/shop')).body.masterHealth).toBe('unavailable');
    expect((await account.get('/v1/clusters')).status).toBe(429);
    await faults.disarm(id);
    expect((await account.get<{ masterHealth: string }>('/v1/clusters/shop')).body.masterHealth).toBe('normal');
  });

  test('a file with a fault that is none is refused', async () => {
    const account = await emulator.account();
    await faultsOf(emulator, account).arm({ effect: { type: 'drop' } });
    await account.post(url(account, 'snapshots'), { name: 'base' });
    const file = (await account.get<{ tables: { faults: Record<string, unknown>[] } }>(url(account, 'snapshots/base'))).body;
    const send = async (change: object) => {
      const tables = { ...file.tables, faults: file.tables.faults.map((fault) => ({ ...fault, ...change })) };
      const answer = await account.post<{ description?: string }>(url(account, 'snapshots'), { name: 'other', replace: true, file: { ...file, tables } });
      return [answer.status, answer.body.description];
    };
    expect((await send({}))[0]).toBe(201);
    expect(await send({ effect: { type: 'explode' } })).toEqual([400, expect.stringContaining('file.tables.faults.0.effect.type must be one of: error,')]);
    expect(await send({ occasion: { first: 0 } })).toEqual([400, expect.stringContaining('file.tables.faults.0.occasion.first must be 1 or more')]);
  });

  test('a reset disarms all', async () => {
    const account = await emulator.account();
    const faults = faultsOf(emulator, account);
    await faults.arm({ effect: { type: 'error', error: 'internal' } });
    expect((await account.post(url(account, 'reset'))).body).toMatchObject({ removed: { faults: 1 } });
    expect(await faults.list()).toEqual([]);
    expect((await account.get('/v1/clusters')).status).toBe(200);
  });
});
