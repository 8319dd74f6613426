import type { z } from 'zod';
import type { Account } from '../../generated/prisma/client.js';
import { userOf } from '../accounts/user.js';
import { type AccountDetails, type AccountList, sameForAll } from './schemas.js';

export function toAccountDetails(account: Account): z.input<typeof AccountDetails> {
  const owner = userOf(account.id);
  const createdAt = account.createdAt.toISOString();
  return {
    metadata: { guid: account.id, url: `/coe/v2/accounts/${account.id}`, created_at: createdAt, updated_at: createdAt },
    entity: {
      name: account.name,
      ...sameForAll,
      owner: owner.identifier,
      owner_userid: owner.email,
      owner_unique_id: owner.identifier,
      owner_iam_id: owner.iamId,
    },
  };
}

/** The one account that a caller speaks for. */
export const toAccountList = (account: Account): z.input<typeof AccountList> => ({
  next_url: null,
  total_results: 1,
  resources: [toAccountDetails(account)],
});
