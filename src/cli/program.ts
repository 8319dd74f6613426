import { Command, type CommanderError, Option } from 'commander';
import { accountCommand } from './commands/account.js';
import { clockCommand } from './commands/clock.js';
import { envCommand } from './commands/env.js';
import { explainCommand } from './commands/explain.js';
import { faultsCommand } from './commands/faults.js';
import { journalCommand } from './commands/journal.js';
import { resetCommand } from './commands/reset.js';
import { runCommand } from './commands/run.js';
import { seedCommand } from './commands/seed.js';
import { snapshotCommand } from './commands/snapshot.js';
import { startCommand } from './commands/start.js';
import { USUAL_URL } from './context.js';
import { UsageError } from './usage-error.js';

const EXIT_CODES = '\nExit codes: 0 done, 1 refused or failed, 2 not understood.';

/** Every command, with the flags that all of them share. */
export function createProgram(): Command {
  const program = new Command('iks-emulator')
    .description('An emulator of the IBM Cloud Kubernetes Service (IKS) control plane: start it, and move and inspect its accounts.')
    .addOption(new Option('--url <url>', 'where the emulator is').env('IKS_EMULATOR_URL').default(USUAL_URL))
    .addOption(new Option('--control-token <token>', 'lets callers from beyond its machine in').env('IKS_CONTROL_TOKEN'))
    .addOption(new Option('--account <account>', 'id or name of the account; `default` when absent').env('IKS_ACCOUNT'))
    .option('--json', 'print JSON, for programs')
    .addHelpText('after', EXIT_CODES);
  const commands = [
    ...[startCommand, runCommand, envCommand, accountCommand, clockCommand, resetCommand],
    ...[snapshotCommand, seedCommand, journalCommand, explainCommand, faultsCommand],
  ];
  for (const create of commands) program.addCommand(create());
  for (const command of withSubcommands(program)) command.configureHelp({ showGlobalOptions: true }).exitOverride(onExit);
  return program;
}

const withSubcommands = (command: Command): Command[] => [command, ...command.commands.flatMap(withSubcommands)];

/** Commander has printed its help or its complaint by now. */
function onExit({ exitCode, message, code }: CommanderError): void {
  if (exitCode !== 0 || code === 'commander.help') throw new UsageError(message, true);
  process.exit(0);
}
