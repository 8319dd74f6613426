import type { Prisma, Subnet } from '../../../generated/prisma/client.js';
import type { AccountScope, AccountTransaction } from '../../accounts/scope.js';

export type NewLease = Omit<Prisma.LeaseCreateManyInput, 'accountId' | 'subnetCidr' | 'subnetId'>;

export async function findLeasedAddresses({ account, database }: AccountScope, subnetId: string): Promise<Set<string>> {
  const leases = await database.lease.findMany({ where: { accountId: account.id, subnetId }, select: { address: true } });
  return new Set(leases.map(({ address }) => address));
}

export async function insertLeases(
  { account, database }: AccountTransaction,
  subnet: Subnet,
  leases: readonly NewLease[],
): Promise<void> {
  const common = { accountId: account.id, subnetId: subnet.id, subnetCidr: subnet.cidr };
  await database.lease.createMany({ data: leases.map((lease) => ({ ...lease, ...common })) });
}

export async function deleteWorkerLeases({ account, database }: AccountTransaction, workerIds: readonly string[]): Promise<void> {
  await database.lease.deleteMany({ where: { accountId: account.id, workerId: { in: [...workerIds] } } });
}
