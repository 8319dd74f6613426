import type { WorkerPoolZone } from '../../../generated/prisma/client.js';
import type { AccountTransaction } from '../../accounts/scope.js';

type PoolZone = Omit<WorkerPoolZone, 'accountId'>;

export const insertZone = ({ account, database }: AccountTransaction, zone: PoolZone): Promise<WorkerPoolZone> =>
  database.workerPoolZone.create({ data: { ...zone, accountId: account.id } });

export async function updateZone(
  { account, database }: AccountTransaction,
  { poolId, zone, privateVlanId, publicVlanId }: PoolZone,
): Promise<void> {
  await database.workerPoolZone.update({
    where: { accountId_poolId_zone: { accountId: account.id, poolId, zone } },
    data: { privateVlanId, publicVlanId },
  });
}

/** Takes a zone out of a pool, or all of them where none is named. */
export async function deleteZones({ account, database }: AccountTransaction, poolId: string, zone?: string): Promise<void> {
  await database.workerPoolZone.deleteMany({ where: { accountId: account.id, poolId, ...(zone !== undefined && { zone }) } });
}
