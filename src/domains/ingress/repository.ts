import type { Prisma, Subdomain } from '../../generated/prisma/client.js';
import type { AccountScope, AccountTransaction } from '../accounts/scope.js';

export const findSubdomain = ({ account, database }: AccountScope, hostname: string): Promise<Subdomain | null> =>
  database.subdomain.findUnique({ where: { accountId_id: { accountId: account.id, id: hostname } } });

export const findSubdomains = ({ account, database }: AccountScope, clusterIds: readonly string[]): Promise<Subdomain[]> =>
  database.subdomain.findMany({
    where: { accountId: account.id, clusterId: { in: [...clusterIds] } },
    orderBy: [{ stateSince: 'asc' }, { id: 'asc' }],
  });

export async function insertSubdomain(
  { account, database }: AccountTransaction,
  subdomain: Omit<Prisma.SubdomainUncheckedCreateInput, 'accountId'>,
): Promise<void> {
  await database.subdomain.create({ data: { ...subdomain, accountId: account.id } });
}
