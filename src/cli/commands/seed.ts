import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { Command } from 'commander';
import { contextOf } from '../context.js';
import { drawTable } from '../table.js';
import { UsageError } from '../usage-error.js';

/** `iks-emulator seed` */
export const seedCommand = (): Command =>
  new Command('seed')
    .description('make the accounts and clusters that a file tells of; with --account, add what it tells to that account')
    .argument('<file>', 'YAML or JSON; - for standard input')
    .action(async (file: string, _, command: Command) => {
      const { emulator, account, accountName, print } = contextOf(command);
      const seed = await readSeed(file);
      if (accountName === undefined) {
        const columns = { account: ({ name }: Seeded) => name, outcome: ({ outcome }: Seeded) => outcome, clusters: names, faults: ({ faults }: Seeded) => faults };
        print(await emulator.seed(seed), ({ accounts }, paint) => drawTable(accounts, columns, paint));
      } else {
        const columns = { cluster: ({ name }: Cluster) => name, id: ({ id }: Cluster) => id, state: ({ state }: Cluster) => state };
        print(await account.seed(seed), ({ clusters }, paint) => drawTable(clusters, columns, paint));
      }
    });

interface Cluster {
  readonly id: string;
  readonly name: string;
  readonly state: string;
}

interface Seeded {
  readonly name: string;
  readonly outcome: string;
  readonly clusters: readonly Cluster[];
  readonly faults: number;
}

const names = ({ clusters }: Seeded): string => clusters.map(({ name }) => name).join(', ');

/** As a text: the emulator reads JSON and YAML, and names lines in what it refuses. */
async function readSeed(file: string): Promise<string> {
  try {
    return file === '-' ? await text(process.stdin) : await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${(error as Error).message}`);
  }
}
