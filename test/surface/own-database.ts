import { afterAll } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { type DestinationStream, pino } from 'pino';
import { buildApp } from '../../src/app.js';
import { realClock } from '../../src/core/clock.js';
import { connectDatabase } from '../../src/database/connection.js';
import { connectOnce } from '../../src/database/connect-once.js';
import { migrationsDirectory } from '../../src/database/migration-files.js';
import { migrate } from '../../src/database/migrations.js';
import { createLogger } from '../../src/log.js';

const cleanups: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const cleanUp of cleanups.reverse()) await cleanUp();
});

async function execute(statement: string): Promise<void> {
  const client = await connectOnce(process.env['TEST_DATABASE_URL'] ?? '');
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A database of its own on the server of the test run, empty; gone when the test file ends. */
export async function createDatabase(): Promise<string> {
  const name = `own_${randomUUID().replaceAll('-', '')}`;
  await execute(`CREATE DATABASE ${name}`);
  cleanups.push(() => execute(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  url.pathname = `/${name}`;
  return url.href;
}

/** A fresh emulator, whose account `default` nobody else uses. Logs to `destination`, if there is one. */
export async function startFreshEmulator(destination?: DestinationStream): Promise<FastifyInstance> {
  const url = await createDatabase();
  await migrate(url, migrationsDirectory, () => undefined);
  return serve(url, destination);
}

/** An emulator on this database as it is; it ends with the test file. */
export async function serve(url: string, destination?: DestinationStream): Promise<FastifyInstance> {
  const database = connectDatabase(url, { poolSize: 5 });
  const logger = destination === undefined ? pino({ level: 'silent' }) : await createLogger('trace', false, destination);
  const app = await buildApp({ database, clock: realClock, defaultSpeed: 1, auth: 'lenient', logger });
  cleanups.push(async () => {
    await app.close();
    await database.close();
  });
  return app;
}
