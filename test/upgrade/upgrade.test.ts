import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { pino } from 'pino';
import { buildApp } from '../../src/app.js';
import { realClock } from '../../src/core/clock.js';
import { connectDatabase } from '../../src/database/connection.js';
import { migrationsDirectory, readMigrations } from '../../src/database/migration-files.js';
import { migrate } from '../../src/database/migrations.js';

/** What an earlier version left in its database, and what it answered: see scripts/upgrade-database.mjs. */
interface Kept {
  readonly account: string;
  readonly apiKey: string;
  readonly tables: Readonly<Record<string, readonly unknown[]>>;
  readonly answers: readonly (readonly [url: string, body: unknown])[];
}

type Body = Record<string, unknown>;

const databases = path.resolve('test/upgrade/databases');
const kept = (await readdir(databases)).sort().map((file) => path.parse(file).name);
const migrations = (await readMigrations(migrationsDirectory)).map(({ name }) => name);

test('the first state of the database is kept, and the newest', () => {
  expect(migrations).toEqual(expect.arrayContaining(kept));
  expect([kept.at(0), kept.at(-1)]).toEqual([migrations.at(0), migrations.at(-1)]);
});

describe.each(kept)('a database of %s', (migration) => {
  const database = `iks_emulator_upgrade_${process.pid}_${kept.indexOf(migration)}`;
  const url = addressOf(database);
  let before: Kept;
  let server: Awaited<ReturnType<typeof serve>>;

  beforeAll(async () => {
    before = JSON.parse(await readFile(path.join(databases, `${migration}.json`), 'utf8')) as Kept;
    await execute(`CREATE DATABASE ${database}`);
    await migrateUpTo(migration, url);
    await insert(before.tables, url);
    const { applied } = await migrate(url, migrationsDirectory, () => undefined);
    expect(applied).toEqual(migrations.slice(migrations.indexOf(migration) + 1));
    server = await serve(url, before);
  });

  afterAll(async () => {
    await server.stop();
    await execute(`DROP DATABASE ${database}`);
  });

  test('keeps its API keys, and answers all that it answered', async () => {
    for (const [url, body] of before.answers) {
      expect([url, await server.call('GET', url)]).toEqual([url, expect.objectContaining({ status: 200 })]);
      expect((await server.call('GET', url)).body).toMatchObject(body as Body);
    }
  });

  test('goes on: what was being made gets done, and what is new fits in', async () => {
    const settled = await server.call('POST', `/_emulator/accounts/${before.account}/clock/settle`, { until: 'all' });
    expect(settled.status).toBe(200);
    const { body: grown } = await server.call('GET', '/v1/clusters/growing');
    expect(grown).toMatchObject({ state: 'normal' });
    expect(grown['ingressHostname']).toMatch(/^growing-/);

    const created = await server.call('POST', '/v1/clusters', { name: 'newer', dataCenter: 'dal10', machineType: 'b3c.4x16', workerNum: 1 });
    expect(created.status).toBe(201);
    await server.call('POST', `/_emulator/accounts/${before.account}/clock/settle`, { until: 'all' });
    const workers = (await Promise.all(['shop', 'growing', 'newer'].map((name) => server.call('GET', `/v1/clusters/${name}/workers`)))).flatMap(
      ({ body }) => body as unknown as { privateIP: string; privateVlan: string; location: string }[],
    );
    expect(new Set(workers.map(({ privateIP }) => privateIP)).size).toBe(workers.length);
    expect(new Set(workers.filter(({ location }) => location === 'dal10').map(({ privateVlan }) => privateVlan)).size).toBe(1);
    expect((await server.call('DELETE', '/v1/clusters/shop?deleteResources=true')).status).toBe(204);
  });
});

/** Where a database is that stands beside the one of the test run. */
function addressOf(name: string): string {
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  url.pathname = `/${name}`;
  return url.href;
}

async function execute(statement: string): Promise<void> {
  const client = new pg.Client(process.env['TEST_DATABASE_URL']);
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** Brings an empty database to where it was when `last` was the newest migration. */
async function migrateUpTo(last: string, url: string): Promise<void> {
  const directory = await mkdtemp(path.join(tmpdir(), 'iks-emulator-upgrade-'));
  try {
    for (const name of migrations.slice(0, migrations.indexOf(last) + 1)) {
      await cp(path.join(migrationsDirectory, name), path.join(directory, name), { recursive: true });
    }
    await migrate(url, directory, () => undefined);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** Puts the rows of all tables in, each table once those that it refers to are there. */
async function insert(tables: Kept['tables'], url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    for (let waiting = Object.entries(tables); waiting.length > 0; ) {
      const refused: typeof waiting = [];
      for (const [name, rows] of waiting) {
        const inserted = client.query(`INSERT INTO "${name}" SELECT * FROM jsonb_populate_recordset(NULL::"${name}", $1)`, [JSON.stringify(rows)]);
        await inserted.catch(() => refused.push([name, rows]));
      }
      if (refused.length === waiting.length) throw new Error(`No rows fit into ${refused.map(([name]) => name).join(', ')}.`);
      waiting = refused;
    }
  } finally {
    await client.end();
  }
}

async function serve(url: string, { apiKey }: Kept) {
  const database = connectDatabase(url, { poolSize: 5 });
  const app = await buildApp({ database, clock: realClock, defaultSpeed: 30, auth: 'strict', logger: pino({ level: 'silent' }) });
  const form = new URLSearchParams({ grant_type: 'urn:ibm:params:oauth:grant-type:apikey', apikey: apiKey }).toString();
  const login = await app.inject({ method: 'POST', url: '/identity/token', headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: form });
  const authorization = `Bearer ${login.json<{ access_token: string }>().access_token}`;
  return {
    call: async (method: 'GET' | 'POST' | 'DELETE', target: string, body?: Body): Promise<{ readonly status: number; readonly body: Body }> => {
      const answer = await app.inject({ method, url: target, headers: { authorization }, ...(body !== undefined && { payload: body }) });
      return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json<Body>() };
    },
    stop: async () => {
      await app.close();
      await database.close();
    },
  };
}
