import { hasRole, type NeededRole, type PlatformRole } from '../../core/platform-roles.js';
import { IksError } from '../../errors/iks-error.js';
import type { ApiKey } from '../../generated/prisma/client.js';
import { type User, userNamed, userOf } from './user.js';

/** Who calls: on which account, as which user, with which rights. */
export interface Caller {
  readonly accountId: string;
  /** The API key that the caller logged in with; undefined for one who did not log in. */
  readonly apiKeyId: string | undefined;
  readonly user: User;
  readonly roles: readonly PlatformRole[];
}

/** What of an API key tells who calls. */
export type KeyFacts = Pick<ApiKey, 'accountId' | 'id' | 'userEmail' | 'userName' | 'roles'>;

/** The owner of an account, who may do everything there: whoever calls a lenient server without a token. */
export const ownerOf = (accountId: string): Caller => ({
  accountId,
  apiKeyId: undefined,
  user: userOf(accountId),
  roles: ['administrator'],
});

/** For whom an API key speaks: the user it was made for, or the owner of its account. Few calls want to know the user. */
export const callerOfKey = ({ accountId, id, userEmail, userName, roles }: KeyFacts): Caller => ({
  accountId,
  apiKeyId: id,
  get user() {
    return userEmail === null ? userOf(accountId) : userNamed(userEmail, userName ?? userEmail);
  },
  roles,
});

/** @throws IksError notAuthorized unless a role of the caller is as good as the one needed (R300) */
export function requireRole({ roles }: Pick<Caller, 'roles'>, needed: NeededRole): void {
  if (!hasRole(roles, needed)) throw IksError.of('notAuthorized', needed, roles);
}
