import { ownerOf } from '../../domains/accounts/caller.js';
import type { AccountTransaction } from '../../domains/accounts/scope.js';
import type { AccountService } from '../../domains/accounts/service.js';
import type { Contents } from '../contents/repository.js';
import type { Counts } from '../contents/rows.js';
import type { JournalService } from '../journal/service.js';

/** Accounts as if they were new. */
export class ResetService {
  constructor(
    private readonly accounts: AccountService,
    private readonly contents: Contents,
    private readonly journal: JournalService,
  ) {}

  /**
   * Takes an account back to the moment when it was made: nothing in it but the default resource group, its clock
   * at real time, nothing in its journal, and the same ids to come. Settings, API keys and snapshots stay.
   *
   * @returns how many rows of each table went
   */
  async reset(accountId: string): Promise<Counts> {
    await this.prepare();
    return this.accounts.change(ownerOf(accountId), (scope) => this.empty(scope));
  }

  /** To be called before an account is locked to be emptied: what the journal still has to write must not come after. */
  prepare(): Promise<void> {
    return this.journal.flush();
  }

  /** As {@link reset}, in a transaction of the caller's. */
  async empty(scope: AccountTransaction): Promise<Counts> {
    const removed = await this.contents.clear(scope);
    scope.ids.resume(scope.account.idSeed, 0);
    return removed;
  }
}
