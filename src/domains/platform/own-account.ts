import type { AccountScope } from '../accounts/scope.js';
import { PlatformError } from './errors.js';

/**
 * Callers may name the account they speak for, which can be no other than their own.
 * @throws PlatformError noPermission, the same for an account of others as for one that does not exist
 */
export function requireOwnAccount({ account }: AccountScope, named: string | undefined): void {
  if (named !== undefined && named !== account.id) throw PlatformError.of('noPermission');
}

/**
 * The same where the account is part of the path, for the clients take 404 as the answer that there is none.
 * @throws PlatformError accountNotFound
 */
export function findOwnAccount({ account }: AccountScope, id: string): AccountScope['account'] {
  if (id !== account.id) throw PlatformError.of('accountNotFound', id);
  return account;
}
