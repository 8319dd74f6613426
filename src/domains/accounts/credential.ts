import { digest, uuidOf } from '../../core/ids.js';
import type { NewApiKey } from './repository.js';

/** What somebody logs in with, as far as it is kept: digests, from which the secret does not follow. */
export interface Credential {
  readonly hash: string;
  /** The account that the credential leads to when it was made for no other. */
  readonly ownAccountId: string;
  /** The user who logs in; the account's owner when there is no name. */
  readonly user?: { readonly email: string; readonly name: string } | undefined;
}

export const credentialOfKey = (apiKey: string): Credential => ({
  hash: digest(64, 'api key', apiKey),
  ownAccountId: digest(32, 'account', apiKey),
});

/** A user name and a password are together one credential: another password is another account, as another API key is. */
export const credentialOfPassword = (username: string, password: string): Credential => ({
  hash: digest(64, 'user name and password', username, password),
  ownAccountId: digest(32, 'account of user name and password', username, password),
  user: { email: username.includes('@') ? username : `${username}@example.com`, name: username },
});

/** The row of a credential of which nothing is known but itself: an administrator's. */
export const toNewApiKey = ({ hash, user }: Credential): NewApiKey => ({
  hash,
  id: `ApiKey-${uuidOf(digest(32, 'api key id', hash))}`,
  userEmail: user?.email ?? null,
  userName: user?.name ?? null,
  roles: ['administrator'],
});
