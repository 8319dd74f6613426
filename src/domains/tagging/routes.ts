import type { PlatformRoutes } from '../../operations/platform-router.js';
import { requireOwnAccount } from '../platform/own-account.js';
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
import { toCreatedTags, toDeletedTag, toDeletedTags, toTaggingResults, toTagList } from './wire.js';

/** Global tagging, for clusters. */
export const taggingRoutes: PlatformRoutes = (router) => {
  router.read(
    'listTags',
    ['GET', '/v3/tags', 200, 'viewer'],
    { summary: 'List the tags of the account or of a cluster', query: TagsQuery, answer: TagList },
    async (scope, { query }) => {
      requireOwnAccount(scope, query.account_id);
      const { tag_type: type, attached_to: attachedTo, attached_only: attachedOnly = false, order_by_name: order, offset, limit } = query;
      return toTagList(await listTags(scope, { type, attachedTo, attachedOnly, order, offset, limit }), query);
    },
  );

  router.change(
    'createTags',
    ['POST', '/v3/tags', 200, 'administrator'],
    { summary: 'Create access tags', query: CreateTagsQuery, body: CreateTags, answer: CreatedTags },
    async (scope, { query, body }) => {
      requireOwnAccount(scope, query.account_id);
      return toCreatedTags(await createAccessTags(scope, body.tag_names));
    },
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
    async (scope, { query: { account_id: accountId, tag_type: type, replace = false, update = false }, body }) => {
      requireOwnAccount(scope, accountId);
      return toTaggingResults(await attachTags(scope, type, body, { replace, update }));
    },
  );

  router.change(
    'detachTags',
    ['POST', '/v3/tags/detach', 200, 'editor'],
    { summary: 'Detach tags from clusters', query: TagTypeQuery, body: TaggingBody, answer: TaggingResults },
    async (scope, { query, body }) => {
      requireOwnAccount(scope, query.account_id);
      return toTaggingResults(await detachTags(scope, query.tag_type, body));
    },
  );

  router.change(
    'deleteTag',
    ['DELETE', '/v3/tags/{tag_name}', 200, 'editor'],
    { summary: 'Delete a tag that nothing has', params: TagParams, query: TagTypeQuery, answer: DeletedTag },
    async (scope, { params, query }) => {
      requireOwnAccount(scope, query.account_id);
      return toDeletedTag(await removeTag(scope, query.tag_type, params.tag_name));
    },
  );

  router.change(
    'deleteUnusedTags',
    ['DELETE', '/v3/tags', 200, 'editor'],
    { summary: 'Delete all tags that nothing has', query: TagTypeQuery, answer: DeletedTags },
    async (scope, { query }) => {
      requireOwnAccount(scope, query.account_id);
      return toDeletedTags(await removeUnusedTags(scope, query.tag_type));
    },
  );
};
