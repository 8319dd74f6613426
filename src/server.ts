import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Config } from './config.js';
import { realClock } from './core/clock.js';
import { isLoopback } from './core/loopback.js';
import { connectDatabase } from './database/connection.js';
import { startEmbeddedPostgres } from './database/embedded-postgres.js';
import { migrationsDirectory } from './database/migration-files.js';
import { migrate } from './database/migrations.js';
import { StartupError } from './errors/startup-error.js';

export interface Server {
  readonly url: string;
  /** Finishes the requests under way, then closes the database and ends the embedded Postgres. */
  stop(): Promise<void>;
}

/** So many who connect at the same moment wait to be let in; Node's own 511 would have the rest turned away. */
const MOST_CONNECTING = 4_096;

/** Hears what is being done, for the person who waits. */
export type OnStep = (step: string) => void;

/**
 * Starts everything: Postgres unless one is given, the migrations, and the HTTP server.
 * @throws StartupError with a line for the person at the terminal; nothing is left running then
 */
export async function startServer(config: Config, log: Logger, onStep: OnStep = () => undefined): Promise<Server> {
  const cleanups: (() => Promise<unknown>)[] = [];
  let stopping = false;
  const stop = async (): Promise<void> => {
    stopping = true;
    const failures: unknown[] = [];
    for (const cleanUp of cleanups.splice(0).reverse()) await cleanUp().catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  };
  try {
    onStep(config.databaseUrl === undefined ? 'starting Postgres' : 'loading the API');
    // Postgres gets ready while the app, the larger half of the program, is being loaded.
    // Whether or not the app can be loaded, Postgres is up, or down again, before anything is cleaned up.
    const [started, loaded] = await Promise.allSettled([config.databaseUrl ?? startPostgres(config, log, cleanups), import('./app.js')]);
    if (started.status === 'rejected') throw started.reason;
    if (loaded.status === 'rejected') throw loaded.reason;
    const [url, { buildApp }] = [started.value, loaded.value];
    onStep('bringing the database up to date');
    await migrate(url, migrationsDirectory, (line) => log.info(line));
    const onConnectionLost = ({ message }: Error): void => {
      // At the end Postgres may cut what the pool has only begun to close.
      if (!stopping) log.warn(`a database connection was lost: ${message}`);
    };
    onStep('opening the port');
    const database = connectDatabase(url, {
      onConnectionLost,
      slowQueries: { fromMilliseconds: config.slowQuery, hear: (slow) => log.warn(slow, 'a database query was slow') },
    });
    cleanups.push(() => database.close());
    const app = await buildApp({
      database,
      clock: realClock,
      defaultSpeed: config.speed,
      auth: config.auth,
      controlToken: config.controlToken,
      logger: log,
    });
    cleanups.push(() => app.close());
    if (config.seedFile !== undefined) {
      onStep('making the accounts of the seed file');
      const { seedAtStart } = await import('./emulator/seed/start.js');
      await seedAtStart(app.seeds, config.seedFile, (line) => log.info(line));
    }
    await app.listen({ host: config.host, port: config.port, backlog: MOST_CONNECTING }).catch((error: unknown) => {
      throw explainListen(error, config);
    });
    warnOfExposure(app, config, log);
    return { url: `http://${printHost(config.host)}:${portOf(app)}`, stop };
  } catch (error) {
    await stop().catch((failure: unknown) => log.error({ err: failure }, 'what had been started could not be stopped'));
    throw error;
  }
}

async function startPostgres(config: Config, log: Logger, cleanups: (() => Promise<unknown>)[]): Promise<string> {
  const dataDirectory = config.ephemeral ? await mkdtemp(join(tmpdir(), 'iks-emulator-')) : config.dataDirectory;
  if (config.ephemeral) cleanups.push(() => rm(dataDirectory, { recursive: true, force: true }));
  const postgres = await startEmbeddedPostgres({ dataDirectory, durable: !config.ephemeral, log: (line) => log.debug(line), notice: (line) => log.info(line) });
  cleanups.push(() => (config.ephemeral ? postgres.destroy() : postgres.stop()));
  return postgres.url;
}

/** Says what it means that others reach a server that asks nobody who they are. */
function warnOfExposure(app: FastifyInstance, { auth }: Config, log: Logger): void {
  const { address, port } = app.server.address() as AddressInfo;
  if (auth === 'strict' || isLoopback(address)) return;
  log.warn(
    `Everyone who can reach port ${port} at ${address} is administrator of the account default: without a token a call is taken for its owner's. ` +
      'Set IKS_AUTH=strict to ask for a token, or IKS_HOST=127.0.0.1 to listen on this machine alone.',
  );
}

function explainListen(error: unknown, { host, port }: Config): unknown {
  const { code } = error as { code?: unknown };
  if (code === 'EADDRINUSE') {
    return new StartupError(`The port ${port} on ${host} is in use. Stop what listens there or choose another with IKS_PORT.`);
  }
  if (code === 'EACCES') return new StartupError(`The port ${port} on ${host} needs rights that this user lacks. Choose another with IKS_PORT.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return new StartupError(`The host ${host} is no address of this machine. Choose another with IKS_HOST.`);
  }
  return error;
}

/** IPv6 addresses stand in brackets inside a URL. */
const printHost = (host: string): string => (host.includes(':') ? `[${host}]` : host);

/** The port that was asked for, or the free one that the system chose for 0. */
const portOf = (app: FastifyInstance): number => (app.server.address() as AddressInfo).port;
