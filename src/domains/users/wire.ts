import type { z } from 'zod';
import { digest } from '../../core/ids.js';
import type { Account } from '../../generated/prisma/client.js';
import { REALM, type User } from '../accounts/user.js';
import type { UserList, UserProfile } from './schemas.js';
import type { UserPage } from './service.js';

export const toUserProfile = (account: Account, user: User): z.input<typeof UserProfile> => ({
  id: digest(32, 'user profile', account.id, user.iamId),
  iam_id: user.iamId,
  realm: REALM,
  user_id: user.email,
  firstname: user.givenName,
  lastname: user.familyName,
  state: 'ACTIVE',
  email: user.email,
  phonenumber: '',
  altphonenumber: '',
  photo: '',
  account_id: account.id,
  added_on: account.createdAt.toISOString(),
});

/** Addresses of pages are paths alone: the Go clients put their endpoint before them. */
export function toUserList(account: Account, { users, total, limit, next, filter: { email, search } }: UserPage): z.input<typeof UserList> {
  const path = `/v2/accounts/${account.id}/users`;
  const page = new URLSearchParams({ limit: String(limit), ...(email !== undefined && { user_id: email }), ...(search !== undefined && { search }) });
  return {
    total_results: total,
    limit,
    first_url: `${path}?${page.toString()}`,
    ...(next !== undefined && { next_url: `${path}?${page.toString()}&_start=${encodeURIComponent(next)}` }),
    resources: users.map((user) => toUserProfile(account, user)),
  };
}
