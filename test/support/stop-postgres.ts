import { once } from 'node:events';

/** Jest's global teardown: the database of the run goes, with all that is in it. */
export default async function stopPostgres(): Promise<void> {
  const keeper = globalThis.postgresKeeper;
  if (keeper?.connected !== true) return;
  const ended = once(keeper, 'exit');
  keeper.disconnect();
  await ended;
}
