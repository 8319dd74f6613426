import { wait } from '../core/wait.js';
import type { PostgresServer } from './postgres-server.js';

/** A Postgres that is there until it is stopped, whatever happens to its process. */
export interface KeptPostgres {
  stop(): Promise<void>;
}

interface Keeping {
  /** Starts another on the same port. */
  readonly relaunch: () => Promise<PostgresServer>;
  readonly notice: (line: string) => void;
}

/** Milliseconds between attempts. What keeps Postgres from starting, such as a full disk or children of the one before, may last. */
const PAUSE = 250;

/** Watches over a server: when it ends although nobody stopped it, another takes its place as soon as one starts. */
export function keepRunning(first: PostgresServer, { relaunch, notice }: Keeping): KeptPostgres {
  const stopping = new AbortController();
  const isStopping = (): boolean => stopping.signal.aborted;
  let current = first;

  const launchAnother = async (): Promise<PostgresServer> => {
    for (;;) {
      try {
        return await relaunch();
      } catch (error) {
        if (isStopping()) throw error;
        await wait(PAUSE, stopping.signal);
      }
    }
  };
  const watch = async (): Promise<void> => {
    for (;;) {
      await current.ended;
      if (isStopping()) return;
      notice('Postgres has ended unexpectedly and is being started again');
      current = await launchAnother();
      if (isStopping()) return;
      notice('Postgres is running again');
    }
  };
  // Rejected only where one was being launched in vain when all was stopped.
  const watching = watch().catch(() => undefined);

  return {
    stop: async () => {
      stopping.abort();
      await current.stop();
      await watching;
      // It may have been launched in that moment.
      await current.stop();
    },
  };
}
