import { z } from 'zod';

const USUAL_LIMIT = 10;
const MOST = 1_000;
const LONGEST_QUERY = 4_000;

const account = '4f1c0d7a9b2e63858d0f4a1b7c92e6d3';
const crn = `crn:v1:bluemix:public:containers-kubernetes:us-south:a/${account}:c9t2m4ld0k7q1e5v8ub0::`;

const limit = z.coerce.number().int().min(1).max(MOST).default(USUAL_LIMIT);

const query = z.string().max(LONGEST_QUERY).default('*').meta({
  description: "Lucene's language: `crn:\"crn:v1:…\"`, `type:k8-cluster AND region:us-south`, `name:shop* NOT tags:old`.",
});

const fields = z.array(z.string()).max(MOST).optional().meta({
  description: 'Properties to answer beside `crn` and the tags, or `*` for all; account_id, name, type and family when absent.',
});

export const SearchQuery = z.object({
  account_id: z.string().optional(),
  limit,
  sort: z.string().optional().meta({ description: 'Names of properties, separated by commas.' }),
});

export const SearchBody = z
  .object({ query, fields, search_cursor: z.string().max(LONGEST_QUERY).optional().meta({ description: 'Of the answer before, for the next batch.' }) })
  .meta({ id: 'SearchRequest', examples: [{ query: 'type:k8-cluster AND region:us-south', fields: ['name', 'tags'] }] });

export const TokenSearchBody = z
  .object({ query, fields, token: z.string().max(LONGEST_QUERY).optional().meta({ description: 'Of the answer before, for the next batch.' }) })
  .meta({ id: 'TokenSearchRequest', examples: [{ query: `crn:"${crn}"`, fields: ['tags'] }] });

export const TokenSearchQuery = SearchQuery.omit({ sort: true });

const item = z
  .looseObject({ crn: z.string(), tags: z.array(z.string()), access_tags: z.array(z.string()), service_tags: z.array(z.string()) })
  .meta({ id: 'SearchItem', examples: [{ crn, name: 'shop', tags: ['env:test'], access_tags: [], service_tags: [] }] });

export const SearchAnswer = z
  .object({
    items: z.array(item).meta({ description: 'Empty when there is no more.' }),
    limit: z.int(),
    search_cursor: z.string().optional(),
  })
  .meta({ id: 'SearchResult', examples: [{ items: [{ crn, name: 'shop', tags: ['env:test'], access_tags: [], service_tags: [] }], limit: 10, search_cursor: 'eyJzb3J0IjpbXX0' }] });

export const TokenSearchAnswer = z
  .object({
    items: z.array(item),
    more_data: z.boolean(),
    token: z.string(),
    filter_error: z.literal(false),
    partial_data: z.literal(0),
  })
  .meta({ id: 'TokenSearchResult', examples: [{ items: [], more_data: false, token: '', filter_error: false, partial_data: 0 }] });

