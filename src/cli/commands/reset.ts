import { Command } from 'commander';
import { contextOf } from '../context.js';
import { drawFields } from '../table.js';

/** `iks-emulator reset` */
export const resetCommand = (): Command =>
  new Command('reset').description('empty the account, and set its clock to real time').action(async (_, command: Command) => {
    const { account, print } = contextOf(command);
    print(await account.reset(), ({ removed }, paint) => (Object.keys(removed).length === 0 ? ['There was nothing in it.'] : drawFields(removed, paint)));
  });
