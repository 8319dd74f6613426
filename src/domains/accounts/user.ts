import { digest } from '../../core/ids.js';

/** Who acts in an account. */
export interface User {
  readonly identifier: string;
  readonly iamId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly name: string;
  readonly email: string;
}

export const REALM = 'IBMid';

/** The owner of an account, always the same one, with an address that no mail can reach. */
export const userOf = (accountId: string): User =>
  toUser(digest(10, 'user', accountId), 'Account Owner', `owner-${accountId.slice(0, 8)}@example.com`);

/** The user with an email; in every account the same one. */
export const userNamed = (email: string, name: string): User => toUser(digest(10, 'user with email', email.toLowerCase()), name, email);

function toUser(hex: string, name: string, email: string): User {
  const identifier = hex.toUpperCase();
  const [givenName = '', ...rest] = name.split(' ');
  return { identifier, iamId: `${REALM}-${identifier}`, givenName, familyName: rest.join(' '), name, email };
}
