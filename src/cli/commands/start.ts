import { Command } from 'commander';
import picocolors from 'picocolors';

/** `iks-emulator start`, for the list of commands: {@link start} is what runs. */
export const startCommand = (): Command => new Command('start').description('start an emulator; its flags are listed by: iks-emulator start --help').allowUnknownOption();

/** Runs the server in this process, and on a terminal tells how far it is. */
export async function start(args: readonly string[]): Promise<void> {
  const { serve } = await import('../../serve.js');
  const tell = (step: string): void => void process.stderr.write(`${picocolors.dim(`${step} …`)}\n`);
  await serve(args, process.stderr.isTTY ? tell : undefined);
}
