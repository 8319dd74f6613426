import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import type { Answer } from '../support/contract.js';
import { connectEmulator } from '../support/emulator.js';
import { type AccountBody, controlOf, type ErrorBody, freshName, logIn } from './support.js';

const emulator = await connectEmulator();

/** Resolves when some statement waits until an account's row is free. */
async function waitForLock(): Promise<void> {
  const waiting = "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%\"accounts\"%'";
  while ((await emulator.database.query(waiting)).rowCount === 0) await sleep(10);
}

const create = (body: unknown) =>
  emulator.call({ method: 'POST', url: '/_emulator/accounts', body }) as Promise<Answer<AccountBody & ErrorBody>>;
const get = (word: string) =>
  emulator.call({ method: 'GET', url: `/_emulator/accounts/${word}` }) as Promise<Answer<AccountBody & ErrorBody>>;

describe('createAccount', () => {
  test('201: an account with an API key of its own, which logs in to it', async () => {
    const name = freshName();
    const created = await create({ name });
    expect(created.status).toBe(201);
    const { id, apiKey = '', createdAt } = created.body;
    expect(created.body).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{32}$/) as unknown,
      apiKey: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
      name,
      createdAt,
      now: expect.any(String) as unknown,
      speed: 30,
      vlanPolicy: 'reuse',
      auth: 'server',
      clusterQuota: 100,
      workerQuota: 500,
      subnetsPerVlanQuota: 40,
      requestQuota: 'off',
      freeClusters: true,
      serviceEndpoints: true,
      publicEndpointOptional: true,
      vlanSpanning: false,
      idSeed: id,
      frozen: false,
    });
    expect(Math.abs(Date.parse(createdAt) - Date.now())).toBeLessThan(60_000);

    const token = await logIn(emulator, apiKey);
    const headers = { authorization: `Bearer ${token}` };
    const body = { name: 'shop', dataCenter: 'dal10', machineType: 'b3c.4x16' };
    expect((await emulator.call({ method: 'POST', url: '/v1/clusters', body, headers })).status).toBe(201);
    const { body: cluster } = await emulator.call({ method: 'GET', url: '/v1/clusters/shop', headers });
    expect(cluster).toMatchObject({ crn: expect.stringContaining(`a/${id}:`) as unknown });
  });

  test('201: with settings, which come back', async () => {
    const settings = { speed: 2.5, vlanPolicy: 'require', clusterQuota: 3, workerQuota: 7, idSeed: 'a seed' };
    const created = await create({ name: freshName(), ...settings });
    expect(created.body).toMatchObject(settings);
    expect((await get(created.body.id)).body).toMatchObject(settings);
    const instant = await create({ name: freshName(), speed: 'instant' });
    expect(instant.body.speed).toBe('instant');
  });

  test('409: the name is taken, also by the id of another account', async () => {
    const name = freshName();
    const { body } = await create({ name });
    for (const taken of [name, body.id]) {
      const refused = await create({ name: taken });
      expect(refused.status).toBe(409);
      expect(refused.body.description).toContain(`'${taken}'`);
    }
  });

  test('409: eight at once with one name make one account', async () => {
    const name = freshName();
    const answers = await Promise.all(Array.from({ length: 8 }, () => create({ name })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409, 409, 409]);
    expect((await get(name)).body.id).toBe(answers.find(({ status }) => status === 201)?.body.id);
  });

  test('409: `default`, which the account of callers without a token has, also before it was ever used', async () => {
    const refused = await create({ name: 'default' });
    expect(refused.status).toBe(409);
    expect(refused.body.description).toContain("'default'");
    expect((await get('default')).status).toBe(200);
  });

  test.each(['-leading', '.leading', '_leading', 'with blank', 'with/slash', 'größe', `a${'b'.repeat(128)}`, 7, true, ['a']])(
    '400: the name %p',
    async (name) => {
      const refused = await create({ name });
      expect(refused.status).toBe(400);
      expect(refused.body.description).toContain('name must ');
    },
  );

  test('201: a name of 128 characters, digits first', async () => {
    const name = `0${freshName()}`.padEnd(128, '.');
    expect((await create({ name })).status).toBe(201);
    expect((await get(name)).body.name).toBe(name);
  });

  test('400: no name', async () => {
    for (const body of [{}, { name: '' }, { speed: 1 }]) {
      const refused = await create(body);
      expect(refused.status).toBe(400);
      expect(refused.body).toMatchObject({ code: 'E0020', description: 'Required fields are missing: name.' });
    }
  });

  test.each([
    ['speed', 0],
    ['speed', -1],
    ['speed', 1_000_001],
    ['speed', 'fast'],
    ['speed', '30'],
    ['vlanPolicy', 'maybe'],
    ['clusterQuota', -1],
    ['clusterQuota', 1.5],
    ['workerQuota', 'many'],
    ['idSeed', 'x'.repeat(201)],
  ])('400: %s of %p, and nothing is made', async (setting, value) => {
    const name = freshName();
    const refused = await create({ name, [setting]: value });
    expect(refused.status).toBe(400);
    expect(refused.body.description).toContain(`${setting} must `);
    expect((await get(name)).status).toBe(404);
  });
});

describe('getAccount and listAccounts', () => {
  test('200: by id or by name; in the list, oldest first', async () => {
    const [one, two] = [await create({ name: freshName() }), await create({ name: freshName() })];
    const { id, name, createdAt } = one.body;
    for (const word of [one.body.id, one.body.name]) {
      const { status, body } = await get(word);
      expect(status).toBe(200);
      expect(body).toMatchObject({ id, name, createdAt, speed: 30 });
      expect(body).not.toHaveProperty('apiKey');
    }
    const list = (await emulator.call({ method: 'GET', url: '/_emulator/accounts' })) as Answer<AccountBody[]>;
    expect(list.status).toBe(200);
    const ids = list.body.map((account) => account.id);
    expect(ids.indexOf(id)).toBeGreaterThanOrEqual(0);
    expect(ids.indexOf(two.body.id)).toBeGreaterThan(ids.indexOf(id));
    expect(list.text).not.toContain('apiKey');
  });

  test('200: `default` is the account of callers without a token, made when it is first asked for', async () => {
    const { status, body } = await get('default');
    expect(status).toBe(200);
    expect(body.name).toBe('default');
    expect((await get(body.id)).body.id).toBe(body.id);
  });

  test('404: an account that does not exist', async () => {
    const account = { id: 'nobody-knows-it' };
    const control = controlOf(emulator, account);
    const answers = [
      await control.read(),
      await control.update({ speed: 1 }),
      await control.remove(),
      await control.clock(),
      await control.move('advance', { by: '1m' }),
      await control.move('settle', { until: 'all' }),
      await control.move('freeze'),
      await control.move('unfreeze'),
    ];
    for (const { status, body } of answers) {
      expect(status).toBe(404);
      expect(body).toMatchObject({ code: 'X0404', description: "The account 'nobody-knows-it' does not exist in this emulator." });
    }
  });
});

describe('updateAccount', () => {
  test('200: changes what is named and nothing else', async () => {
    const created = await create({ name: freshName(), speed: 1, workerQuota: 9 });
    const control = controlOf(emulator, created.body);
    const changed = await control.update({ speed: 'instant', clusterQuota: 5, vlanPolicy: 'require' });
    expect(changed.status).toBe(200);
    const expected = { speed: 'instant', clusterQuota: 5, vlanPolicy: 'require', workerQuota: 9, name: created.body.name };
    expect(changed.body).toMatchObject(expected);
    expect((await control.update({})).body).toMatchObject(expected);
    expect((await control.read()).body).toMatchObject(expected);
  });

  test('200: the name and the seed of ids stay', async () => {
    const created = await create({ name: freshName(), idSeed: 'a' });
    const control = controlOf(emulator, created.body);
    await control.update({ name: 'another', idSeed: 'b' });
    expect((await control.read()).body).toMatchObject({ name: created.body.name, idSeed: 'a' });
  });

  test.each([{ speed: 0 }, { speed: 'slow' }, { clusterQuota: -1 }, { workerQuota: 0.5 }, { vlanPolicy: 'never' }])(
    '400: %j, and nothing is changed',
    async (settings) => {
      const { body } = await create({ name: freshName(), speed: 3 });
      const control = controlOf(emulator, body);
      const refused = await control.update({ clusterQuota: 1, ...settings });
      expect(refused.status).toBe(400);
      expect(refused.body.description).toContain(Object.keys(settings)[0]);
      expect((await control.read()).body).toMatchObject({ speed: 3, clusterQuota: 100, workerQuota: 500, vlanPolicy: 'reuse' });
    },
  );

  test('a VLAN policy counts from the next create on (R4)', async () => {
    const account = await emulator.account();
    const request = { name: 'two', dataCenter: 'dal10', machineType: 'b3c.4x16' };
    await account.createCluster({ name: 'one' });
    await account.patch(`/_emulator/accounts/${account.id}`, { vlanPolicy: 'require' });
    expect((await account.post<ErrorBody>('/v1/clusters', request)).body.code).toBe('E0020');
    await account.patch(`/_emulator/accounts/${account.id}`, { vlanPolicy: 'reuse' });
    expect((await account.post('/v1/clusters', request)).status).toBe(201);
  });

  test('a speed counts for the steps that begin later; those under way keep their end', async () => {
    const account = await emulator.account({ speed: 1 });
    const control = controlOf(emulator, account);
    await control.move('freeze');
    await account.createCluster();
    const dueAtOldSpeed = (await control.clock()).body.nextDueAt;
    await control.update({ speed: 30 });
    expect((await control.clock()).body.nextDueAt).toBe(dueAtOldSpeed);
    const [first] = await account.settle('next');
    expect(first?.at).toBe(dueAtOldSpeed);
    const { now, nextDueAt } = (await control.clock()).body;
    expect(Date.parse(nextDueAt ?? '') - Date.parse(now)).toBe(9_500);
    await account.settle('next');
    expect((await account.get('/v1/clusters/shop')).body).toMatchObject({ masterStatus: 'Ready' });
  });
});

describe('deleteAccount', () => {
  test('204: the account is gone with all that is in it, by id or by name', async () => {
    const account = await emulator.account();
    await account.createCluster();
    await account.settle('all');
    const { body } = await get(account.id);
    const removed = await emulator.call({ method: 'DELETE', url: `/_emulator/accounts/${body.name}` });
    expect(removed.status).toBe(204);
    expect(removed.text).toBe('');
    expect((await get(account.id)).status).toBe(404);
    expect((await get(body.name)).status).toBe(404);
    expect((await emulator.call({ method: 'DELETE', url: `/_emulator/accounts/${account.id}` })).status).toBe(404);
    expect(await emulator.rows('clusters', account)).toHaveLength(0);
    expect(await emulator.rows('leases', account)).toHaveLength(0);
  });

  test('404, as afterwards, for what waited for its lock meanwhile', async () => {
    const account = await emulator.account();
    const deletion = await emulator.database.connect();
    try {
      await deletion.query('BEGIN');
      await deletion.query('DELETE FROM accounts WHERE id = $1', [account.id]);
      const waiting = controlOf(emulator, account).move('freeze');
      await waitForLock();
      await deletion.query('COMMIT');
      expect(await waiting).toMatchObject({ status: 404, body: { code: 'X0404' } });
    } finally {
      deletion.release();
    }
  });

  test('404: of two at once, one finds nothing left', async () => {
    const account = await emulator.account();
    await account.createCluster();
    const remove = () => emulator.call({ method: 'DELETE', url: `/_emulator/accounts/${account.id}` });
    const statuses = (await Promise.all([remove(), remove()])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([204, 404]);
  });

  test('then its token is refused with 401, for reads and changes', async () => {
    const account = await emulator.account();
    await controlOf(emulator, account).remove();
    const answers = [
      await account.get<ErrorBody>('/v1/clusters'),
      await account.post<ErrorBody>('/v1/clusters', { name: 'shop', dataCenter: 'dal10', machineType: 'b3c.4x16' }),
      await account.delete<ErrorBody>('/v1/clusters/shop'),
    ];
    for (const { status, body } of answers) {
      expect(status).toBe(401);
      expect(body).toMatchObject({ code: 'A0003', description: 'The token cannot be verified: its account does not exist.' });
    }
  });

  test('then its API key leads to a new account with nothing in it', async () => {
    const account = await emulator.account({ speed: 1, clusterQuota: 1 });
    await account.createCluster();
    await account.advance('1h');
    await controlOf(emulator, account).remove();
    const token = await logIn(emulator, account.apiKey);
    const list = await emulator.call({ method: 'GET', url: '/v1/clusters', headers: { authorization: `Bearer ${token}` } });
    expect(list.status).toBe(200);
    expect(list.body).toEqual([]);
    const again = await get(account.id);
    expect(again.body).toMatchObject({ speed: 30, clusterQuota: 100, frozen: false });
    expect(Math.abs(Date.parse(again.body.now) - Date.now())).toBeLessThan(60_000);
  });

  test('another account is left alone', async () => {
    const [one, other] = [await emulator.account(), await emulator.account()];
    await one.createCluster();
    await other.createCluster();
    await controlOf(emulator, one).remove();
    expect((await other.get('/v1/clusters/shop')).status).toBe(200);
  });
});
