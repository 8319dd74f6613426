import { listApiKeys } from '../accounts/api-keys.js';
import { callerOfKey } from '../accounts/caller.js';
import type { AccountScope } from '../accounts/scope.js';
import { type User, userOf } from '../accounts/user.js';
import { PlatformError } from '../platform/errors.js';
import { findOwnAccount } from '../platform/own-account.js';
import { fitsSearch } from './rules.js';

interface UserFilter {
  readonly email: string | undefined;
  readonly search: string | undefined;
}

interface UserRequest extends UserFilter {
  readonly limit: number;
  /** The IAM id of the user that the page begins with; the first one when absent. */
  readonly start: string | undefined;
}

/** A part of a list. */
export interface UserPage {
  readonly users: readonly User[];
  /** Of all pages together. */
  readonly total: number;
  readonly limit: number;
  readonly filter: UserFilter;
  /** The IAM id of the user that the next page begins with, unless this page is the last. */
  readonly next: string | undefined;
}

/**
 * The users of the account by pages: its owner, then those whom its API keys were made for. A page that begins with nobody
 * who is there any more is empty, and the last.
 * @throws PlatformError accountNotFound
 */
export async function listUsers(scope: AccountScope, accountId: string, request: UserRequest): Promise<UserPage> {
  findOwnAccount(scope, accountId);
  const { email, search, limit, start } = request;
  const found = (await findUsers(scope)).filter(
    (user) => (email === undefined || user.email.toLowerCase() === email.toLowerCase()) && (search === undefined || fitsSearch(user, search)),
  );
  const named = start === undefined ? 0 : found.findIndex(({ iamId }) => iamId === start);
  const from = named === -1 ? found.length : named;
  return { users: found.slice(from, from + limit), total: found.length, limit, filter: { email, search }, next: found[from + limit]?.iamId };
}

/** @throws PlatformError accountNotFound, userNotFound */
export async function getUser(scope: AccountScope, accountId: string, iamId: string): Promise<User> {
  findOwnAccount(scope, accountId);
  const user = (await findUsers(scope)).find((candidate) => candidate.iamId === iamId);
  if (user === undefined) throw PlatformError.of('userNotFound', iamId);
  return user;
}

async function findUsers(scope: AccountScope): Promise<User[]> {
  const ofKeys = (await listApiKeys(scope)).map((key) => callerOfKey(key).user);
  const all = [userOf(scope.account.id), ...ofKeys];
  return [...new Map(all.map((user) => [user.iamId, user])).values()];
}
