import type { PlatformRoutes } from '../../operations/platform-router.js';
import {
  AttachQuery,
  CreatedTags,
  CreateTags,
  CreateTagsQuery,
  DeletedTag,
  DeletedTags,
  TaggingBody,
  TaggingResults,
  TagList,
  TagParams,
  TagsQuery,
  TagTypeQuery,
} from './schemas.js';
import { attachTags, createAccessTags, detachTags, listTags, removeTag, removeUnusedTags } from './service.js';
import { fromTagging, fromTagsQuery, fromTagTypeQuery, toCreatedTags, toDeletedTag, toDeletedTags, toTaggingResults, toTagList } from './wire.js';

/** Global tagging, for clusters. */
export const taggingRoutes: PlatformRoutes = (router) => {
  router.read(
    'listTags',
    ['GET', '/v3/tags', 200, 'viewer'],
    { summary: 'List the tags of the account or of a cluster', query: TagsQuery, answer: TagList },
    async (scope, { query }) => toTagList(await listTags(scope, fromTagsQuery(query)), query),
  );

  router.change(
    'createTags',
    ['POST', '/v3/tags', 200, 'administrator'],
    { summary: 'Create access tags', query: CreateTagsQuery, body: CreateTags, answer: CreatedTags },
    async (scope, { query, body }) => toCreatedTags(await createAccessTags(scope, fromTagTypeQuery(query), body.tag_names)),
  );

  router.change(
    'attachTags',
    ['POST', '/v3/tags/attach', 200, 'editor'],
    {
      summary: 'Attach tags to clusters',
      description: 'What cannot be tagged has `is_error` in its result; the answer is 200 all the same.',
      query: AttachQuery,
      body: TaggingBody,
      answer: TaggingResults,
    },
    async (scope, { query: { replace = false, update = false, ...query }, body }) =>
      toTaggingResults(await attachTags(scope, fromTagTypeQuery(query), fromTagging(body), { replace, update })),
  );

  router.change(
    'detachTags',
    ['POST', '/v3/tags/detach', 200, 'editor'],
    { summary: 'Detach tags from clusters', query: TagTypeQuery, body: TaggingBody, answer: TaggingResults },
    async (scope, { query, body }) => toTaggingResults(await detachTags(scope, fromTagTypeQuery(query), fromTagging(body))),
  );

  router.change(
    'deleteTag',
    ['DELETE', '/v3/tags/{tag_name}', 200, 'editor'],
    { summary: 'Delete a tag that nothing has', params: TagParams, query: TagTypeQuery, answer: DeletedTag },
    async (scope, { params, query }) => toDeletedTag(await removeTag(scope, fromTagTypeQuery(query), params.tag_name)),
  );

  router.change(
    'deleteUnusedTags',
    ['DELETE', '/v3/tags', 200, 'editor'],
    { summary: 'Delete all tags that nothing has', query: TagTypeQuery, answer: DeletedTags },
    async (scope, { query }) => toDeletedTags(await removeUnusedTags(scope, fromTagTypeQuery(query))),
  );
};
