import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { Command } from 'commander';
import { EmulatorError } from '../../client/errors.js';
import { startEmulator } from '../../testing/start.js';

/** A shell's way of telling that a signal ended a program. */
const SIGNALLED = 128;

/** `iks-emulator run` */
export const runCommand = (): Command =>
  new Command('run')
    .description('run a command with an emulator of its own, which ends with it: iks-emulator run -- go test ./...')
    .argument('<command...>', 'it finds the emulator in IKS_EMULATOR_URL, and IBM\'s clients in it find their variables')
    .action(async ([program = '', ...args]: string[]) => {
      await using emulator = await startEmulator({ log: (line) => void process.stderr.write(`${line}\n`) });
      const env = { ...process.env, ...(await emulator.env()), IKS_EMULATOR_URL: emulator.url };
      process.exitCode = await exitCodeOf(program, args, env);
    });

async function exitCodeOf(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(program, args, { env, stdio: 'inherit' });
  // A Ctrl-C reaches the command as well: it decides how to end, and the emulator goes after it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void child.kill(signal));
  try {
    const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
    return code ?? SIGNALLED + (signal === null ? 0 : constants.signals[signal]);
  } catch (error) {
    throw new EmulatorError(`${program} cannot be run: ${(error as Error).message}`, { code: 'not-started', cause: error });
  }
}
