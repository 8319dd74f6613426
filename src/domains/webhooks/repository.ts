import { type Cluster, Prisma, type Webhook } from '../../generated/prisma/client.js';
import type { AccountScope, AccountTransaction } from '../accounts/scope.js';

export const findWebhooks = ({ account, database }: AccountScope, clusterId: string): Promise<Webhook[]> =>
  database.webhook.findMany({ where: { accountId: account.id, clusterId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });

export async function insertWebhook(
  { account, database }: AccountTransaction,
  webhook: Omit<Prisma.WebhookUncheckedCreateInput, 'accountId'>,
): Promise<void> {
  await database.webhook.create({ data: { ...webhook, accountId: account.id } });
}

/** The API servers of these clusters run with what is set. */
export async function applyAuditWebhooks({ account, database }: AccountTransaction, clusterIds: readonly string[]): Promise<void> {
  await database.$executeRaw`
    UPDATE clusters SET audit_webhook_in_effect = audit_webhook WHERE account_id = ${account.id} AND id = ANY(${[...clusterIds]})`;
}

/** `null` leaves the cluster without an audit webhook. */
export async function saveAuditWebhook(
  { account, database, now }: AccountTransaction,
  { id }: Pick<Cluster, 'id'>,
  config: Prisma.InputJsonObject | null,
): Promise<void> {
  await database.cluster.updateMany({
    where: { accountId: account.id, id },
    data: { auditWebhook: config ?? Prisma.DbNull, modifiedAt: now },
  });
}
