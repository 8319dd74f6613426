import type { AccountTransaction } from '../../domains/accounts/scope.js';
import { setClock } from '../../domains/accounts/service.js';
import type { Contents } from '../contents/repository.js';
import type { Counts } from '../contents/rows.js';
import * as repository from './repository.js';

/** Accounts as if they were new. */
export class ResetService {
  constructor(private readonly contents: Contents) {}

  /**
   * Takes an account back to the moment when it was made: nothing in it but the default resource group, its clock
   * at real time, and the same ids to come. Settings, API keys and snapshots stay.
   *
   * @returns how many rows of each table went
   */
  async reset(scope: AccountTransaction): Promise<Counts> {
    const defaultGroup = await repository.findDefaultResourceGroup(scope);
    const { resource_groups: groups = 1, ...removed } = await this.contents.erase(scope);
    await repository.insertResourceGroup(scope, defaultGroup);
    await setClock(scope, { clockFrozenAt: null, clockOffset: 0n });
    scope.ids.resume(scope.account.idSeed, 0);
    return { ...removed, resource_groups: groups - 1 };
  }
}
