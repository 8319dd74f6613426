import type { User } from '../accounts/user.js';

/** The properties that a search may name, and what they are of a user. */
const properties = new Map<string, (user: User) => string>([
  ['firstname', ({ givenName }) => givenName],
  ['lastname', ({ familyName }) => familyName],
  ['email', ({ email }) => email],
  ['state', () => 'ACTIVE'],
  ['iam_id', ({ iamId }) => iamId],
  ['realm', ({ iamId }) => iamId.split('-')[0] ?? ''],
  ['userId', ({ email }) => email],
]);

/** Whether a user fits one part of a search such as `state:ACTIVE,email:example.com`, whose values are parts of texts. */
export const fitsSearch = (user: User, search: string): boolean =>
  search.split(',').some((part) => {
    const [name = '', ...value] = part.split(':');
    const property = value.length === 0 ? undefined : properties.get(name.trim());
    return property?.(user).toLowerCase().includes(value.join(':').trim().toLowerCase()) ?? false;
  });
