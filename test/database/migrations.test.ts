import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { migrate, requireSupportedServer } from '../../src/database/migrations.js';
import { type ForkedEmulator, forkEmulator, release } from './fixtures/processes.js';
import { query } from './fixtures/query.js';

let directory: string;
let dataDirectory: string;
let emulator: ForkedEmulator;
let server: string;
/** A fresh, empty database for each test. */
let url: string;
let migrations: string;
let databases = 0;

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'iks-emulator-migrations-'));
  dataDirectory = await mkdtemp(path.join(tmpdir(), 'iks-emulator-database-'));
  emulator = await forkEmulator(dataDirectory);
  server = emulator.url ?? '';
}, 60_000);

afterAll(async () => {
  await release(emulator);
  await rm(dataDirectory, { recursive: true, force: true });
  await rm(directory, { recursive: true, force: true });
});

beforeEach(async () => {
  databases += 1;
  url = addressed((address) => (address.pathname = `/test_${databases}`));
  await query(server, `CREATE DATABASE test_${databases}`);
  migrations = path.join(directory, `migrations-${databases}`);
  await writeMigration('20250101000000_first', 'CREATE TABLE one (id int PRIMARY KEY); CREATE TABLE two (id int);');
});

function addressed(change: (address: URL) => void): string {
  const address = new URL(server);
  change(address);
  return address.href;
}

async function writeMigration(name: string, sql: string): Promise<void> {
  await mkdir(path.join(migrations, name), { recursive: true });
  await writeFile(path.join(migrations, name, 'migration.sql'), sql);
}

const run = (address = url) => migrate(address, migrations, () => undefined);

test('what is missing is applied, in order, once', async () => {
  await writeMigration('20250102000000_second', 'ALTER TABLE one ADD COLUMN name text');
  expect(await run()).toEqual({ applied: ['20250101000000_first', '20250102000000_second'] });
  expect(await run()).toEqual({ applied: [] });

  await writeMigration('20250103000000_third', 'ALTER TABLE one DROP COLUMN name');
  expect(await run()).toEqual({ applied: ['20250103000000_third'] });
});

test('of four processes that start at once on an empty database, one migrates', async () => {
  const outcomes = await Promise.all([run(), run(), run(), run()]);
  expect(outcomes.flatMap(({ applied }) => applied)).toEqual(['20250101000000_first']);
});

test('a migration that fails leaves nothing behind, and can be repeated', async () => {
  await writeMigration('20250102000000_second', 'CREATE TABLE three (id int); SELECT no_such_function();');
  await expect(run()).rejects.toThrow(
    'The migration 20250102000000_second cannot be applied: function no_such_function() does not exist',
  );
  expect(await query(url, `SELECT to_regclass('one') IS NOT NULL AS one, to_regclass('three') AS three`)).toEqual([
    { one: true, three: null },
  ]);
  await writeMigration('20250102000000_second', 'CREATE TABLE three (id int)');
  expect(await run()).toEqual({ applied: ['20250102000000_second'] });
});

test('the database of a newer program is refused', async () => {
  await writeMigration('20250102000000_second', 'CREATE TABLE three (id int)');
  await run();
  await rm(path.join(migrations, '20250102000000_second'), { recursive: true });
  await expect(run()).rejects.toThrow(
    'The database has the migration 20250102000000_second, which this iks-emulator does not know: update iks-emulator.',
  );
});

test('a migration that was edited after its application is refused', async () => {
  await run();
  await writeMigration('20250101000000_first', 'CREATE TABLE one (id bigint PRIMARY KEY)');
  await expect(run()).rejects.toThrow('The migration 20250101000000_first differs from the one applied to this database.');
});

test('a migration that Prisma recorded as failed is refused, one it rolled back is repeated', async () => {
  await run();
  await query(url, 'UPDATE _prisma_migrations SET finished_at = NULL');
  await expect(run()).rejects.toThrow('The migration 20250101000000_first failed on this database earlier.');
  await query(url, 'UPDATE _prisma_migrations SET rolled_back_at = now()', 'DROP TABLE one, two');
  expect(await run()).toEqual({ applied: ['20250101000000_first'] });
});

test('an extension that the user may not create is named', async () => {
  await writeMigration('20250102000000_second', 'CREATE EXTENSION btree_gist');
  await query(url, `CREATE ROLE guest LOGIN PASSWORD 'guest'`, 'GRANT CREATE ON SCHEMA public TO guest');
  const asGuest = new URL(url);
  asGuest.username = asGuest.password = 'guest';
  await expect(run(asGuest.href)).rejects.toThrow(
    `The user "guest" may not create the extension btree_gist. Have the database's owner run CREATE EXTENSION btree_gist in "test_${databases}".`,
  );
});

test('a user who may create nothing is told so', async () => {
  await query(url, `CREATE ROLE visitor LOGIN PASSWORD 'visitor'`);
  const asVisitor = new URL(url);
  asVisitor.username = asVisitor.password = 'visitor';
  await expect(run(asVisitor.href)).rejects.toMatchObject({
    name: 'StartupError',
    message: `The database "test_${databases}" cannot be migrated: permission denied for schema public`,
  });
});

test.each([
  ['a port where nothing listens', (address: URL) => (address.port = '1'), /^The database at 127\.0\.0\.1:1 cannot be reached \(ECONNREFUSED\)\./],
  ['a wrong password', (address: URL) => (address.password = 'wrong'), /^The database server 127\.0\.0\.1:\d+ does not let the user "iks_emulator" in/],
  ['no password', (address: URL) => (address.password = ''), /^The database server \S+ demands a password for the user "iks_emulator"\./],
  ['a database that is not there', (address: URL) => (address.pathname = '/nowhere'), /^The database "nowhere" does not exist on 127\.0\.0\.1:\d+\./],
])('%s is told in one line without the password', async (_, change, line) => {
  const { password } = new URL(server);
  const failure = run(addressed(change));
  await expect(failure).rejects.toMatchObject({ name: 'StartupError', message: expect.stringMatching(line) });
  await expect(failure).rejects.toMatchObject({ message: expect.not.stringContaining(password) });
});

test('what is no URL is refused without being repeated', async () => {
  await expect(run('postgresql://user:secret@host:port/x')).rejects.toThrow(/^DATABASE_URL is not a URL of the form/);
});

test('a directory without migrations is refused', async () => {
  await expect(migrate(url, path.join(directory, 'none'), () => undefined)).rejects.toThrow(/^The database migrations cannot be read: ENOENT/);
});

test('Postgres 13 is the oldest that serves', () => {
  expect(() => requireSupportedServer(130_000)).not.toThrow();
  expect(() => requireSupportedServer(120_022)).toThrow('The database is Postgres 12; iks-emulator needs 13 or later.');
});
