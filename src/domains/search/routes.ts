import type { PlatformRoutes } from '../../operations/platform-router.js';
import { SearchAnswer, SearchBody, SearchQuery, TokenSearchAnswer, TokenSearchBody, TokenSearchQuery } from './schemas.js';
import { searchResources } from './service.js';
import { toSearchAnswer, toTokenSearchAnswer } from './wire.js';

/** Global search, over the clusters of the caller's account. */
export const searchRoutes: PlatformRoutes = (router) => {
  router.read(
    'searchResources',
    ['POST', '/v3/resources/search', 200, 'viewer'],
    { summary: 'Search for clusters and their tags', query: SearchQuery, body: SearchBody, answer: SearchAnswer },
    async (scope, { query: { account_id: accountId, limit, sort }, body: { query, fields, search_cursor: cursor } }) =>
      toSearchAnswer(await searchResources(scope, { query, accountId, sort, limit, cursor }), { fields, limit }),
  );

  router.read(
    'searchResourcesByToken',
    ['POST', '/v2/resources/search', 200, 'viewer'],
    {
      summary: 'Search as bluemix-go does it',
      description: 'The same as POST /v3/resources/search with other names.',
      query: TokenSearchQuery,
      body: TokenSearchBody,
      answer: TokenSearchAnswer,
    },
    async (scope, { query: { account_id: accountId, limit }, body: { query, fields, token: cursor } }) =>
      toTokenSearchAnswer(await searchResources(scope, { query, accountId, sort: undefined, limit, cursor }), { fields }),
  );
};
