/**
 * Keeps one database for a test run in a process of its own. It lives as long as its channel to Jest: when
 * Jest ends in whatever way, also by Ctrl-C or kill -9, the channel closes, and the database goes.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connectOnce } from '../../src/database/connect-once.js';
import { startEmbeddedPostgres } from '../../src/database/embedded-postgres.js';
import { migrationsDirectory } from '../../src/database/migration-files.js';
import { migrate } from '../../src/database/migrations.js';

export type KeeperMessage = { readonly url: string } | { readonly failure: string };

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

async function keep(send: (message: KeeperMessage) => void, disconnected: Promise<unknown>): Promise<void> {
  const server = process.env['DATABASE_URL'];
  const database = server === undefined ? await startOwn() : await createOn(server);
  try {
    await migrate(database.url, migrationsDirectory, () => undefined);
    send({ url: database.url });
    await disconnected;
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
