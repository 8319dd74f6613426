import { once } from 'node:events';
import { createServer } from 'node:net';
import { settlesWithin } from '../core/wait.js';
import type { Placement } from './cluster-placement.js';
import { ownerSetting } from './postmaster.js';
import { type PostgresProcess, runPostgres, statedReason } from './postgres-process.js';

/** A Postgres of ours that accepts connections on 127.0.0.1. */
export interface PostgresServer {
  readonly port: number;
  /** Resolves when it has ended, for whatever reason. */
  readonly ended: Promise<unknown>;
  /** Ends all sessions and the server. Data is safe on disk afterwards if it is durable. */
  stop(): Promise<void>;
}

/** Why Postgres did not start, in its own words. */
export class LaunchFailure extends Error {
  /** Another Postgres serves the cluster, or its lock file says so. */
  readonly locked: boolean;
  /** Another program took the port. */
  readonly portTaken: boolean;

  constructor(lines: readonly string[]) {
    super(statedReason(lines));
    this.locked = lines.some((line) => line.includes('lock file "postmaster.pid"'));
    this.portTaken = lines.some((line) => line.includes('could not bind'));
  }
}

const readyLine = 'database system is ready to accept connections';

const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=200',
  'shared_buffers=64MB',
  'io_method=sync',
  'log_line_prefix=',
  'logging_collector=off',
];
const volatileSettings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/**
 * Serves the cluster on a free port, or on the one that is given.
 *
 * @param durable whether what is committed survives a crash of the machine, at the price of speed.
 * @throws LaunchFailure when Postgres ends before it accepts connections.
 */
export async function launchServer(
  placement: Placement,
  cluster: string,
  { durable, log, port: wanted }: { readonly durable: boolean; readonly log: (line: string) => void; readonly port?: number },
): Promise<PostgresServer> {
  const port = wanted ?? (await findFreePort());
  const chosen = [ownerSetting(), ...settings, ...(durable ? [] : volatileSettings)];
  const args = ['-D', cluster, '-p', String(port), ...chosen.flatMap((setting) => ['-c', setting])];

  // A group of its own, for Ctrl-C must reach us alone: we drain before we stop it.
  const server = runPostgres(placement, 'postgres', args, { detached: true, log });
  const ready = new Promise<void>((resolve) => {
    server.output.on('line', (line) => {
      if (line.includes(readyLine)) resolve();
    });
  });
  const failed = server.ended.then(() => Promise.reject(new LaunchFailure(server.lines)));
  await Promise.race([ready, failed]);
  let stopped: Promise<void> | undefined;
  return { port, ended: server.ended, stop: () => (stopped ??= stop(server)) };
}

async function stop({ child, ended }: PostgresProcess): Promise<void> {
  for (const [signal, patience] of [['SIGINT', 5_000], ['SIGQUIT', 5_000]] as const) {
    child.kill(signal);
    if (await settlesWithin(ended, patience)) return;
  }
  child.kill('SIGKILL');
  await ended;
}

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No TCP port is free.');
  return address.port;
}
