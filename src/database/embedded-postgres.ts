import { rm } from 'node:fs/promises';
import { StartupError } from '../errors/startup-error.js';
import { type Placement, placeCluster } from './cluster-placement.js';
import { type Cluster, openCluster, superuser } from './cluster.js';
import { errorCode, errorMessage } from './error-facts.js';
import { keepRunning } from './keep-running.js';
import { LaunchFailure, type PostgresServer, launchServer } from './postgres-server.js';
import { findPostmaster, removeStaleLock, stopOrphan } from './postmaster.js';

/** A Postgres of our own, child of this process. */
export interface EmbeddedPostgres {
  readonly url: string;
  /** Stops it and waits for its end. Connections that are still open are cut. */
  stop(): Promise<void>;
  /** Stops it and removes its data, wherever that is. */
  destroy(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  readonly dataDirectory: string;
  /** Whether commits survive a crash of the machine. Tests and throw-away servers are faster without. */
  readonly durable: boolean;
  /** Takes each line that Postgres logs. */
  readonly log: (line: string) => void;
  /** Takes what the person at the terminal should know. By default it goes to `log`. */
  readonly notice?: (line: string) => void;
}

/** A start may lose a port, or meet another start, a few times; not endlessly. */
const maxAttempts = 5;

/**
 * Starts the Postgres that comes with npm on a data directory, which is made at the first start, and starts it again
 * when it ends by itself. One emulator at a time uses a directory; the Postgres of a killed one is stopped and replaced.
 *
 * @throws StartupError when the directory is in use or unusable, with the reason in one line.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataDirectory, log, notice = log } = options;
  try {
    const placement = await placeCluster(dataDirectory, notice);
    const cluster = await openCluster(placement, log);
    const server = await serve(placement, cluster, options);
    const { port } = server;
    const kept = keepRunning(server, { relaunch: () => serve(placement, cluster, { ...options, port }), notice });
    const url = `postgresql://${superuser}:${cluster.password}@127.0.0.1:${port}/postgres`;
    const destroy = async (): Promise<void> => {
      await kept.stop();
      await rm(placement.home, { recursive: true, force: true });
    };
    return { url, stop: () => kept.stop(), destroy };
  } catch (error) {
    if (error instanceof StartupError || !(error instanceof LaunchFailure || errorCode(error) !== undefined)) throw error;
    throw new StartupError(`The embedded Postgres does not start in ${dataDirectory}: ${errorMessage(error)}`);
  }
}

async function serve(placement: Placement, cluster: Cluster, options: EmbeddedPostgresOptions & { readonly port?: number }): Promise<PostgresServer> {
  for (let attempt = 1; ; attempt += 1) {
    await claim(placement, cluster);
    try {
      return await launchServer(placement, cluster.directory, options);
    } catch (error) {
      if (attempt === maxAttempts || !(error instanceof LaunchFailure)) throw error;
      if (!error.portTaken && !error.locked) throw error;
      if (error.locked) await removeStaleLock(cluster.directory);
    }
  }
}

async function claim({ dataDirectory }: Placement, cluster: Cluster): Promise<void> {
  const postmaster = await findPostmaster(cluster.directory);
  if (postmaster === undefined) return;
  if (postmaster.owner !== undefined) {
    throw new StartupError(
      `The data directory ${dataDirectory} is in use by another iks-emulator (process ${postmaster.owner}). ` +
        'Stop it or choose another with IKS_DATA_DIR.',
    );
  }
  await stopOrphan(postmaster);
}
