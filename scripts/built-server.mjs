import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { clearTimeout, setTimeout } from 'node:timers';
import { root } from './root.mjs';

const startLimit = 60_000;
/** Longer than the server gives itself, for only it can end its Postgres. */
const stopLimit = 35_000;

const interruption = new globalThis.AbortController();
/** Given as soon as somebody ends this process, whose servers are told to end at that moment: a Ctrl-C does not reach them. */
export const interrupted = interruption.signal;
/** What tells each server that runs to end. */
const running = new Set();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  // A second one ends this process at once.
  process.once(name, () => {
    process.exitCode = 1;
    interruption.abort(new Error(`Interrupted by ${name}.`));
    for (const end of running) end();
  });
}

/**
 * Runs a command that starts the server and waits for the line that says where it listens. A command that runs
 * the server through others, such as npm, has a process group of its own, which `stop` ends as a whole. Each line of
 * its log goes to `log`, the last ones before `stop` is done, or else to standard error.
 */
export async function startServer([program, ...args], { log, ...options } = {}) {
  interrupted.throwIfAborted();
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
  let isEnding = false;
  const end = () => {
    // A second signal would end the server before its Postgres.
    if (!isEnding) signal('SIGTERM');
    isEnding = true;
  };
  running.add(end);
  child.once('exit', () => running.delete(end));
  const stop = async () => {
    end();
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
  return { url, pid: child.pid, stop };
}

async function readLines(stream, take) {
  for await (const line of createInterface({ input: stream })) take(line);
}
