import type { ClientBase } from 'pg';
import { StartupError } from '../errors/startup-error.js';
import type { Migration } from './migration-files.js';

/** A row of `_prisma_migrations`, Prisma's record of what was applied. */
export interface MigrationRecord {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished: boolean;
}

// As Prisma 7 creates it, so that `prisma migrate deploy` and we can take turns on one database.
const createTable = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                  VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum            VARCHAR(64) NOT NULL,
    finished_at         TIMESTAMPTZ,
    migration_name      VARCHAR(255) NOT NULL,
    logs                TEXT,
    rolled_back_at      TIMESTAMPTZ,
    started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`;

/** Makes the table of records unless it is there. */
export async function createHistory(client: ClientBase): Promise<void> {
  await client.query(createTable);
}

/** Reads the records; those of migrations that were rolled back do not count. */
export async function readHistory(client: ClientBase): Promise<readonly MigrationRecord[]> {
  const { rows } = await client.query<MigrationRecord>(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished
     FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return rows;
}

/** Records a migration as applied, in the transaction that applies it. */
export async function recordMigration(client: ClientBase, { name, checksum }: Migration): Promise<void> {
  await client.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
     VALUES (gen_random_uuid()::text, $1, $2, clock_timestamp(), 1)`,
    [checksum, name],
  );
}

/**
 * The migrations that the database still lacks.
 *
 * @throws StartupError when its history is not the beginning of ours: then no step forward is safe.
 */
export function pendingMigrations(migrations: readonly Migration[], history: readonly MigrationRecord[]): readonly Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { migration_name: name, checksum, finished } of history) {
    const migration = known.get(name);
    if (migration === undefined) {
      throw new StartupError(`The database has the migration ${name}, which this iks-emulator does not know: update iks-emulator.`);
    }
    if (!finished) {
      throw new StartupError(`The migration ${name} failed on this database earlier. Repair it with prisma migrate resolve, or use an empty database.`);
    }
    if (migration.checksum !== checksum) {
      throw new StartupError(`The migration ${name} differs from the one applied to this database. Restore its file, or use an empty database.`);
    }
  }
  const applied = new Set(history.map((record) => record.migration_name));
  return migrations.filter(({ name }) => !applied.has(name));
}
