import type { ClockSetting } from '../../core/clock.js';
import type { Account } from '../../generated/prisma/client.js';
import * as repository from './repository.js';
import type { AccountTransaction } from './scope.js';
import type { AccountSettings } from './settings.js';

/** Changes how an account behaves. A VLAN spanning that really changes takes the date of the change (R18). */
export function changeSettings({ database, account, now }: AccountTransaction, settings: AccountSettings): Promise<Account> {
  const { vlanSpanning = account.vlanSpanning } = settings;
  const changed = vlanSpanning === account.vlanSpanning ? {} : { vlanSpanningModifiedAt: now };
  return repository.updateAccount(database, account.id, { ...settings, ...changed });
}

/** Moves, stops or starts an account's clock. */
export const setClock = ({ database, account }: AccountTransaction, setting: ClockSetting): Promise<Account> =>
  repository.updateAccount(database, account.id, setting);
