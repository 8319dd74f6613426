import { z } from 'zod';
import { queryFlag } from '../../operations/query-flag.js';

const LONGEST_NAME = 128;
const name = z.string().max(LONGEST_NAME).regex(/\S/, { error: 'must have more than spaces' });
const id = 'c4b1d9e07a5f4e2b8d63f0a97e15c8d2';
const account = '4f1c0d7a9b2e63858d0f4a1b7c92e6d3';
const crn = `crn:v1:bluemix:public:resource-controller::a/${account}::resource-group:${id}`;

export const ResourceGroupParams = z.object({
  id: z.string().meta({ description: 'Id of a resource group.', examples: [id] }),
});

export const ResourceGroupQuery = z.object({
  account_id: z.string().optional().meta({ description: "The caller's own account." }),
  name: z.string().optional(),
  default: queryFlag.meta({ description: 'The default group alone, or all others.' }),
});

export const NewResourceGroup = z
  .object({ name, account_id: z.string().optional().meta({ description: "The caller's own account." }) })
  .meta({ id: 'NewResourceGroup', examples: [{ name: 'team-a' }] });

export const ResourceGroupPatch = z
  .object({
    name: name.optional(),
    state: z.literal('ACTIVE', { error: 'must be ACTIVE: groups cannot be suspended in this emulator' }).optional(),
  })
  .meta({ id: 'ResourceGroupPatch', examples: [{ name: 'team-b' }] });

export const CreatedResourceGroup = z
  .object({ id: z.string(), crn: z.string() })
  .meta({ id: 'CreatedResourceGroup', examples: [{ id, crn }] });

export const ResourceGroup = z
  .object({
    id: z.string(),
    crn: z.string(),
    account_id: z.string(),
    name: z.string(),
    state: z.literal('ACTIVE'),
    default: z.boolean(),
    quota_id: z.string(),
    quota_url: z.string(),
    payment_methods_url: z.string(),
    resource_linkages: z.array(z.never()),
    teams_url: z.string(),
    created_at: z.string().meta({ description: 'RFC 3339.' }),
    updated_at: z.string().meta({ description: 'RFC 3339.' }),
  })
  .meta({
    id: 'ResourceGroup',
    examples: [
      {
        id,
        crn,
        account_id: account,
        name: 'Default',
        state: 'ACTIVE',
        default: true,
        quota_id: '0b9d3f6e2a7c48d19e54c7fa8b136d20',
        quota_url: '/v2/quota_definitions/0b9d3f6e2a7c48d19e54c7fa8b136d20',
        payment_methods_url: `/v2/resource_groups/${id}/payment_methods`,
        resource_linkages: [],
        teams_url: `/v2/resource_groups/${id}/teams`,
        created_at: '2026-08-22T10:03:16.000Z',
        updated_at: '2026-08-22T10:03:16.000Z',
      },
    ],
  });

export const ResourceGroupList = z.object({ resources: z.array(ResourceGroup) }).meta({ id: 'ResourceGroupList' });
