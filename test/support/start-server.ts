import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { KeeperMessage } from './server-keeper.js';

declare global {
  // Jest loads the set-up and the teardown apart; the global object is all that they share.
  var serverKeeper: ChildProcess | undefined;
}

/** Jest's global set-up: a migrated database, TEST_DATABASE_URL, and the server that test files share on it, TEST_SERVER_URL. */
export default async function startServer(): Promise<void> {
  const keeper = fork(supportFile('server-keeper.ts'), {
    execArgv: ['--disable-warning=ExperimentalWarning', '--import', supportFile('typescript.mjs')],
    // Out of reach of a Ctrl-C, which reaches Jest and through it the keeper.
    detached: true,
  });
  const message = await Promise.race([
    once(keeper, 'message').then(([received]) => received as KeeperMessage),
    once(keeper, 'exit').then((): KeeperMessage => ({ failure: 'its process ended early' })),
  ]);
  if ('failure' in message) throw new Error(`The server of the tests cannot be started: ${message.failure}`);
  process.env['TEST_DATABASE_URL'] = message.databaseUrl;
  process.env['TEST_SERVER_URL'] = message.serverUrl;
  globalThis.serverKeeper = keeper;
}

function supportFile(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
