import * as repository from './repository.js';
import type { AccountTransaction } from './scope.js';

/** The same transaction at the moment `now`, with the account's row as it is by now. */
export async function reopen(scope: AccountTransaction, now: Date): Promise<AccountTransaction> {
  const account = await repository.findAccount(scope.database, scope.account.id);
  if (account === null) throw new Error(`The account ${scope.account.id} went while it was locked.`);
  return { ...scope, account, now, settled: [] };
}
