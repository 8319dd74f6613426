import type { z } from 'zod';
import type { Resource } from './resource.js';
import type { SearchAnswer, TokenSearchAnswer } from './schemas.js';
import type { SearchResult } from './service.js';

const USUAL_FIELDS: readonly string[] = ['account_id', 'name', 'type', 'family'];

/** Clients that read tags stop working on an item without them, so they are on all items, asked for or not. */
const ALWAYS: readonly string[] = ['crn', 'tags', 'access_tags', 'service_tags'];

function toItem(resource: Resource, fields: readonly string[]): z.input<typeof SearchAnswer>['items'][number] {
  const { crn, tags, access_tags, service_tags } = resource;
  const asked = Object.entries(resource).filter(([name]) => !ALWAYS.includes(name) && (fields.includes('*') || fields.includes(name)));
  return { ...Object.fromEntries(asked), crn, tags, access_tags, service_tags };
}

export const toSearchAnswer = (
  { resources, cursor }: SearchResult,
  { fields = USUAL_FIELDS, limit }: { readonly fields?: readonly string[] | undefined; readonly limit: number },
): z.input<typeof SearchAnswer> => ({
  items: resources.map((resource) => toItem(resource, fields)),
  limit,
  ...(cursor !== undefined && { search_cursor: cursor }),
});

export const toTokenSearchAnswer = (
  { resources, cursor = '', hasMore }: SearchResult,
  { fields = USUAL_FIELDS }: { readonly fields?: readonly string[] | undefined },
): z.input<typeof TokenSearchAnswer> => ({
  items: resources.map((resource) => toItem(resource, fields)),
  more_data: hasMore,
  token: cursor,
  filter_error: false,
  partial_data: 0,
});
