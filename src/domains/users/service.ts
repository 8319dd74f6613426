import { listApiKeys } from '../accounts/api-keys.js';
import { callerOfKey } from '../accounts/caller.js';
import type { AccountScope } from '../accounts/scope.js';
import { type User, userOf } from '../accounts/user.js';
import { PlatformError } from '../platform/errors.js';
import { findOwnAccount } from '../platform/own-account.js';
import { fitsSearch } from './rules.js';

interface UserFilter {
  readonly user_id?: string | undefined;
  readonly search?: string | undefined;
  readonly limit: number;
  readonly _start?: string | undefined;
}

/** A part of a list. */
export interface UserPage {
  readonly users: readonly User[];
  /** Of all pages together. */
  readonly total: number;
  readonly limit: number;
  readonly search: string | undefined;
  /** Where the next page begins, unless this is the last. */
  readonly next: string | undefined;
}

/**
 * The users of the account by pages: its owner, then those whom its API keys were made for.
 * @throws PlatformError accountNotFound
 */
export async function listUsers(scope: AccountScope, accountId: string, filter: UserFilter): Promise<UserPage> {
  findOwnAccount(scope, accountId);
  const { user_id: userId, search, limit, _start: start } = filter;
  const found = (await findUsers(scope)).filter(
    (user) => (userId === undefined || user.email.toLowerCase() === userId.toLowerCase()) && (search === undefined || fitsSearch(user, search)),
  );
  const from = start === undefined ? 0 : Math.max(0, found.findIndex(({ iamId }) => iamId === start));
  return { users: found.slice(from, from + limit), total: found.length, limit, search, next: found[from + limit]?.iamId };
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
  const all = [userOf(scope.account.id), scope.caller.user, ...ofKeys];
  return [...new Map(all.map((user) => [user.iamId, user])).values()];
}
