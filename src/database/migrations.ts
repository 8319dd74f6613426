import type { Client } from 'pg';
import { StartupError } from '../errors/startup-error.js';
import { connectOnce } from './connect-once.js';
import { errorCode, errorMessage } from './error-facts.js';
import { type Migration, readMigrations } from './migration-files.js';
import { createHistory, pendingMigrations, readHistory, recordMigration } from './migration-history.js';

/** Prisma's own key, so that `prisma migrate deploy` and we exclude each other. */
const advisoryLock = 72_707_369;

const oldestServer = 130_000;

/**
 * Brings the database forward to the last migration of `directory`. Of several processes that start at once
 * one does it and the others wait. Each migration is applied whole or not at all.
 *
 * @returns the names of the migrations that this call applied.
 * @throws StartupError when the database cannot be reached, is too old or too new, or refuses a migration.
 */
export async function migrate(
  url: string,
  directory: string,
  log: (line: string) => void,
): Promise<{ readonly applied: readonly string[] }> {
  const migrations = await readMigrations(directory);
  const client = await connectOnce(url);
  try {
    const { version, migrated } = await inspect(client);
    requireSupportedServer(version);
    const pending = pendingMigrations(migrations, migrated ? await readHistory(client) : []);
    return { applied: pending.length === 0 ? [] : await applyPending(client, migrations, log) };
  } catch (error) {
    if (error instanceof StartupError || errorCode(error) === undefined) throw error;
    throw new StartupError(`The database "${client.database ?? ''}" cannot be migrated: ${errorMessage(error)}`);
  } finally {
    await client.end();
  }
}

/**
 * @param version `server_version_num` of Postgres, such as 150018 for 15.18.
 * @throws StartupError when it is older than 13.
 */
export function requireSupportedServer(version: number): void {
  if (version >= oldestServer) return;
  throw new StartupError(`The database is Postgres ${Math.trunc(version / 10_000)}; iks-emulator needs 13 or later.`);
}

async function inspect(client: Client): Promise<{ version: number; migrated: boolean }> {
  const { rows } = await client.query<{ version: number; migrated: boolean }>(
    `SELECT current_setting('server_version_num')::int AS version, to_regclass('_prisma_migrations') IS NOT NULL AS migrated`,
  );
  return rows[0] ?? { version: 0, migrated: false };
}

async function applyPending(client: Client, migrations: readonly Migration[], log: (line: string) => void): Promise<string[]> {
  await client.query('SELECT pg_advisory_lock($1)', [advisoryLock]);
  await createHistory(client);
  const pending = pendingMigrations(migrations, await readHistory(client));
  for (const migration of pending) {
    await apply(client, migration);
    log(`applied the migration ${migration.name}`);
  }
  return pending.map(({ name }) => name);
}

async function apply(client: Client, migration: Migration): Promise<void> {
  try {
    await client.query('BEGIN');
    await client.query(migration.sql);
    await recordMigration(client, migration);
    await client.query('COMMIT');
  } catch (error) {
    throw new StartupError(explain(error, migration, client));
  }
}

function explain(error: unknown, { name }: Migration, { user = '', database = '' }: Client): string {
  const message = errorMessage(error);
  const insufficientPrivilege = errorCode(error) === '42501';
  const extension = /extension "(\w+)"/.exec(message)?.[1];
  if (insufficientPrivilege && extension !== undefined) {
    return `The user "${user}" may not create the extension ${extension}. Have the database's owner run CREATE EXTENSION ${extension} in "${database}".`;
  }
  return `The migration ${name} cannot be applied: ${message}`;
}
