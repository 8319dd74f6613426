import { Command, type OptionValues } from 'commander';
import type { JournalFilter } from '../../client/journal.js';
import type { Schemas } from '../../client/transport.js';
import { contextOf } from '../context.js';
import { type Columns, drawTable } from '../table.js';
import { UsageError } from '../usage-error.js';

/** `iks-emulator journal` */
export function journalCommand(): Command {
  const journal = new Command('journal').description('what was asked in the name of the account, and what it was answered');
  filtering(journal.command('find', { isDefault: true }).description('find and count exchanges'))
    .option('--before <mark>', 'only what came before a mark')
    .option('--limit <number>', 'the most to show')
    .action(async (options: OptionValues, command: Command) => {
      const { account, print } = contextOf(command);
      print(await account.journal.find(readFilter(options)), ({ count, entries }, paint) => [
        ...(entries.length === 0 ? [] : drawTable(entries, columns, paint)),
        `${count} ${count === 1 ? 'exchange' : 'exchanges'}${entries.length === count ? '' : `, ${entries.length} of them shown`}`,
        ...entries.flatMap(({ help }) => help.map(({ text }) => text)),
      ]);
    });
  filtering(journal.command('follow').description('show exchanges as they happen, until Ctrl-C; with --json one a line')).action(
    async (options: OptionValues, command: Command) => {
      const { account } = contextOf(command);
      const { json = false } = command.optsWithGlobals<{ readonly json?: boolean }>();
      for await (const entry of await account.journal.follow(readFilter(options))) {
        process.stdout.write(`${json ? JSON.stringify(entry) : Object.values(columns).map((cell) => String(cell(entry))).join('  ')}\n`);
      }
    },
  );
  journal
    .command('mark')
    .description('set a mark, for --after and --before')
    .argument('<name>')
    .action(async (name: string, _, command: Command) => {
      const { account, print } = contextOf(command);
      print(await account.journal.mark(name), () => [`Marked ${name}.`]);
    });
  journal
    .command('clear')
    .description('empty it, marks included')
    .action(async (_, command: Command) => {
      const { account, print } = contextOf(command);
      await account.journal.clear();
      print({ cleared: true }, () => ['Cleared.']);
    });
  return journal;
}

const filtering = (command: Command): Command =>
  command
    .option('--operation <id>', 'of an operation; * stands for any part: createCluster, *Worker*')
    .option('--method <method>', 'such as POST')
    .option('--path <path>', 'such as /v1/clusters/*')
    .option('--status <status>', 'such as 404, 4xx or none')
    .option('--body <json>', 'JSON that is part of the request body')
    .option('--answer <json>', 'JSON that is part of the answer')
    .option('--after <mark>', 'only what came after a mark');

/** Options have the names of the query; what is JSON is read first. */
function readFilter({ body, answer, ...query }: OptionValues): JournalFilter {
  return { ...query, ...readJson('--body', body), ...readJson('--answer', answer) };
}

function readJson(flag: '--body' | '--answer', text: unknown): Pick<JournalFilter, 'body' | 'answer'> {
  if (typeof text !== 'string') return {};
  try {
    return { [flag.slice(2)]: JSON.parse(text) as unknown };
  } catch (error) {
    throw new UsageError(`${flag} is no JSON: ${(error as Error).message}`);
  }
}

const columns: Columns<Schemas['JournalEntry']> = {
  at: ({ at }) => at,
  method: ({ method }) => method,
  path: ({ path }) => path,
  operation: ({ operationId }) => operationId ?? '-',
  status: ({ status }) => status ?? 'none',
  ms: ({ durationMs }) => Math.round(durationMs),
};
