import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { EmulatorError } from '../client/errors.js';
import { packageRoot } from '../core/package-root.js';
import { STOP_PATIENCE } from '../core/stop-limits.js';
import { settlesWithin } from '../core/wait.js';
import { argumentsOf, environmentOf, type StartOptions } from './options.js';

const program = path.join(packageRoot, 'dist', 'testing', 'server-process.js');

const LISTENING = /^iks-emulator listening on (\S+)$/;
const COMPLAINT = /^iks-emulator: (.*)$/;

type PipedProcess = ChildProcess & { readonly stdout: Socket; readonly stderr: Socket };

/** A server that listens. */
export interface ServerProcess {
  readonly url: string;
  /** Resolves once the server, its Postgres and its temporary data are gone. */
  stop(): Promise<void>;
}

/**
 * Starts the server in a process of its own, out of reach of a Ctrl-C meant for this one, which it outlives by a
 * moment only: in it, it puts things in order.
 * @throws EmulatorError with the server's own reason
 */
export async function startChild(options: StartOptions): Promise<ServerProcess> {
  const child = fork(program, argumentsOf(options), {
    env: environmentOf(options, process.env),
    execArgv: [],
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  }) as PipedProcess;
  // Not `close`, which does not come when it is this side that disconnects.
  const ended = Promise.all([once(child, 'exit'), finished(child.stderr)]);
  const stop = async (): Promise<void> => {
    hold(child, 'ref');
    if (child.connected) child.disconnect();
    if (await settlesWithin(ended, STOP_PATIENCE)) return;
    child.kill('SIGKILL');
    await ended;
  };

  const complaint: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    // It is the last that the server says, and may have several lines.
    const first = COMPLAINT.exec(line)?.[1];
    if (first !== undefined || complaint.length > 0) complaint.push(first ?? line);
    options.log?.(line);
  });
  const url = listeningUrl(child);
  const early = ended.then(([[code]]) => {
    const reason = complaint.length > 0 ? complaint.join('\n') : `The emulator ended with ${String(code)} before it was listening.`;
    throw new EmulatorError(reason, { code: 'not-started' });
  });
  early.catch(() => undefined);
  if (!(await settlesWithin(Promise.race([url, early]), options.startTimeout ?? 60_000))) {
    await stop();
    throw new EmulatorError('The emulator is not listening after the time it was given.', { code: 'not-started' });
  }
  hold(child, 'unref');
  return { url: await url, stop };
}

function listeningUrl({ stdout }: PipedProcess): Promise<string> {
  return new Promise((resolve) => {
    createInterface({ input: stdout }).on('line', (line) => {
      const url = LISTENING.exec(line)?.[1];
      if (url !== undefined) resolve(url);
    });
  });
}

/** What a test run waits for. One that forgets to stop its emulator ends all the same, and the emulator with it. */
function hold(child: PipedProcess, how: 'ref' | 'unref'): void {
  child[how]();
  child.channel?.[how]();
  for (const stream of [child.stdout, child.stderr]) stream[how]();
}
