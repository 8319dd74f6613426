import type { z } from 'zod';
import { mostTags } from './rules.js';
import type { CreatedTags, DeletedTag, DeletedTags, TaggingBody, TaggingResults, TagList, TagsQuery, TagTypeQuery } from './schemas.js';
import type { Outcome, Problem, TagFilter, Tagging, TagKind, TagPage } from './service.js';

export const fromTagTypeQuery = ({ account_id, tag_type }: z.output<typeof TagTypeQuery>): TagKind => ({ accountId: account_id, type: tag_type });

export const fromTagsQuery = (query: z.output<typeof TagsQuery>): TagFilter => {
  const { attached_to: attachedTo, attached_only: attachedOnly = false, order_by_name: order, offset, limit } = query;
  return { ...fromTagTypeQuery(query), attachedTo, attachedOnly, order, offset, limit };
};

export const fromTagging = ({ resources, tag_name, tag_names = [] }: z.output<typeof TaggingBody>): Tagging => ({
  crns: [...new Set(resources.map(({ resource_id }) => resource_id))],
  names: [...(tag_name === undefined ? [] : [tag_name]), ...tag_names],
});

const failures: Readonly<Record<Problem, { readonly httpCode: number; readonly code: string; readonly message: string }>> = {
  'resource not found': { httpCode: 404, code: 'RESOURCE_NOT_FOUND', message: 'The resource could not be found.' },
  'tag not found': { httpCode: 404, code: 'TAG_NOT_FOUND', message: 'The tag could not be found. Access tags must be created before they are attached.' },
  'too many tags': { httpCode: 400, code: 'TOO_MANY_TAGS', message: `There can be no more than ${mostTags.user} user or service tags of a resource, and ${mostTags.access} access tags of an account.` },
  'tag exists': { httpCode: 409, code: 'TAG_EXISTS', message: 'The tag exists.' },
  'tag in use': { httpCode: 400, code: 'TAG_IN_USE', message: 'The tag is attached to a resource. Detach it first.' },
};

const failureOf = ({ problem }: Outcome) =>
  problem === undefined ? { is_error: false } : { is_error: true, level: 'error' as const, ...failures[problem] };

export const toTaggingResults = (outcomes: readonly Outcome[]): z.input<typeof TaggingResults> => ({
  results: outcomes.map((outcome) => ({ resource_id: outcome.subject, ...failureOf(outcome) })),
});

export const toCreatedTags = (outcomes: readonly Outcome[]): z.input<typeof CreatedTags> => ({
  results: outcomes.map((outcome) => ({ tag_name: outcome.subject, ...failureOf(outcome) })),
});

/** Where the tag was: in global search and tagging, not in the classic infrastructure. */
export const toDeletedTag = (outcome: Outcome): z.input<typeof DeletedTag> => ({ results: [{ provider: 'ghost', ...failureOf(outcome) }] });

export const toDeletedTags = (outcomes: readonly Outcome[]): z.input<typeof DeletedTags> => ({
  total_count: outcomes.length,
  errors: false,
  items: outcomes.map(({ subject }) => ({ tag_name: subject, is_error: false })),
});

export const toTagList = (
  { tags, total }: TagPage,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): z.input<typeof TagList> => ({ total_count: total, offset, limit, items: tags.map(({ name }) => ({ name })) });
