import type { AccountTransaction } from '../accounts/scope.js';
import * as repository from './repository.js';

/** R291: what is disabled is in no list any more. */
export const removeAddons = (scope: AccountTransaction, ids: readonly string[]): Promise<void> => repository.deleteAddons(scope, ids);
