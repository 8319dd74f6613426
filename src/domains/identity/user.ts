import { digest } from '../../core/ids.js';

/** Who acts in an account: its owner. The same account always has the same one. */
export interface User {
  readonly identifier: string;
  readonly iamId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
}

export const REALM = 'IBMid';

/** The owner of an account, with an address that no mail can reach. */
export function userOf(accountId: string): User {
  const identifier = digest(10, 'user', accountId).toUpperCase();
  return {
    identifier,
    iamId: `${REALM}-${identifier}`,
    givenName: 'Account',
    familyName: 'Owner',
    email: `owner-${accountId.slice(0, 8)}@example.com`,
  };
}
