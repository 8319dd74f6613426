import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { StartupError } from '../errors/startup-error.js';
import { type Placement, clusterDirectory } from './cluster-placement.js';
import { errorCode, errorMessage } from './error-facts.js';
import { majorVersion } from './postgres-binaries.js';
import { runPostgres, statedReason } from './postgres-process.js';
import { createWhole } from './whole-directory.js';

/** The superuser of every cluster. */
export const superuser = 'iks_emulator';

// Written into the cluster's configuration. The password is long and random: stretching it would only
// delay each connection.
const settings = ['scram_iterations=1', 'timezone=UTC', 'log_timezone=UTC'];

/** A cluster on disk that the binaries at hand can serve. */
export interface Cluster {
  readonly directory: string;
  readonly password: string;
}

/**
 * Opens the cluster of a placement, made first when there is none.
 *
 * @throws StartupError when it cannot be made, belongs to another user or another major version.
 */
export async function openCluster(placement: Placement, log: (line: string) => void): Promise<Cluster> {
  const version = await readClusterVersion(placement);
  if (version === undefined) {
    await createWhole(placement.home, (home) => initialize(placement, home, log));
  }
  checkVersion(placement, version ?? (await readClusterVersion(placement)));
  return {
    directory: clusterDirectory(placement.home),
    password: await readFile(passwordFile(placement.home), 'utf8'),
  };
}

async function initialize(placement: Placement, home: string, log: (line: string) => void): Promise<void> {
  await mkdir(clusterDirectory(home), { mode: 0o700 });
  await writeFile(passwordFile(home), randomBytes(24).toString('base64url'), { mode: 0o600 });
  await giveTo(placement, [home, clusterDirectory(home), passwordFile(home)]);
  const { ended, lines } = runPostgres(
    placement,
    'initdb',
    [
      ...['-D', clusterDirectory(home), '-U', superuser, `--pwfile=${passwordFile(home)}`, '--auth=scram-sha-256'],
      ...['--encoding=UTF8', '--no-locale', '--no-sync', '--no-data-checksums', '--no-instructions'],
      ...settings.flatMap((setting) => ['-c', setting]),
    ],
    { detached: false, log },
  );
  if ((await ended) !== 0) {
    throw new StartupError(`The embedded Postgres cannot make its data directory ${placement.home}: ${statedReason(lines)}`);
  }
}

async function giveTo({ user }: Placement, files: readonly string[]): Promise<void> {
  if (user !== undefined) await Promise.all(files.map((file) => chown(file, user.uid, user.gid)));
}

async function readClusterVersion({ home, dataDirectory }: Placement): Promise<number | undefined> {
  try {
    return Number.parseInt(await readFile(path.join(clusterDirectory(home), 'PG_VERSION'), 'utf8'), 10);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw new StartupError(`The data directory ${dataDirectory} cannot be read (${errorCode(error) ?? errorMessage(error)}): it may belong to another user.`);
  }
}

function checkVersion({ binaries, dataDirectory, home }: Placement, version: number | undefined): void {
  const ours = majorVersion(binaries);
  if (version === ours) return;
  if (version === undefined) {
    throw new StartupError(`${home} holds files but no Postgres cluster. Remove it or choose another directory with IKS_DATA_DIR.`);
  }
  throw new StartupError(
    `The data directory ${dataDirectory} was made by Postgres ${version}; this iks-emulator brings Postgres ${ours}. ` +
      `${version > ours ? 'Update' : 'Use the earlier'} iks-emulator or choose another directory with IKS_DATA_DIR.`,
  );
}

function passwordFile(home: string): string {
  return path.join(home, 'password');
}
