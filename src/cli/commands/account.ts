import { Command } from 'commander';
import type { Schemas } from '../../client/transport.js';
import { contextOf } from '../context.js';
import { drawFields, drawTable } from '../table.js';
import { readSettings } from '../settings.js';

const SETTINGS = 'such as speed=instant vlanPolicy=require clusterQuota=5';

/** `iks-emulator account` */
export function accountCommand(): Command {
  const account = new Command('account').description('list, create, read, change and delete accounts');
  account
    .command('list', { isDefault: true })
    .description('all accounts')
    .action(async (_, command: Command) => {
      const { emulator, print } = contextOf(command);
      const columns = { name: ({ name }: Row) => name, id: ({ id }: Row) => id, speed: ({ speed }: Row) => speed, now: ({ now }: Row) => now, frozen: ({ frozen }: Row) => frozen };
      print(await emulator.accounts.list(), (rows, paint) => (rows.length === 0 ? ['There is no account yet.'] : drawTable(rows, columns, paint)));
    });
  account
    .command('create')
    .description('make one with an API key, which is shown only here')
    .argument('[name]', 'a name that no other has; one is made up when absent')
    .argument('[settings...]', SETTINGS)
    .action(async (first: string | undefined, others: string[], _, command: Command) => {
      const { emulator, print } = contextOf(command);
      // No name has an equals sign.
      const words = [first, ...others].filter((word) => word !== undefined);
      const named = first?.includes('=') === false ? { name: first } : {};
      const created = await emulator.accounts.create({ ...named, ...readSettings(words.slice('name' in named ? 1 : 0)) });
      const found = { ...(await created.read()), apiKey: created.apiKey };
      print(found, ({ id, name: given, apiKey }, paint) => drawFields({ name: given, id, 'API key': apiKey }, paint));
    });
  account
    .command('show')
    .description('the settings and the time of the account')
    .action(async (_, command: Command) => {
      const context = contextOf(command);
      context.print(await context.account.read(), drawFields);
    });
  account
    .command('update')
    .description('change how the account behaves')
    .argument('<settings...>', SETTINGS)
    .action(async (settings: string[], _, command: Command) => {
      const context = contextOf(command);
      context.print(await context.account.update(readSettings(settings)), drawFields);
    });
  account
    .command('delete')
    .description('delete an account with everything in it')
    .argument('<account>', 'its id or name')
    .action(async (idOrName: string, _, command: Command) => {
      const { emulator, print } = contextOf(command);
      await emulator.account(idOrName).delete();
      print({ deleted: idOrName }, () => [`Deleted ${idOrName}.`]);
    });
  return account;
}

type Row = Schemas['Account'];
