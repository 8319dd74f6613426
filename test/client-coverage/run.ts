import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Answers } from './clients.js';

/** What is kept of a run of the client tests. */
interface Run {
  readonly finishedAt: string;
  /** Whether every test passed. */
  readonly passed: boolean;
  readonly answers: Answers;
}

/** Not under version control. */
const file = path.resolve(import.meta.dirname, '../../coverage/client-calls.json');

export async function keepRun(run: Run): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(run, null, 2)}\n`);
}

/** Whatever comes of the next run, the last one is the last no more. */
export const forgetRun = (): Promise<void> => rm(file, { force: true });

/** Undefined when there was none, or it could not be recorded. */
export async function lastRun(): Promise<Run | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Run;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
