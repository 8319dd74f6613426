import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { StartupError } from '../errors/startup-error.js';

const run = promisify(execFile);

/** Whom Postgres runs as when that is not the user of this process. */
export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

/**
 * The user to run Postgres as, which refuses to run as root: the owner of an existing cluster, else
 * `nobody`, which every Unix has. Undefined when this process is not root's.
 *
 * @throws StartupError when there is no such user.
 */
export async function postgresUser(existingCluster: string): Promise<SystemUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(existingCluster).catch(() => undefined);
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', 'nobody']), run('id', ['-g', 'nobody'])]);
    // macOS prints -2 as an unsigned number, and Node takes signed ones.
    return { uid: Number(uid.stdout) | 0, gid: Number(gid.stdout) | 0 };
  } catch {
    throw new StartupError(
      'Postgres does not run as root and this machine has no user "nobody". Start iks-emulator as an ordinary user, or set DATABASE_URL.',
    );
  }
}

/** Whether `user` can enter `directory`. Asks the system, which knows of more than mode bits. */
export function canEnter(user: SystemUser, directory: string): Promise<boolean> {
  return succeeds(user, ['sh', '-c', 'cd "$1"', 'sh', directory]);
}

/** Whether `user` can run `program` and load its libraries. */
export function canRun(user: SystemUser, program: string): Promise<boolean> {
  return succeeds(user, [program, '--version']);
}

async function succeeds(user: SystemUser, [program = '', ...args]: string[]): Promise<boolean> {
  try {
    await run(program, args, { ...user, cwd: '/' });
    return true;
  } catch {
    return false;
  }
}
