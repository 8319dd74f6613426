import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, chmod, cp, mkdir, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { type PostgresBinaries, installedBinaries, programPath } from './postgres-binaries.js';
import { type SystemUser, canEnter, canRun, postgresUser } from './unprivileged-user.js';
import { createWhole } from './whole-directory.js';

/** Where a root process keeps what the user Postgres runs as cannot reach elsewhere. */
const sharedDirectory = '/var/lib/iks-emulator';

/** Where the cluster of a data directory lives, and what serves it. */
export interface Placement {
  /** The data directory as the user knows it, without symbolic links. */
  readonly dataDirectory: string;
  /** Holds the cluster and its password. */
  readonly home: string;
  readonly binaries: PostgresBinaries;
  /** Whom Postgres runs as; undefined for the user of this process. */
  readonly user: SystemUser | undefined;
}

/** The Postgres cluster proper (PGDATA) of a home. */
export function clusterDirectory(home: string): string {
  return path.join(home, 'cluster');
}

/**
 * Decides where the cluster of `dataDirectory` lives: in it, unless this process is root's and the user
 * that Postgres runs as cannot enter it, as with a clone below `/root`. Makes the directories.
 */
export async function placeCluster(dataDirectory: string, notice: (line: string) => void): Promise<Placement> {
  await mkdir(dataDirectory, { recursive: true });
  const directory = await realpath(dataDirectory);
  const home = path.join(directory, 'postgres');
  const [binaries, user] = await Promise.all([installedBinaries(), postgresUser(clusterDirectory(home))]);
  if (user === undefined) return { dataDirectory: directory, home, binaries, user };

  await openIfEmpty(directory);
  const [entered, runs] = await Promise.all([canEnter(user, directory), canRun(user, programPath(binaries, 'postgres'))]);
  if (entered && runs) return { dataDirectory: directory, home, binaries, user };

  await makeOpenDirectory(sharedDirectory);
  const placement = {
    dataDirectory: directory,
    home: entered ? home : sharedHome(directory),
    binaries: runs ? binaries : await shareBinaries(binaries),
    user,
  };
  notice(
    `Postgres runs as uid ${user.uid}, which cannot reach ${entered ? binaries.directory : directory}: ` +
      (entered ? `using ${placement.binaries.directory}` : `the data is in ${placement.home}`),
  );
  return placement;
}

// A directory with nothing of anybody's in it, such as a fresh temporary one, may be passed through by
// others; what they may read of it is up to the modes of what it will hold.
async function openIfEmpty(directory: string): Promise<void> {
  const [{ mode }, content] = await Promise.all([stat(directory), readdir(directory)]);
  if (content.length === 0) await chmod(directory, mode | 0o001);
}

function sharedHome(dataDirectory: string): string {
  const hash = createHash('sha256').update(dataDirectory).digest('hex').slice(0, 16);
  return path.join(sharedDirectory, hash);
}

async function shareBinaries({ directory, version }: PostgresBinaries): Promise<PostgresBinaries> {
  const shared = path.join(sharedDirectory, `postgres-${version}`);
  if (!(await isThere(shared))) {
    await createWhole(shared, async (copy) => {
      await cp(directory, copy, { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE });
      await promisify(execFile)('chmod', ['-R', 'a+rX', copy]);
    });
  }
  return { directory: shared, version };
}

function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

// Explicitly, for the umask may deny others.
async function makeOpenDirectory(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  await chmod(directory, 0o755);
}
