import { z } from 'zod';
import { queryFlag } from '../../operations/query-flag.js';
import { TagType as tagTypes } from '../../generated/prisma/enums.js';

const MOST = 1_000;
const crn = 'crn:v1:bluemix:public:containers-kubernetes:us-south:a/4f1c0d7a9b2e63858d0f4a1b7c92e6d3:c9t2m4ld0k7q1e5v8ub0::';

const account_id = z.string().optional().meta({ description: "The caller's own account." });
const tag_type = z.enum(tagTypes).default('user');

export const TagParams = z.object({ tag_name: z.string().meta({ description: 'Name of a tag.', examples: ['env:test'] }) });

export const TagTypeQuery = z.object({ account_id, tag_type });

export const AttachQuery = z.object({
  account_id,
  tag_type,
  replace: queryFlag.meta({ description: 'Whether the tags take the place of all others of the type.' }),
  update: queryFlag.meta({ description: 'Whether a tag key:value takes the place of others with the same key. Not for service tags.' }),
});

export const CreateTagsQuery = z.object({
  account_id,
  tag_type: z.literal('access', { error: 'must be access: tags of other types are made when they are first attached' }).default('access'),
});

export const TagsQuery = z.object({
  account_id,
  tag_type,
  attached_to: z.string().optional().meta({ description: 'CRN of a cluster.' }),
  attached_only: queryFlag,
  order_by_name: z.enum(['asc', 'desc']).default('asc'),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(MOST).default(100),
});

const tagNames = z.array(z.string()).min(1).max(MOST);

export const CreateTags = z.object({ tag_names: tagNames }).meta({ id: 'CreateTags', examples: [{ tag_names: ['project:shop'] }] });

export const TaggingBody = z
  .object({
    resources: z.array(z.object({ resource_id: z.string() })).min(1).max(MOST),
    tag_name: z.string().optional(),
    tag_names: tagNames.optional(),
  })
  .refine(({ tag_name, tag_names }) => tag_name !== undefined || tag_names !== undefined, { error: 'must have tag_name or tag_names' })
  .meta({ id: 'TaggingRequest', examples: [{ resources: [{ resource_id: crn }], tag_names: ['env:test'] }] });

export const TagList = z
  .object({ total_count: z.int(), offset: z.int(), limit: z.int(), items: z.array(z.object({ name: z.string() })) })
  .meta({ id: 'TagList', examples: [{ total_count: 1, offset: 0, limit: 100, items: [{ name: 'env:test' }] }] });

/** Why something was not done, in the words that the clients know. */
const failure = {
  message: z.string().optional(),
  code: z.string().optional(),
  level: z.literal('error').optional(),
  httpCode: z.int().optional(),
};

export const TaggingResults = z
  .object({ results: z.array(z.object({ resource_id: z.string(), is_error: z.boolean(), ...failure })) })
  .meta({ id: 'TaggingResults', examples: [{ results: [{ resource_id: crn, is_error: false }] }] });

export const CreatedTags = z
  .object({ results: z.array(z.object({ tag_name: z.string(), is_error: z.boolean(), ...failure })) })
  .meta({ id: 'CreatedTags', examples: [{ results: [{ tag_name: 'project:shop', is_error: false }] }] });

export const DeletedTag = z
  .object({ results: z.array(z.object({ provider: z.literal('ghost'), is_error: z.boolean(), ...failure })) })
  .meta({ id: 'DeletedTag', examples: [{ results: [{ provider: 'ghost', is_error: false }] }] });

export const DeletedTags = z
  .object({ total_count: z.int(), errors: z.boolean(), items: z.array(z.object({ tag_name: z.string(), is_error: z.boolean() })) })
  .meta({ id: 'DeletedTags', examples: [{ total_count: 1, errors: false, items: [{ tag_name: 'env:old', is_error: false }] }] });
