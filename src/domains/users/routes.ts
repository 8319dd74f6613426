import type { PlatformRoutes } from '../../operations/platform-router.js';
import { UserList, UserParams, UserProfile, UsersParams, UsersQuery } from './schemas.js';
import { getUser, listUsers } from './service.js';
import { toUserList, toUserProfile } from './wire.js';

/** User management, for reading. */
export const userRoutes: PlatformRoutes = (router) => {
  router.read(
    'listUsers',
    ['GET', '/v2/accounts/{account_id}/users', 200, 'viewer'],
    { summary: 'List the users of the account', params: UsersParams, query: UsersQuery, answer: UserList },
    async (scope, { params, query }) => {
      const { user_id: email, search, limit, _start: start } = query;
      return toUserList(scope.account, await listUsers(scope, params.account_id, { email, search, limit, start }));
    },
  );

  router.read(
    'getUserProfile',
    ['GET', '/v2/accounts/{account_id}/users/{iam_id}', 200, 'viewer'],
    { summary: 'Read the profile of a user', params: UserParams, answer: UserProfile },
    async (scope, { params }) => toUserProfile(scope.account, await getUser(scope, params.account_id, params.iam_id)),
  );
};
