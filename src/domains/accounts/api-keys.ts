import { randomSecret } from '../../core/ids.js';
import type { PlatformRole } from '../../core/platform-roles.js';
import { IksError } from '../../errors/iks-error.js';
import type { ApiKey } from '../../generated/prisma/client.js';
import { credentialOfKey, toNewApiKey } from './credential.js';
import * as repository from './repository.js';
import type { AccountScope, AccountTransaction } from './scope.js';

interface ApiKeyWish {
  /** The key itself; a secret of chance when absent. */
  readonly apiKey?: string | undefined;
  /** The account's owner when absent; one without a name goes by the email. */
  readonly user?: { readonly email: string; readonly name?: string | undefined } | undefined;
  /** Administrator when absent. */
  readonly roles?: readonly PlatformRole[] | undefined;
}

/**
 * Makes an API key that logs in to this account. The key itself is known here and never again.
 * @throws IksError apiKeyTaken when the text is a key already, of this account or another
 */
export async function createApiKey(
  scope: AccountTransaction,
  { apiKey = randomSecret(), user, roles = ['administrator'] }: ApiKeyWish,
  createdAt: Date,
): Promise<{ row: ApiKey; apiKey: string }> {
  const keyUser = user && { email: user.email, name: user.name ?? user.email };
  const key = { ...toNewApiKey({ ...credentialOfKey(apiKey), user: keyUser }), roles: [...new Set(roles)], createdAt };
  const row = await repository.insertApiKey(scope, key);
  if (row === undefined) throw IksError.of('apiKeyTaken');
  return { row, apiKey };
}

/** The keys that log in to the account, oldest first. */
export const listApiKeys = (scope: AccountScope): Promise<ApiKey[]> => repository.listApiKeys(scope);

/**
 * Ends an API key, and with it all tokens and passcodes that were made from it.
 * @throws IksError accountApiKeyNotFound
 */
export async function revokeApiKey(scope: AccountTransaction, id: string, revokedAt: Date): Promise<void> {
  if (!(await repository.revokeApiKey(scope, id, revokedAt))) throw IksError.of('accountApiKeyNotFound', id);
}
