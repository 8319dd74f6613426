import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Interface, createInterface } from 'node:readline';
import { type Program, programPath } from './postgres-binaries.js';
import type { Placement } from './cluster-placement.js';

/** A program of Postgres that is running. */
export interface PostgresProcess {
  readonly child: ChildProcess;
  /** Its log, line by line. */
  readonly output: Interface;
  /** The last lines of its log. */
  readonly lines: readonly string[];
  /** Resolves with the exit code, or null when a signal ended it, once its log is read to the end. */
  readonly ended: Promise<number | null>;
}

interface RunOptions {
  /** Whether it gets a process group of its own, out of reach of a Ctrl-C meant for us. */
  readonly detached: boolean;
  readonly log: (line: string) => void;
}

const keptLines = 50;

/**
 * Runs a program of Postgres as the user and in the surroundings that Postgres expects. If this process
 * exits before it, it is interrupted.
 */
export function runPostgres(
  { binaries, user }: Pick<Placement, 'binaries' | 'user'>,
  program: Program,
  args: readonly string[],
  { detached, log }: RunOptions,
): PostgresProcess {
  const child = spawn(programPath(binaries, program), args, {
    ...user,
    detached,
    cwd: binaries.directory,
    env: surroundings(),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const interrupt = (): void => void child.kill('SIGINT');
  process.once('exit', interrupt);
  child.once('close', () => process.off('exit', interrupt));

  const output = createInterface({ input: child.stderr });
  const lines: string[] = [];
  output.on('line', (line) => {
    lines.push(line);
    if (lines.length > keptLines) lines.shift();
    log(line);
  });
  return { child, output, lines, ended: once(child, 'close').then(([code]) => code as number | null) };
}

/** What Postgres gave as the reason of its end: the most telling of its last lines. */
export function statedReason(lines: readonly string[]): string {
  const telling = lines.findLast((line) => /\b(FATAL|PANIC|error):/.test(line));
  return (telling ?? lines.at(-1) ?? 'it gave no reason').replace(/^.*\b(FATAL|PANIC|error):\s*/, '');
}

// English messages, for we read them; and none of the variables that libpq and Postgres obey.
function surroundings(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(inherited), LC_ALL: 'C', TZ: 'UTC' };
}
