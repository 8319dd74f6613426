import { mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from './error-facts.js';
import { isAlive } from './process-table.js';

const inProgress = new Set<string>();

/**
 * Makes `directory` as a whole or not at all: `fill` writes into a sibling, which is then renamed, so that
 * whoever sees the directory sees it complete, even after a kill -9. When another process finishes first,
 * its directory stays and ours goes. What killed processes left half-made is removed.
 */
export async function createWhole(directory: string, fill: (sibling: string) => Promise<void>): Promise<void> {
  await removeAbandoned(directory);
  const sibling = await mkdtemp(`${directory}.new-${process.pid}-`);
  inProgress.add(sibling);
  try {
    await fill(sibling);
    await rename(sibling, directory);
  } catch (error) {
    await rm(sibling, { recursive: true, force: true });
    if (!isTaken(error)) throw error;
  } finally {
    inProgress.delete(sibling);
  }
}

async function removeAbandoned(directory: string): Promise<void> {
  const parent = path.dirname(directory);
  const prefix = `${path.basename(directory)}.new-`;
  const siblings = (await readdir(parent)).filter((name) => name.startsWith(prefix));
  const abandoned = siblings.map((name) => path.join(parent, name)).filter((sibling) => !isBeingFilled(sibling, prefix));
  await Promise.all(abandoned.map((sibling) => rm(sibling, { recursive: true, force: true })));
}

// In a container every start has the same process id, so ours proves nothing about who made a directory.
function isBeingFilled(sibling: string, prefix: string): boolean {
  const maker = Number.parseInt(path.basename(sibling).slice(prefix.length), 10);
  return maker === process.pid ? inProgress.has(sibling) : isAlive(maker);
}

function isTaken(error: unknown): boolean {
  const code = errorCode(error);
  return code === 'ENOTEMPTY' || code === 'EEXIST' || (code === 'EPERM' && process.platform === 'win32');
}
