import { beforeAll, describe, expect, test } from '@jest/globals';
import { connectEmulator } from '../../support/emulator.js';
import { follow, startServer } from './servers.js';
import { journalOf } from './support.js';

const emulator = await connectEmulator();
let server: string;
beforeAll(() => {
  server = process.env['TEST_SERVER_URL'] ?? '';
});

const summaries = (events: readonly { readonly entry: { readonly operationId: string | null; readonly status: number | null } }[]): string[] =>
  events.map(({ entry }) => `${String(entry.operationId)} ${String(entry.status)}`);

describe('streamJournal', () => {
  test('200: entries as they come, each as getJournal has it', async () => {
    const account = await emulator.account();
    const stream = await follow(server, account);
    expect(stream.response.statusCode).toBe(200);
    expect(stream.response.headers['content-type']).toBe('text/event-stream');
    await account.get('/v1/clusters');
    await account.post('/v1/clusters', { nam: 'shop' });
    const events = await stream.take(2);
    const { entries } = await journalOf(emulator, account).read({ path: '/v1/clusters' });
    expect(events.map(({ entry }) => entry)).toEqual(entries);
    expect(events.map(({ id }) => id)).toEqual(events.map(({ entry }) => String(entry.sequence)));
    stream.leave();
  });

  test('nothing of what was before, of other accounts, or of what is not asked for', async () => {
    const account = await emulator.account();
    const other = await emulator.account();
    await account.get('/v1/regions');
    const stream = await follow(server, account, '?operation=*etV*&status=2xx');
    await other.get('/v1/versions');
    await account.get('/v1/clusters');
    await account.get('/v1/versions');
    await account.get('/v2/getVersions');
    expect(summaries(await stream.take(2))).toEqual(['getVersions 200', 'v2GetVersions 200']);
    stream.leave();
  });

  test('from a mark on', async () => {
    const account = await emulator.account();
    const journal = journalOf(emulator, account);
    await account.get('/v1/regions');
    await journal.mark('here');
    await account.get('/v1/clusters');
    const stream = await follow(server, account, '?after=here');
    expect(summaries(await stream.take(1))).toEqual(['getClusters 200']);
    stream.leave();
  });

  test('after a broken connection it goes on behind the last event, and misses nothing', async () => {
    const account = await emulator.account();
    const stream = await follow(server, account);
    await account.get('/v1/clusters/c0');
    const [first] = await stream.take(1);
    stream.leave();
    await Promise.all(Array.from({ length: 120 }, (_, index) => account.get(`/v1/clusters/c${index + 1}`)));
    const resumed = await follow(server, account, '', { 'last-event-id': first?.id ?? '' });
    const missed = await resumed.take(120);
    expect(new Set(missed.map(({ entry }) => entry.path)).size).toBe(120);
    await account.get('/v1/clusters/last');
    expect((await resumed.take(1)).map(({ entry }) => entry.path)).toEqual(['/v1/clusters/last']);
    resumed.leave();
  });

  test('several who follow one account each get everything', async () => {
    const account = await emulator.account();
    const streams = await Promise.all([follow(server, account), follow(server, account), follow(server, account)]);
    await account.get('/v1/clusters');
    for (const stream of streams) expect(summaries(await stream.take(1))).toEqual(['getClusters 200']);
    for (const stream of streams) stream.leave();
  });

  test.each([
    ['?status=ok', {}, 400, 'E0021'],
    ['?body={', {}, 400, 'E0021'],
    ['', { 'last-event-id': 'x' }, 400, 'E0021'],
    ['?after=nowhere', {}, 404, 'X0404'],
  ] as const)('%s %j: %i', async (query, headers, status, code) => {
    const account = await emulator.account();
    const refused = await emulator.call({ method: 'GET', url: `/_emulator/accounts/${account.id}/journal/stream${query}`, headers });
    expect(refused).toMatchObject({ status, body: { code } });
  });

  test('404: an account that is not there; 405: HEAD, for it never ends', async () => {
    expect(await emulator.call({ method: 'GET', url: '/_emulator/accounts/nobody/journal/stream' })).toMatchObject({ status: 404, body: { code: 'X0404' } });
    const account = await emulator.account();
    const head = await fetch(new URL(`/_emulator/accounts/${account.id}/journal/stream`, server), { method: 'HEAD' });
    expect(head.status).toBe(405);
  });

  test('a server that closes ends it, and does not wait for whoever follows', async () => {
    const own = await startServer();
    const account = await emulator.account();
    const stream = await follow(own.url, account);
    const idle = await follow(own.url, account);
    await own.call({ method: 'GET', url: '/v1/clusters', headers: { authorization: `Bearer ${account.token}` } });
    await stream.take(1);
    await own.stop();
    await stream.ended;
    await idle.ended;
    expect(await journalOf(emulator, account).operations()).toContain('getClusters 200');
  });

  test('nor for connections that a client opened ahead, as fetch does when one breaks', async () => {
    const own = await startServer();
    const account = await emulator.account();
    const leaving = new AbortController();
    const response = await fetch(new URL(`/_emulator/accounts/${account.id}/journal/stream`, own.url), { signal: leaving.signal });
    expect(response.status).toBe(200);
    leaving.abort();
    const connections = (): Promise<number> => new Promise((resolve) => own.app.server.getConnections((_, count) => resolve(count)));
    for (let attempt = 0; attempt < 20 && (await connections()) > 0; attempt += 1) await new Promise((resolve) => setTimeout(resolve, 10));
    await own.stop();
  }, 15_000);

  test('a client that goes leaves nothing behind', async () => {
    const own = await startServer();
    const account = await emulator.account();
    const streams = await Promise.all(Array.from({ length: 20 }, () => follow(own.url, account)));
    for (const stream of streams) stream.leave();
    await Promise.all(streams.map(({ ended }) => ended));
    const connections = (): Promise<number> => new Promise((resolve, reject) => own.app.server.getConnections((error, count) => (error === null ? resolve(count) : reject(error))));
    while ((await connections()) > 0) await new Promise((resolve) => setTimeout(resolve, 10));
    await own.stop();
  });
});
