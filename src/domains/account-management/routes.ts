import type { PlatformRoutes } from '../../operations/platform-router.js';
import { findOwnAccount } from '../platform/own-account.js';
import { AccountDetails, AccountList, AccountParams } from './schemas.js';
import { toAccountDetails, toAccountList } from './wire.js';

/** Account management: a caller sees the one account it speaks for. */
export const accountManagementRoutes: PlatformRoutes = (router) => {
  router.read(
    'listOwnAccounts',
    ['GET', '/coe/v2/accounts', 200, 'none'],
    { summary: "List the caller's accounts, of which there is one", answer: AccountList },
    ({ account }) => Promise.resolve(toAccountList(account)),
  );

  router.read(
    'getOwnAccount',
    ['GET', '/coe/v2/accounts/{id}', 200, 'none'],
    { summary: "Read the caller's account", params: AccountParams, answer: AccountDetails },
    (scope, { params }) => Promise.resolve(toAccountDetails(findOwnAccount(scope, params.id))),
  );
};
