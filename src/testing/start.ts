import { Emulator } from '../client/emulator.js';
import { type ServerProcess, startChild } from './child.js';
import type { StartOptions } from './options.js';

/** An emulator of the test's own; `await using` stops it at the end. */
export class OwnEmulator extends Emulator implements AsyncDisposable {
  private stopping: Promise<void> | undefined;

  constructor(
    private readonly server: ServerProcess,
    controlToken: string | undefined,
  ) {
    super({ url: server.url, controlToken });
  }

  /** Resolves once the server, its Postgres and its temporary data are gone. */
  stop(): Promise<void> {
    return (this.stopping ??= this.server.stop());
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }
}

/**
 * Starts an emulator in a process of its own: on a free port, with a database of its own that goes with it. It ends
 * when it is stopped, and when this process ends, in whatever way.
 * @throws EmulatorError `not-started`, with the server's own reason
 */
export async function startEmulator(options: StartOptions = {}): Promise<OwnEmulator> {
  return new OwnEmulator(await startChild(options), options.controlToken);
}
