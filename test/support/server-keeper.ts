/**
 * Keeps one database for a test run, and the server that the test files share, in a process of its own. It lives as
 * long as its channel to Jest: when Jest ends in whatever way, also by Ctrl-C or kill -9, the channel closes, and both go.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { buildApp } from '../../src/app.js';
import { realClock } from '../../src/core/clock.js';
import { connectDatabase } from '../../src/database/connection.js';
import { connectOnce } from '../../src/database/connect-once.js';
import { startEmbeddedPostgres } from '../../src/database/embedded-postgres.js';
import { migrationsDirectory } from '../../src/database/migration-files.js';
import { migrate } from '../../src/database/migrations.js';

export type KeeperMessage = { readonly databaseUrl: string; readonly serverUrl: string } | { readonly failure: string };

interface TestDatabase {
  readonly url: string;
  remove(): Promise<void>;
}

async function startOwn(): Promise<TestDatabase> {
  const dataDirectory = await mkdtemp(path.join(tmpdir(), 'iks-emulator-test-'));
  const removeDirectory = () => rm(dataDirectory, { recursive: true, force: true });
  try {
    const postgres = await startEmbeddedPostgres({ dataDirectory, durable: false, log: () => undefined });
    const remove = async () => {
      await postgres.destroy();
      await removeDirectory();
    };
    return { url: postgres.url, remove };
  } catch (error) {
    await removeDirectory();
    throw error;
  }
}

async function createOn(server: string): Promise<TestDatabase> {
  const name = `iks_emulator_test_${randomUUID().replaceAll('-', '')}`;
  await execute(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, remove: () => execute(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function execute(server: string, statement: string): Promise<void> {
  const client = await connectOnce(server);
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** What only the server can know of a failure goes to the terminal; the refusals that tests ask for do not. */
async function serve(databaseUrl: string): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const database = connectDatabase(databaseUrl);
  const logger = pino({ level: 'error' }, pino.destination(2));
  const app = await buildApp({ database, clock: realClock, defaultSpeed: 30, auth: 'lenient', logger });
  const stop = async () => {
    await app.close();
    await database.close();
  };
  return { url: await app.listen({ host: '127.0.0.1', port: 0 }), stop };
}

async function keep(send: (message: KeeperMessage) => void, disconnected: Promise<unknown>): Promise<void> {
  const server = process.env['DATABASE_URL'];
  const database = server === undefined ? await startOwn() : await createOn(server);
  try {
    await migrate(database.url, migrationsDirectory, () => undefined);
    const { url: serverUrl, stop } = await serve(database.url);
    send({ databaseUrl: database.url, serverUrl });
    await disconnected;
    await stop();
  } finally {
    await database.remove();
  }
}

const disconnected = new Promise((resolve) => process.once('disconnect', resolve));
const send = (message: KeeperMessage): void => void process.send?.(message);
try {
  await keep(send, disconnected);
} catch (error) {
  send({ failure: error instanceof Error ? error.message : String(error) });
  process.disconnect();
}
