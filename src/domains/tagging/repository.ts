import type { Prisma, Tag, TagAttachment } from '../../generated/prisma/client.js';
import type { TagType } from '../../generated/prisma/enums.js';
import type { AccountScope, AccountTransaction } from '../accounts/scope.js';

/** Tags by name, from a to z unless turned round. */
export const findTags = (
  { account, database }: AccountScope,
  where: Pick<Prisma.TagWhereInput, 'type' | 'name' | 'attachments'>,
  order: 'asc' | 'desc' = 'asc',
): Promise<Tag[]> => database.tag.findMany({ where: { ...where, accountId: account.id }, orderBy: { name: order } });

export const countTags = ({ account, database }: AccountScope, type: TagType): Promise<number> =>
  database.tag.count({ where: { accountId: account.id, type } });

export const findAttachments = ({ account, database }: AccountScope, type: TagType, clusterIds: readonly string[]): Promise<TagAttachment[]> =>
  database.tagAttachment.findMany({ where: { accountId: account.id, type, clusterId: { in: [...clusterIds] } } });

/** Tags that exist are left alone. */
export async function insertTags({ account, database, now }: AccountTransaction, type: TagType, names: readonly string[]): Promise<void> {
  await database.tag.createMany({
    data: names.map((name) => ({ accountId: account.id, type, name, createdAt: now })),
    skipDuplicates: true,
  });
}

export async function insertAttachments(
  { account, database }: AccountTransaction,
  type: TagType,
  clusterId: string,
  names: readonly string[],
): Promise<void> {
  await database.tagAttachment.createMany({ data: names.map((name) => ({ accountId: account.id, clusterId, type, name })), skipDuplicates: true });
}

export async function deleteAttachments(
  { account, database }: AccountTransaction,
  type: TagType,
  clusterId: string,
  names: readonly string[],
): Promise<void> {
  await database.tagAttachment.deleteMany({ where: { accountId: account.id, type, clusterId, name: { in: [...names] } } });
}

export async function deleteTags({ account, database }: AccountTransaction, type: TagType, names: readonly string[]): Promise<void> {
  await database.tag.deleteMany({ where: { accountId: account.id, type, name: { in: [...names] } } });
}
