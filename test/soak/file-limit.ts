import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { processesOf } from '../server/emulator-process.js';

const run = promisify(execFile);

/** Beyond so many bytes no file of the processes is written any more: smaller than any log of transactions. */
const FULL = 65_536;

/**
 * What a full disk does, without one: the system refuses to the server, its Postgres and all that they start to write
 * into files beyond a limit, until it is lifted. It needs no rights but those over its own processes.
 * @throws an Error where the machine has no prlimit, of util-linux
 */
export async function fillDisk(serverPid: number, directory: string): Promise<{ readonly clear: () => Promise<void> }> {
  await run('prlimit', ['--version']).catch(() => {
    throw new Error('This test needs prlimit, which is part of util-linux and of every Linux: install it.');
  });
  await limit([serverPid, ...(await postgresOf(directory))], String(FULL));
  return {
    clear: async () => {
      // First the one that others may just be started by.
      await limit([serverPid], 'unlimited');
      await limit(await postgresOf(directory), 'unlimited');
    },
  };
}

/** The processes of Postgres that serve the directory: the one that names it, and its children, which do not. */
async function postgresOf(directory: string): Promise<number[]> {
  const postmasters = (await processesOf(directory)).map(({ pid }) => pid);
  const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=']);
  const all = stdout.trim().split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  return [...postmasters, ...all.flatMap(([pid, parent]) => (pid !== undefined && parent !== undefined && postmasters.includes(parent) ? [pid] : []))];
}

/** The soft limit alone, which can be lifted again, set as the user whose process it is. Processes that have ended meanwhile need none. */
async function limit(pids: readonly number[], bytes: string): Promise<void> {
  for (const pid of pids) {
    const owner = await stat(`/proc/${pid}`).catch(() => undefined);
    if (owner === undefined) continue;
    const { uid, gid } = owner;
    await run('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`], process.getuid?.() === 0 ? { uid, gid } : {}).catch((error: unknown) => {
      if (!String(error).includes('No such process')) throw error;
    });
  }
}
