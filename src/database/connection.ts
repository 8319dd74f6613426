import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '../generated/prisma/client.js';
import { Channel, type OpenChannel } from './channel.js';

/** The connections of this process to its database, and Prisma on top of them. */
export interface Database {
  readonly prisma: PrismaClient;
  readonly pool: pg.Pool;
  /** Whoever opens a channel closes it. */
  readonly openChannel: OpenChannel;
  /** Waits for the queries under way and closes all connections. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Most connections at a time; further queries queue. */
  readonly poolSize?: number;
  /** Hears of an idle connection that broke. The pool replaces it by itself. */
  readonly onConnectionLost?: (error: Error) => void;
  readonly slowQueries?: SlowQueries;
}

interface SlowQueries {
  readonly fromMilliseconds: number;
  /** Gets the statement as Postgres gets it, its values left out: they may be secrets. */
  readonly hear: (slow: { readonly sql: string; readonly milliseconds: number }) => void;
}

const seconds = 1_000;
const maxPreparedStatements = 256;
const unnamed = '';

/** Prepares connections to `url`; the first is opened by the first query. */
export function connectDatabase(url: string, { poolSize = 20, onConnectionLost, slowQueries }: DatabaseOptions = {}): Database {
  const connection = {
    connectionString: url,
    application_name: 'iks-emulator',
    connectionTimeoutMillis: 30 * seconds,
    keepAlive: true,
  };
  const pool = new pg.Pool({ ...connection, max: poolSize, idleTimeoutMillis: 60 * seconds });
  // Without a listener, an idle connection that breaks would end the process.
  pool.on('error', (error) => onConnectionLost?.(error));

  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, { statementNameGenerator: nameStatements() }),
    // What went wrong is logged with the request that it went wrong for; Prisma's own look at the source costs each query.
    errorFormat: 'minimal',
    // Requests of one account wait for each other, and a year of a large one takes long to settle: neither is an error.
    transactionOptions: { maxWait: 30 * seconds, timeout: 600 * seconds },
    log: slowQueries === undefined ? [] : [{ emit: 'event', level: 'query' }],
  });
  if (slowQueries !== undefined) {
    prisma.$on('query', ({ query: sql, duration: milliseconds }) => {
      if (milliseconds >= slowQueries.fromMilliseconds) slowQueries.hear({ sql, milliseconds });
    });
  }
  return {
    prisma,
    pool,
    openChannel: (name, hear) => new Channel(connection, name, hear),
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

/**
 * Names statements, by which Postgres parses each only once per connection. Only so many: lists of varying
 * length make ever new texts, and each connection remembers all that have a name.
 */
function nameStatements(): (query: { readonly sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size === maxPreparedStatements) return unnamed;
    const name = `s${names.size}`;
    names.set(sql, name);
    return name;
  };
}
