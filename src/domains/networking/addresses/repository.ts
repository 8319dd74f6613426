import type { Lease, Prisma, Subnet } from '../../../generated/prisma/client.js';
import type { AccountScope, AccountTransaction } from '../../accounts/scope.js';

export type NewLease = Omit<Prisma.LeaseCreateManyInput, 'accountId' | 'subnetCidr' | 'subnetId'>;

export const findLeases = ({ account, database }: AccountScope, subnetId: string): Promise<Lease[]> =>
  database.lease.findMany({ where: { accountId: account.id, subnetId }, orderBy: { address: 'asc' } });

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

/** Ends the lease of an ALB, or all of a subnet. */
export async function deleteLeases(
  { account, database }: AccountTransaction,
  of: { readonly albId: string } | { readonly subnetId: string },
): Promise<void> {
  await database.lease.deleteMany({ where: { ...of, accountId: account.id } });
}
