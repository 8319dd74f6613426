import type { Cluster, TagAttachment } from '../../generated/prisma/client.js';
import type { AccountScope } from '../accounts/scope.js';

export type TaggedCluster = Pick<Cluster, 'accountId' | 'id' | 'name' | 'region' | 'resourceGroupId' | 'createdAt'> & {
  readonly tags: readonly Pick<TagAttachment, 'type' | 'name'>[];
};

/** All clusters of the account, oldest first, each with its tags in the order of their names. */
export const findTaggedClusters = ({ account, database }: AccountScope): Promise<TaggedCluster[]> =>
  database.cluster.findMany({
    where: { accountId: account.id },
    select: {
      accountId: true,
      id: true,
      name: true,
      region: true,
      resourceGroupId: true,
      createdAt: true,
      tags: { select: { type: true, name: true }, orderBy: { name: 'asc' } },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
