import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { errorCode } from './error-facts.js';

/** A process of this machine, ours or not. */
export interface RunningProcess {
  readonly parent: number;
  /** The command line, its arguments separated by spaces. */
  readonly command: string;
}

/** Whether a process of this id exists, even one that has ended and waits for its parent to notice. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** The running process of this id. Undefined when there is none, or it has ended, and always on Windows. */
export async function findProcess(pid: number): Promise<RunningProcess | undefined> {
  try {
    return process.platform === 'linux' ? await readProc(pid) : await askPs(pid);
  } catch {
    return undefined;
  }
}

async function readProc(pid: number): Promise<RunningProcess | undefined> {
  const [stat, commandLine] = await Promise.all([
    readFile(`/proc/${pid}/stat`, 'utf8'),
    readFile(`/proc/${pid}/cmdline`, 'utf8'),
  ]);
  // `pid (name) state parent ...`, where the name may itself contain spaces and parentheses.
  const [state = '', parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return describe(state, Number(parent), commandLine.replaceAll('\0', ' '));
}

async function askPs(pid: number): Promise<RunningProcess | undefined> {
  const { stdout } = await promisify(execFile)('ps', ['-ww', '-o', 'stat=,ppid=,command=', '-p', String(pid)]);
  const [, state = '', parent, command = ''] = /^\s*(\S+)\s+(\d+)\s+(.*)/.exec(stdout) ?? [];
  return describe(state, Number(parent), command);
}

function describe(state: string, parent: number, command: string): RunningProcess | undefined {
  const ended = state.startsWith('Z') || state.startsWith('X');
  return ended ? undefined : { parent, command: command.trim() };
}
