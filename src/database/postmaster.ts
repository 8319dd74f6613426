import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { wait } from '../core/wait.js';
import { StartupError } from '../errors/startup-error.js';
import { errorCode } from './error-facts.js';
import { findProcess, isAlive } from './process-table.js';

/** The main Postgres process of a cluster. */
export interface Postmaster {
  readonly pid: number;
  /** The living emulator it serves; undefined when that emulator was killed and left it behind. */
  readonly owner: number | undefined;
}

const fastShutdown = { signal: 'SIGINT', patience: 10_000 } as const;
const immediateShutdown = { signal: 'SIGQUIT', patience: 5_000 } as const;
const pollInterval = 10;

/** The setting by which a postmaster carries the process id of its emulator in its command line. */
export function ownerSetting(): string {
  return `cluster_name=iks-emulator-${process.pid}`;
}

/**
 * The process that serves a cluster now, read from the process table: a postmaster names its cluster and
 * its emulator in its command line, and it is orphaned once that emulator is no longer its parent. That is
 * true at every moment of both lives, also while Postgres starts, recovers or stops and answers nobody,
 * and a stranger that has inherited the process id is never taken for it.
 */
export async function findPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const pid = await recordedPid(cluster);
  const found = pid === undefined ? undefined : await findProcess(pid);
  if (pid === undefined || !found?.command.includes(`-D ${cluster} `)) return undefined;
  const owner = Number(/cluster_name=iks-emulator-(\d+)/.exec(found.command)?.[1]);
  return { pid, owner: owner === found.parent ? owner : undefined };
}

/**
 * Stops a postmaster whose emulator was killed.
 *
 * @throws StartupError when it does not stop.
 */
export async function stopOrphan({ pid }: Postmaster): Promise<void> {
  for (const { signal, patience } of [fastShutdown, immediateShutdown]) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if (errorCode(error) === 'ESRCH') return;
      throw error;
    }
    for (let waited = 0; waited < patience; waited += pollInterval) {
      if ((await findProcess(pid)) === undefined) return;
      await wait(pollInterval);
    }
  }
  throw new StartupError(`The Postgres that a killed iks-emulator left behind (process ${pid}) does not stop. Stop it by hand.`);
}

/**
 * Removes the lock file of a cluster if the process it names is not a Postgres: after a reboot the id may
 * belong to anything, and Postgres itself then refuses to start.
 *
 * @returns whether it did.
 */
export async function removeStaleLock(cluster: string): Promise<boolean> {
  const pid = await recordedPid(cluster);
  if (pid === undefined || !isAlive(pid)) return false;
  const found = await findProcess(pid);
  if (process.platform === 'win32' || found?.command.includes('postgres') === true) return false;
  await rm(lockFile(cluster), { force: true });
  return true;
}

async function recordedPid(cluster: string): Promise<number | undefined> {
  const content = await readFile(lockFile(cluster), 'utf8').catch(() => '');
  const pid = Number.parseInt(content, 10);
  return pid > 0 ? pid : undefined;
}

function lockFile(cluster: string): string {
  return path.join(cluster, 'postmaster.pid');
}
