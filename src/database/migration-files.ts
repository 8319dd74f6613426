import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { StartupError } from '../errors/startup-error.js';
import { packageRoot } from '../core/package-root.js';
import { errorMessage } from './error-facts.js';

/** The migrations of this program. */
export const migrationsDirectory = path.join(packageRoot, 'prisma', 'migrations');

/** One step of the database schema. Its name starts with a time, and names sort in the order of application. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file in hex, as Prisma computes it. */
  readonly checksum: string;
}

/**
 * Reads `<directory>/<name>/migration.sql` in order.
 *
 * @throws StartupError when the directory or one of the files is missing.
 */
export async function readMigrations(directory: string): Promise<readonly Migration[]> {
  try {
    const entries = await readdir(directory, { withFileTypes: true });
    const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    return await Promise.all(names.sort().map((name) => readMigration(directory, name)));
  } catch (error) {
    throw new StartupError(`The database migrations cannot be read: ${errorMessage(error)}`);
  }
}

async function readMigration(directory: string, name: string): Promise<Migration> {
  const content = await readFile(path.join(directory, name, 'migration.sql'));
  return { name, sql: content.toString('utf8'), checksum: createHash('sha256').update(content).digest('hex') };
}
