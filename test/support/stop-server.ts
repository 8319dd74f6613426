import { once } from 'node:events';

/** Jest's global teardown: the server of the run goes, and its database with all that is in it. */
export default async function stopServer(): Promise<void> {
  const keeper = globalThis.serverKeeper;
  if (keeper?.connected !== true) return;
  const ended = once(keeper, 'exit');
  keeper.disconnect();
  await ended;
}
