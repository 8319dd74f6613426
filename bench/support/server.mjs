import '../../test/support/typescript.mjs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startServer } from '../../scripts/built-server.mjs';

const { startEmbeddedPostgres } = await import('../../src/database/embedded-postgres.ts');

/** The program as its users run it, on a free port. */
const START = [process.execPath, 'dist/main.js', '--port', '0', '--log-level', 'error'];

/** With a Postgres of its own on the directory, as it starts without any setting. */
export const startOnDirectory = (directory) => startServer([...START, '--data-dir', directory]);

/** With the Postgres that the emulator brings along, started here, so that the benchmark can look into it. */
export async function startOnOwnPostgres() {
  const directory = await makeDirectory();
  const postgres = await startEmbeddedPostgres({ dataDirectory: directory.path, durable: true, log: () => undefined });
  const server = await startServer([...START, '--database-url', postgres.url]);
  const stop = async () => {
    await server.stop();
    await postgres.destroy();
    await directory.remove();
  };
  return { url: server.url, pid: server.pid, databaseUrl: postgres.url, stop };
}

/** An empty directory, and what removes it. */
export async function makeDirectory() {
  const created = await mkdtemp(path.join(tmpdir(), 'iks-emulator-bench-'));
  return { path: created, remove: () => rm(created, { recursive: true, force: true }) };
}
