import { describe, expect, test } from '@jest/globals';
import { connectEmulator } from '../../support/emulator.js';
import type { TestAccount } from '../../support/test-account.js';
import { follow, type Server, startServer } from './servers.js';
import { journalOf } from './support.js';

const emulator = await connectEmulator();
const [one, two] = await Promise.all([startServer(), startServer()]);

const ask = (server: Server, account: TestAccount, url: string) => server.call({ method: 'GET', url, headers: { authorization: `Bearer ${account.token}` } });

describe('two processes on one database:', () => {
  test('what one answered the other can read at once', async () => {
    const account = await emulator.account();
    for (let index = 0; index < 10; index += 1) {
      const [asked, read] = index % 2 === 0 ? [one, two] : [two, one];
      await ask(asked, account, `/v1/clusters/c${index}`);
      expect((await journalOf(read, account).read({ path: `/v1/clusters/c${index}` })).count).toBe(1);
    }
    const { entries } = await journalOf(one, account).read({ operation: 'getCluster1' });
    expect(entries.map(({ path }) => path)).toEqual(Array.from({ length: 10 }, (_, index) => `/v1/clusters/c${index}`));
  });

  test('a mark that is set at one cuts what the other answers', async () => {
    const account = await emulator.account();
    for (let index = 0; index < 5; index += 1) {
      await journalOf(two, account).mark(`m${index}`);
      await ask(one, account, `/v1/clusters/c${index}`);
    }
    for (let index = 0; index < 4; index += 1) {
      const { entries } = await journalOf(one, account).read({ after: `m${index}`, before: `m${index + 1}` });
      expect(entries.map(({ path }) => path)).toEqual([`/v1/clusters/c${index}`]);
    }
  });

  test('a reset at one forgets what the other answered before', async () => {
    const account = await emulator.account();
    await ask(one, account, '/v1/clusters');
    await two.call({ method: 'POST', url: `/_emulator/accounts/${account.id}/reset` });
    expect((await journalOf(one, account).read()).count).toBe(0);
  });

  test('a stream at one has what the other answers', async () => {
    const account = await emulator.account();
    const stream = await follow(one.url, account);
    await ask(two, account, '/v1/clusters/a');
    await ask(one, account, '/v1/clusters/b');
    await ask(two, account, '/v1/clusters/c');
    const paths = (await stream.take(3)).map(({ entry }) => entry.path);
    expect([...paths].sort()).toEqual(['/v1/clusters/a', '/v1/clusters/b', '/v1/clusters/c']);
    stream.leave();
  });

  test('many requests to both at once are all there, once, and whoever follows gets them in their order', async () => {
    const account = await emulator.account();
    const stream = await follow(two.url, account);
    await Promise.all(Array.from({ length: 100 }, (_, index) => ask(index % 2 === 0 ? one : two, account, `/v1/clusters/c${index}`)));
    const streamed = (await stream.take(100)).map(({ id }) => Number(id));
    stream.leave();
    const { entries } = await journalOf(one, account).read({ operation: 'getCluster1' });
    expect(new Set(entries.map(({ path }) => path)).size).toBe(100);
    expect(entries).toHaveLength(100);
    expect(streamed).toEqual(entries.map(({ sequence }) => sequence));
  });

  test('one that ends writes what it held', async () => {
    const third = await startServer();
    const account = await emulator.account();
    await ask(third, account, '/v1/clusters/last-words');
    await third.stop();
    expect((await journalOf(one, account).read({ path: '/v1/clusters/last-words' })).count).toBe(1);
  });

  test('a listening connection that broke is made anew', async () => {
    const account = await emulator.account();
    await emulator.database.query("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND classid = 72707371");
    await ask(one, account, '/v1/clusters/a');
    await ask(two, account, '/v1/clusters/b');
    // Each hears again once it has something to say.
    await journalOf(one, account).read();
    await journalOf(two, account).read();
    await ask(one, account, '/v1/clusters/c');
    expect((await journalOf(two, account).read({ operation: 'getCluster1' })).count).toBe(3);
  });
});

describe('a connection that breaks', () => {
  test('before there is an answer is recorded without a status', async () => {
    const account = await emulator.account({ speed: 'instant' });
    const journal = journalOf(one, account);
    const leaving = new AbortController();
    const path = '/v1/clusters';
    const body = JSON.stringify({ name: 'shop', dataCenter: 'dal10', machineType: 'b3c.4x16', workerNum: 50 });
    const headers = { authorization: `Bearer ${account.token}`, 'content-type': 'application/json' };
    const holder = await emulator.database.connect();
    const isWaitedFor = async (): Promise<boolean> => {
      const { rows } = await holder.query<{ waiting: boolean }>(
        'SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))) AS waiting',
      );
      return rows[0]?.waiting === true;
    };
    await holder.query('BEGIN');
    await holder.query('SELECT 1 FROM accounts WHERE id = $1 FOR NO KEY UPDATE', [account.id]);
    const asked = fetch(new URL(path, one.url), { method: 'POST', body, headers, signal: leaving.signal }).catch(() => undefined);
    while (!(await isWaitedFor()));
    leaving.abort();
    await asked;
    // The request itself goes on only when the account is free again.
    while ((await journal.read({ status: 'none' })).count === 0);
    await holder.query('COMMIT');
    holder.release();
    const found = await journal.read({ status: 'none' });
    expect(found.entries).toMatchObject([{ operationId: 'createCluster', status: null, answer: null, request: { body: { content: { name: 'shop' } } } }]);
  });
});
