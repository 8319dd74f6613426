import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { clearTimeout, setTimeout } from 'node:timers';

export const root = path.resolve(import.meta.dirname, '..');

const startLimit = 60_000;
/** Longer than the server gives itself, for only it can end its Postgres. */
const stopLimit = 35_000;

/**
 * Runs a command that starts the server and waits for the line that says where it listens. A command that runs
 * the server through others, such as npm, has a process group of its own, which `stop` ends as a whole. Each line of
 * its log goes to `log`, the last ones before `stop` is done, or else to standard error.
 */
export async function startServer([program, ...args], { log, ...options } = {}) {
  const stdio = ['ignore', 'pipe', log === undefined ? 'inherit' : 'pipe'];
  const child = spawn(program, args, { cwd: root, stdio, detached: true, ...options });
  const ended = once(child, 'exit');
  const logged = log === undefined ? undefined : readLines(child.stderr, log);
  const signal = (name) => {
    try {
      process.kill(-child.pid, name);
    } catch {
      // It has ended.
    }
  };
  const stop = async () => {
    signal('SIGTERM');
    const tooLate = setTimeout(() => signal('SIGKILL'), stopLimit);
    const [code] = await ended;
    clearTimeout(tooLate);
    await logged;
    return code;
  };

  const tooLate = setTimeout(() => signal('SIGKILL'), startLimit);
  let url;
  for await (const line of createInterface({ input: child.stdout })) {
    url = /^iks-emulator listening on (http:\/\/\S+)$/.exec(line)?.[1];
    if (url !== undefined) break;
  }
  clearTimeout(tooLate);
  if (url === undefined) {
    await stop();
    throw new Error('The server ended before it was listening (is it built? npm run build).');
  }
  child.stdout.resume();
  return { url, pid: child.pid, stop, signal };
}

async function readLines(stream, take) {
  for await (const line of createInterface({ input: stream })) take(line);
}
