import { z } from 'zod';

export const AccountParams = z.object({
  id: z.string().meta({ description: "The caller's own account.", examples: ['4f1c0d7a9b2e63858d0f4a1b7c92e6d3'] }),
});

const metadata = z.object({ guid: z.string(), url: z.string(), created_at: z.string(), updated_at: z.string() });

const entity = z.object({
  name: z.string(),
  type: z.literal('PAYG'),
  state: z.literal('ACTIVE'),
  owner: z.string(),
  owner_userid: z.string(),
  owner_unique_id: z.string(),
  owner_iam_id: z.string(),
  customer_id: z.string(),
  country_code: z.string(),
  currency_code: z.string(),
  billing_country_code: z.string(),
  isIBMer: z.boolean(),
  terms_and_conditions: z.object({}),
  tags: z.array(z.never()),
  team_directory_enabled: z.boolean(),
  organizations_region: z.array(z.never()).meta({ description: 'There is no Cloud Foundry.' }),
  linkages: z.array(z.never()),
  bluemix_subscriptions: z.array(z.never()).meta({ description: 'Nothing is billed.' }),
  subscription_id: z.string(),
  configuration_id: z.string(),
  onboarded: z.int(),
});

/** What is the same for every account: there is nothing to pay and nobody to ask. */
export const sameForAll = {
  type: 'PAYG',
  state: 'ACTIVE',
  customer_id: '',
  country_code: 'USA',
  currency_code: 'USD',
  billing_country_code: 'USA',
  isIBMer: false,
  terms_and_conditions: {},
  tags: [],
  team_directory_enabled: true,
  organizations_region: [],
  linkages: [],
  bluemix_subscriptions: [],
  subscription_id: '',
  configuration_id: '',
  onboarded: -1,
} satisfies Partial<z.input<typeof entity>>;

const example = {
  metadata: {
    guid: '4f1c0d7a9b2e63858d0f4a1b7c92e6d3',
    url: '/coe/v2/accounts/4f1c0d7a9b2e63858d0f4a1b7c92e6d3',
    created_at: '2026-08-22T10:03:16.000Z',
    updated_at: '2026-08-22T10:03:16.000Z',
  },
  entity: {
    name: 'my-test',
    ...sameForAll,
    owner: '8D21F07A3C',
    owner_userid: 'owner-4f1c0d7a@example.com',
    owner_unique_id: '8D21F07A3C',
    owner_iam_id: 'IBMid-8D21F07A3C',
  },
};

export const AccountDetails = z.object({ metadata, entity }).meta({ id: 'AccountDetails', examples: [example] });

export const AccountList = z
  .object({ next_url: z.null(), total_results: z.int(), resources: z.array(AccountDetails) })
  .meta({ id: 'AccountList', examples: [{ next_url: null, total_results: 1, resources: [example] }] });
