import { z } from 'zod';

const account = '4f1c0d7a9b2e63858d0f4a1b7c92e6d3';
const accountId = z.string().meta({ description: "The caller's own account.", examples: [account] });

const MOST_PER_PAGE = 100;

export const UsersParams = z.object({ account_id: accountId });

export const UserParams = z.object({
  account_id: accountId,
  iam_id: z.string().meta({ description: 'IAM id of a user.', examples: ['IBMid-8D21F07A3C'] }),
});

export const UsersQuery = z.object({
  user_id: z.string().optional().meta({ description: 'The email that the user logs in with.' }),
  search: z.string().optional().meta({ description: 'Such as `email:example.com,firstname:ann`: users that fit one of the parts.' }),
  limit: z.coerce.number().int().min(1).max(MOST_PER_PAGE).default(MOST_PER_PAGE),
  _start: z.string().optional().meta({ description: 'Where the page begins: see `next_url` of the page before.' }),
});

const profile = {
  id: '5d1f8a3e6b92c047d8e1a2f43b7c9065',
  iam_id: 'IBMid-8D21F07A3C',
  realm: 'IBMid',
  user_id: 'owner-4f1c0d7a@example.com',
  firstname: 'Account',
  lastname: 'Owner',
  state: 'ACTIVE',
  email: 'owner-4f1c0d7a@example.com',
  phonenumber: '',
  altphonenumber: '',
  photo: '',
  account_id: account,
  added_on: '2026-08-22T10:03:16.000Z',
} as const;

export const UserProfile = z
  .object({
    id: z.string(),
    iam_id: z.string(),
    realm: z.string(),
    user_id: z.string(),
    firstname: z.string(),
    lastname: z.string(),
    state: z.literal('ACTIVE'),
    email: z.string(),
    phonenumber: z.string(),
    altphonenumber: z.string(),
    photo: z.string(),
    account_id: z.string(),
    added_on: z.string(),
  })
  .meta({ id: 'UserProfile', examples: [profile] });

export const UserList = z
  .object({
    total_results: z.int(),
    limit: z.int(),
    first_url: z.string(),
    next_url: z.string().optional().meta({ description: 'Absent on the last page.' }),
    resources: z.array(UserProfile),
  })
  .meta({ id: 'UserList', examples: [{ total_results: 1, limit: MOST_PER_PAGE, first_url: `/v2/accounts/${account}/users`, resources: [profile] }] });
