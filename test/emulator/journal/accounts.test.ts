import { describe, expect, test } from '@jest/globals';
import { connectEmulator, startEmulator } from '../../support/emulator.js';
import { journalOf } from './support.js';

const emulator = await connectEmulator();
const strict = await startEmulator({ auth: 'strict' });

const control = (account: { readonly id: string }, method: 'POST' | 'GET' | 'DELETE', path = '', body?: unknown) =>
  emulator.call({ method, url: `/_emulator/accounts/${account.id}${path}`, body });

describe('the journal of an account has', () => {
  test('each of 50 requests at once, once', async () => {
    const account = await emulator.account();
    const journal = journalOf(emulator, account);
    await journal.mark('start');
    const names = Array.from({ length: 50 }, (_, index) => `c${index}`);
    await Promise.all(names.map((name) => account.get(`/v1/clusters/${name}`)));
    const { count, entries } = await journal.read({ after: 'start' });
    expect(count).toBe(50);
    expect(entries.map(({ path }) => path).sort()).toEqual(names.map((name) => `/v1/clusters/${name}`).sort());
  });

  test('the newest 1,000 exchanges and no more', async () => {
    const account = await emulator.account();
    const journal = journalOf(emulator, account);
    for (let round = 0; round < 31; round += 1) {
      await Promise.all(Array.from({ length: 50 }, () => account.get(`/v1/clusters/round-${round}`)));
    }
    const first = await journal.read({ limit: '1000' });
    expect(first.count).toBe(1_000);
    expect(first.entries).toHaveLength(1_000);
    expect(first.entries.map(({ path }) => path)).not.toContain('/v1/clusters/round-10');
    expect(first.entries[0]?.path).toBe('/v1/clusters/round-11');
    expect(first.entries.at(-1)?.path).toBe('/v1/clusters/round-30');
    expect((await emulator.rows('journal_entries', account)).length).toBeLessThan(1_501);
  });

  test('what the companions of the container API were asked', async () => {
    const account = await emulator.account();
    await account.get('/v2/resource_groups');
    await account.get('/v3/tags');
    await account.post('/v3/resources/search', { query: 'name:shop' });
    await emulator.call({ method: 'GET', url: '/identity/userinfo', headers: { authorization: `Bearer ${account.token}` } });
    expect(await journalOf(emulator, account).operations()).toEqual([
      'iamToken 200',
      'listResourceGroups 200',
      'listTags 200',
      'searchResources 200',
      'iamUserInfo 200',
    ]);
  });

  test('nothing of the control API, of pages and of keys that everybody may read', async () => {
    const account = await emulator.account();
    const journal = journalOf(emulator, account);
    await journal.mark('start');
    await account.advance('1h');
    await control(account, 'GET');
    await emulator.call({ method: 'GET', url: `/_emulator/accounts/${account.id}/nowhere`, headers: { authorization: `Bearer ${account.token}` } });
    await account.get('/livez');
    await account.get('/openapi.json');
    await account.get('/identity/keys');
    expect(await journal.operations({ after: 'start' })).toEqual([]);
  });

  test('requests that are refused before they are handled, but for those of nobody', async () => {
    const account = await emulator.account();
    const journal = journalOf(emulator, account);
    await journal.mark('start');
    await account.get('/v1/clusters', { authorization: 'Bearer nonsense' });
    await account.get('/v1/nowhere');
    await account.put('/v1/versions');
    await account.get('/v2/vpc/getCluster?cluster=shop');
    await account.get('/v1/clusters/shop?showResources=perhaps');
    expect(await journal.operations({ after: 'start' })).toEqual([
      'GET /v1/nowhere 404',
      'PUT /v1/versions 405',
      'vpcGetCluster 501',
      'getCluster1 400',
    ]);
  });

  test('the account default: what was asked without a token', async () => {
    const journal = journalOf(emulator, { id: 'default' });
    const path = `/v1/clusters/of-nobody-${process.hrtime.bigint().toString(36)}`;
    await emulator.call({ method: 'GET', url: path });
    expect(await journal.operations({ path })).toEqual(['getCluster1 404']);
    await emulator.call({ method: 'GET', url: `${path}/nowhere` });
    expect(await journal.operations({ path: `${path}/nowhere` })).toEqual([`GET ${path}/nowhere 404`]);
  });

  test('on a strict server: unknown paths of who shows a token; to all others they answer just the same', async () => {
    const account = await emulator.account();
    const path = `/v1/nowhere-${account.id}`;
    const headers = { authorization: `Bearer ${account.token}` };
    const answers = await Promise.all([strict.call({ method: 'GET', url: path, headers }), strict.call({ method: 'GET', url: path })]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    expect(answers[0].headers['content-length']).toBe(answers[1].headers['content-length']);
    expect(await journalOf(emulator, account).operations({ path })).toEqual([`GET ${path} 404`]);
    expect((await journalOf(emulator, { id: 'default' }).read({ path })).count).toBe(0);
  });

  test('after a reset: nothing', async () => {
    const account = await emulator.account();
    const journal = journalOf(emulator, account);
    await journal.mark('start');
    await account.get('/v1/clusters');
    expect((await control(account, 'POST', '/reset')).body).toEqual({ removed: {} });
    expect(await journal.operations()).toEqual([]);
    expect((await journal.ask({ after: 'start' })).status).toBe(404);
  });

  test('after a snapshot and back to it: everything, in the order in which it happened', async () => {
    const account = await emulator.account();
    const journal = journalOf(emulator, account);
    const before = await control(account, 'POST', '/snapshots', { name: 'base' });
    expect(before.body).toMatchObject({ holds: { resourceGroups: 1 } });
    expect(before.body).not.toHaveProperty('holds.journalEntries');
    await account.get('/v1/clusters');
    await journal.mark('later');
    await control(account, 'POST', '/snapshots/base/restore');
    expect(await journal.operations()).toEqual(['iamToken 200', 'getClusters 200']);
    expect((await journal.ask({ after: 'later' })).status).toBe(200);
  });

  test('an account that goes takes its entries with it, and no others', async () => {
    const account = await emulator.account();
    const other = await emulator.account();
    await Promise.all([
      ...Array.from({ length: 10 }, () => account.get('/v1/clusters')),
      ...Array.from({ length: 10 }, () => other.get('/v1/clusters')),
      control(account, 'DELETE'),
    ]);
    expect((await journalOf(emulator, other).read({ operation: 'getClusters' })).count).toBe(10);
    expect(await emulator.rows('journal_entries', account)).toEqual([]);
    expect((await journalOf(emulator, account).ask({})).status).toBe(404);
  });
});
