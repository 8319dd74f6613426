import { describe, expect, test } from '@jest/globals';
import { connectOnce } from '../../src/database/connect-once.js';
import { createDatabase } from '../surface/own-database.js';
import { type EmulatorProcess, makeDirectory, processesOf, run, start } from './emulator-process.js';

const cluster = (name: string) => ({ name, dataCenter: 'dal10', machineType: 'b3c.4x16', workerNum: 2 });

async function create(emulator: EmulatorProcess, name: string): Promise<string> {
  const { status, body } = await emulator.call<{ id: string }>('POST', '/v1/clusters', cluster(name));
  expect(status).toBe(201);
  return body.id;
}
const namesIn = async (emulator: EmulatorProcess): Promise<string[]> =>
  (await emulator.call<{ name: string }[]>('GET', '/v1/clusters')).body.map(({ name }) => name);

describe('what was acknowledged is there after the next start', () => {
  test('when the process was killed at once, and its Postgres left behind', async () => {
    const args = ['--data-dir', await makeDirectory()];
    const names = ['one', 'two'];
    for (const [index, name] of names.entries()) {
      const emulator = await start({ args });
      expect(await namesIn(emulator)).toEqual(names.slice(0, index));
      await create(emulator, name);
      await emulator.end('SIGKILL');
    }
    const last = await start({ args });
    expect(await namesIn(last)).toEqual(names);
    expect((await last.end('SIGTERM')).code).toBe(0);
  });

  test('when Postgres was killed under it: calls fail until another is there, which is soon', async () => {
    const directory = await makeDirectory();
    const emulator = await start({ args: ['--data-dir', directory, '--log-level', 'silent'] });
    await create(emulator, 'one');
    const [postmaster] = await processesOf(directory);
    process.kill(postmaster?.pid ?? 0, 'SIGKILL');
    const answers: number[] = [];
    // The kernel closes its connections one after another.
    while (!answers.includes(503)) answers.push((await emulator.call('GET', '/readyz')).status);
    while (answers.at(-1) !== 200) answers.push((await emulator.call('GET', '/readyz')).status);
    expect(new Set(answers)).toEqual(new Set([200, 503]));
    expect((await emulator.call('GET', '/livez')).status).toBe(200);
    expect(await namesIn(emulator)).toEqual(['one']);
    await create(emulator, 'two');
    expect((await emulator.end('SIGTERM')).code).toBe(0);
    expect(await processesOf(directory)).toEqual([]);
  });

  test('with the accounts, their keys and their tokens', async () => {
    const args = ['--data-dir', await makeDirectory()];
    const first = await start({ args });
    const made = (await first.call<{ id: string; apiKey: string }>('POST', '/_emulator/accounts', { name: 'mine' })).body;
    const grant = `grant_type=urn:ibm:params:oauth:grant-type:apikey&apikey=${made.apiKey}`;
    const { access_token: token } = (await first.call<{ access_token: string }>('POST', `/identity/token?${grant}`)).body;
    await first.end('SIGTERM');

    const second = await start({ args });
    expect((await fetch(`${second.url}/v1/clusters`, { headers: { authorization: `Bearer ${token}` } })).status).toBe(200);
    expect((await second.call('GET', '/_emulator/accounts/mine')).body).toMatchObject({ id: made.id });
    await second.end('SIGTERM');
  });
});

test('states settle across a restart: what fell due in between has happened, each at its own moment', async () => {
  const args = ['--data-dir', await makeDirectory(), '--speed', '1'];
  const first = await start({ args });
  await create(first, 'shop');
  const atFirst = (await first.call<{ now: string }>('GET', '/_emulator/accounts/default/clock')).body.now;
  expect((await first.call('GET', '/v1/clusters/shop')).body).toMatchObject({ state: expect.stringMatching(/^(requested|deploying)$/) });
  await first.end('SIGTERM');

  const second = await start({ args });
  const advanced = await second.call<{ transitions: { at: string; kind: string; to: string }[] }>('POST', '/_emulator/accounts/default/clock/advance', { by: '10m' });
  const moments = advanced.body.transitions.map(({ at }) => at);
  expect(moments.length).toBeGreaterThan(1);
  expect(moments).toEqual([...moments].sort());
  expect(Date.parse(moments[0] ?? '') - Date.parse(atFirst)).toBeLessThan(600_000);
  expect((await second.call('GET', '/v1/clusters/shop')).body).toMatchObject({ state: 'pending', masterStatus: 'Ready', ingressHostname: '' });
  await second.end('SIGKILL');

  const third = await start({ args });
  await third.call('POST', '/_emulator/accounts/default/clock/advance', { by: '50m' });
  expect((await third.call('GET', '/v1/clusters/shop')).body).toMatchObject({ state: 'normal', ingressHostname: expect.stringMatching(/^shop-.+\.appdomain\.cloud$/) });
  await third.end('SIGTERM');
});

describe('DATABASE_URL', () => {
  test('takes the place of the embedded Postgres; the data is there for the next start and for a second server', async () => {
    const url = await createDatabase();
    const directory = await makeDirectory();
    const environment = { DATABASE_URL: url, IKS_DATA_DIR: directory };
    const first = await start({ environment });
    await create(first, 'one');
    const second = await start({ args: ['--database-url', url], environment: { DATABASE_URL: 'postgresql://127.0.0.1:1/none' } });
    await create(second, 'two');
    expect(await namesIn(first)).toEqual(['one', 'two']);
    expect(await processesOf(directory)).toEqual([]);
    expect([(await first.end('SIGTERM')).code, (await second.end('SIGINT')).code]).toEqual([0, 0]);

    const third = await start({ environment });
    expect(await namesIn(third)).toEqual(['one', 'two']);
    await third.end('SIGTERM');
  });

  test('two servers that start at once on an empty database both come up', async () => {
    const environment = { DATABASE_URL: await createDatabase() };
    const both = await Promise.all([start({ environment }), start({ environment })]);
    await create(both[0], 'one');
    expect(await namesIn(both[1])).toEqual(['one']);
    await Promise.all(both.map((emulator) => emulator.end('SIGTERM')));
  });

  test('of a database that a newer program has migrated is refused, and nothing in it is changed', async () => {
    const url = await createDatabase();
    const environment = { DATABASE_URL: url };
    await (await start({ environment })).end('SIGTERM');
    const client = await connectOnce(url);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ('11111111-1111-4111-8111-111111111111', 'x', '29990101000000_of_the_future', now(), now(), 1)`,
    );
    const history = () => client.query('SELECT * FROM _prisma_migrations ORDER BY migration_name').then(({ rows }) => rows as unknown[]);
    const before = await history();
    const { code, stdout, stderr } = await run({ environment }).ended;
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^iks-emulator: [^\n]*29990101000000_of_the_future[^\n]*\n$/);
    expect(await history()).toEqual(before);
    await client.end();
  });
});
