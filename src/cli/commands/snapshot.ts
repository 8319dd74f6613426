import { readFile, writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import type { Schemas } from '../../client/transport.js';
import { contextOf } from '../context.js';
import { drawFields, drawTable } from '../table.js';
import { UsageError } from '../usage-error.js';

/** `iks-emulator snapshot` */
export function snapshotCommand(): Command {
  const snapshot = new Command('snapshot').description('save, restore, fork, compare and delete snapshots of the account');
  snapshot
    .command('list', { isDefault: true })
    .description('all snapshots of the account')
    .action(async (_, command: Command) => {
      const { account, print } = contextOf(command);
      const columns = { name: ({ name }: Row) => name, 'taken at': ({ takenAt }: Row) => takenAt, holds: ({ holds }: Row) => count(holds) };
      print(await account.snapshots.list(), (rows, paint) => (rows.length === 0 ? ['There is no snapshot yet.'] : drawTable(rows, columns, paint)));
    });
  snapshot
    .command('save')
    .description('keep everything in the account under a name')
    .argument('<name>')
    .option('--replace', 'in place of one with this name')
    .action(async (name: string, { replace = false }: { replace?: boolean }, command: Command) => {
      const { account, print } = contextOf(command);
      print(await account.snapshots.save(name, { replace }), ({ holds }) => [`Saved ${name}: ${count(holds)}.`]);
    });
  snapshot
    .command('restore')
    .description('take the account back: the same ids, addresses, pending transitions and time')
    .argument('<name>')
    .action(async (name: string, _, command: Command) => {
      const { account, print } = contextOf(command);
      print(await account.snapshots.restore(name), ({ now, holds }, paint) => drawFields({ now, holds: count(holds) }, paint));
    });
  snapshot
    .command('fork')
    .description('make a new account of a snapshot')
    .argument('<name>')
    .argument('<newAccount>', 'a name that no other account has')
    .action(async (name: string, newAccount: string, _, command: Command) => {
      const { account, print } = contextOf(command);
      const { id, apiKey } = await account.snapshots.fork(name, newAccount);
      print({ name: newAccount, id, apiKey }, drawFields);
    });
  snapshot
    .command('diff')
    .description('what changed since a snapshot')
    .argument('<name>')
    .option('--with <later>', 'up to a later one; up to now when absent')
    .action(async (name: string, { with: later }: { with?: string }, command: Command) => {
      const { account, print } = contextOf(command);
      print(await account.snapshots.diff(name, later === undefined ? {} : { with: later }), drawDiff);
    });
  snapshot
    .command('export')
    .description('write a snapshot to a file, to keep or to take elsewhere')
    .argument('<name>')
    .argument('<file>')
    .action(async (name: string, file: string, _, command: Command) => {
      const { account, print } = contextOf(command);
      await writeFile(file, `${JSON.stringify(await account.snapshots.export(name), undefined, 2)}\n`);
      print({ file }, () => [`Wrote ${file}.`]);
    });
  snapshot
    .command('import')
    .description('take in a file that was exported, under a name')
    .argument('<name>')
    .argument('<file>')
    .option('--replace', 'in place of one with this name')
    .action(async (name: string, file: string, { replace = false }: { replace?: boolean }, command: Command) => {
      const { account, print } = contextOf(command);
      print(await account.snapshots.import(name, await readExported(file), { replace }), ({ holds }) => [`Took in ${name}: ${count(holds)}.`]);
    });
  snapshot
    .command('delete')
    .description('delete a snapshot')
    .argument('<name>')
    .action(async (name: string, _, command: Command) => {
      const { account, print } = contextOf(command);
      await account.snapshots.delete(name);
      print({ deleted: name }, () => [`Deleted ${name}.`]);
    });
  return snapshot;
}

type Row = Schemas['Snapshot'];

const count = (holds: Schemas['KindCounts']): string =>
  Object.entries(holds)
    .map(([kind, number]) => `${number} ${kind}`)
    .join(', ') || 'nothing';

function drawDiff({ added, removed, changed }: Schemas['SnapshotDiff']): string[] {
  const lines = [
    ...added.map(({ kind, id }) => `+ ${kind} ${id}`),
    ...removed.map(({ kind, id }) => `- ${kind} ${id}`),
    ...changed.flatMap(({ kind, id, fields }) => [
      `~ ${kind} ${id}`,
      ...Object.entries(fields).map(([field, { from, to }]) => `    ${field}: ${JSON.stringify(from)} -> ${JSON.stringify(to)}`),
    ]),
  ];
  return lines.length === 0 ? ['Nothing changed.'] : lines;
}

/** The emulator says what is wrong with a file that is JSON. */
async function readExported(file: string): Promise<Schemas['SnapshotFileInput']> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Schemas['SnapshotFileInput'];
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${(error as Error).message}`);
  }
}
