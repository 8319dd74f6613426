#!/usr/bin/env node
import { EmulatorError } from '../client/errors.js';
import { start } from './commands/start.js';
import { createProgram } from './program.js';
import { UsageError } from './usage-error.js';

/** What the shell is told: 1 when the command failed, 2 when it makes no sense. */
const exitCodeOf = (error: unknown): 1 | 2 => (error instanceof UsageError ? 2 : 1);

async function main(args: readonly string[]): Promise<void> {
  const [command, ...rest] = args;
  // The server reads its flags itself, and some have the names of flags here.
  if (command === 'start') await start(rest);
  else await createProgram().parseAsync(args, { from: 'user' });
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const known = error instanceof EmulatorError || error instanceof UsageError;
  // Commander has already said what it does not understand.
  if (!(error instanceof UsageError && error.said)) {
    process.stderr.write(`iks-emulator: ${known ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
  }
  process.exitCode = exitCodeOf(error);
});
