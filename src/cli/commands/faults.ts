import { Command } from 'commander';
import type { Schemas } from '../../client/transport.js';
import { contextOf } from '../context.js';
import { drawTable } from '../table.js';
import { UsageError } from '../usage-error.js';

const EXAMPLE = `
Example: iks-emulator faults add '{"effect": {"type": "error", "error": "internal"}, "operations": ["getCluster*"], "when": {"first": 2}}'
What a fault may say is described at /docs, under armFault.`;

/** `iks-emulator faults` */
export function faultsCommand(): Command {
  const faults = new Command('faults').description('arm, list and disarm what is to go wrong in the account');
  faults
    .command('list', { isDefault: true })
    .description('all faults, and how often each has struck')
    .action(async (_, command: Command) => {
      const { account, print } = contextOf(command);
      print(await account.faults.list(), (rows, paint) => (rows.length === 0 ? ['There is no fault.'] : drawTable(rows, columns, paint)));
    });
  faults
    .command('add')
    .description('arm one')
    .argument('<fault>', 'JSON: its effect, and what it is for')
    .addHelpText('after', EXAMPLE)
    .action(async (fault: string, _, command: Command) => {
      const { account, print } = contextOf(command);
      print(await account.faults.add(readFault(fault)), ({ id }) => [`Armed ${id}.`]);
    });
  faults
    .command('remove')
    .description('disarm one')
    .argument('<id>')
    .action(async (id: string, _, command: Command) => {
      const { account, print } = contextOf(command);
      await account.faults.remove(id);
      print({ removed: id }, () => [`Disarmed ${id}.`]);
    });
  faults
    .command('clear')
    .description('disarm all')
    .action(async (_, command: Command) => {
      const { account, print } = contextOf(command);
      print(await account.faults.clear(), ({ removed }) => [`Disarmed ${removed}.`]);
    });
  return faults;
}

type Row = Schemas['Fault'];

const columns = {
  id: ({ id }: Row) => id,
  effect: ({ effect }: Row) => effect.type,
  for: ({ operations = [], resource, zone, name }: Row) => [...operations, resource, zone, name].filter(Boolean).join(' ') || 'everything',
  armed: ({ armed }: Row) => armed,
  matched: ({ matched }: Row) => matched,
  struck: ({ struck }: Row) => struck,
};

/** The emulator says what is wrong with a fault that is JSON. */
function readFault(text: string): Schemas['NewFault'] {
  try {
    return JSON.parse(text) as Schemas['NewFault'];
  } catch (error) {
    throw new UsageError(`the fault is no JSON: ${(error as Error).message}`);
  }
}
