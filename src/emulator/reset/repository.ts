import type { AccountScope, AccountTransaction } from '../../domains/accounts/scope.js';
import type { ResourceGroup } from '../../generated/prisma/client.js';

export const findDefaultResourceGroup = ({ account, database }: AccountScope): Promise<ResourceGroup> =>
  database.resourceGroup.findFirstOrThrow({ where: { accountId: account.id, isDefault: true } });

export async function insertResourceGroup({ database }: AccountTransaction, group: ResourceGroup): Promise<void> {
  await database.resourceGroup.create({ data: group });
}
