import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '../generated/prisma/client.js';

/** The connections of this process to its database, and Prisma on top of them. */
export interface Database {
  readonly prisma: PrismaClient;
  readonly pool: pg.Pool;
  /** Waits for the queries under way and closes all connections. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Most connections at a time; further queries queue. */
  readonly poolSize?: number;
  /** Hears of an idle connection that broke. The pool replaces it by itself. */
  readonly onConnectionLost?: (error: Error) => void;
}

const seconds = 1_000;
const maxPreparedStatements = 256;
const unnamed = '';

/** Prepares connections to `url`; the first is opened by the first query. */
export function connectDatabase(url: string, { poolSize = 20, onConnectionLost }: DatabaseOptions = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'iks-emulator',
    max: poolSize,
    connectionTimeoutMillis: 30 * seconds,
    idleTimeoutMillis: 60 * seconds,
    keepAlive: true,
  });
  // Without a listener, an idle connection that breaks would end the process.
  pool.on('error', (error) => onConnectionLost?.(error));

  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, { statementNameGenerator: nameStatements() }),
    // Requests of one account wait for each other; a queue of them is not an error.
    transactionOptions: { maxWait: 30 * seconds, timeout: 60 * seconds },
  });
  return {
    prisma,
    pool,
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
