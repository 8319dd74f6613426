import type { Prisma, Vlan } from '../../../generated/prisma/client.js';
import type { AccountScope, AccountTransaction } from '../../accounts/scope.js';

export type VlanWithSubnetCount = Prisma.VlanGetPayload<{ include: { _count: { select: { subnets: true } } } }>;

export const findVlansInZone = ({ account, database }: AccountScope, zone: string): Promise<VlanWithSubnetCount[]> =>
  database.vlan.findMany({
    where: { accountId: account.id, zone },
    include: { _count: { select: { subnets: true } } },
    orderBy: { id: 'asc' },
  });

export const findVlans = ({ account, database }: AccountScope, ids: readonly string[]): Promise<VlanWithSubnetCount[]> =>
  database.vlan.findMany({
    where: { accountId: account.id, id: { in: [...ids] } },
    include: { _count: { select: { subnets: true } } },
    orderBy: { id: 'asc' },
  });

export const insertVlan = (
  { account, database }: AccountTransaction,
  vlan: Omit<Prisma.VlanUncheckedCreateInput, 'accountId'>,
): Promise<Vlan> => database.vlan.create({ data: { ...vlan, accountId: account.id } });

/** Of the given VLANs, removes those that no pool and no cluster's subnet uses any more, with their subnets. */
export async function deleteUnusedVlans({ account, database }: AccountTransaction, ids: readonly string[]): Promise<void> {
  await database.vlan.deleteMany({
    where: {
      accountId: account.id,
      id: { in: [...ids] },
      privatePoolZones: { none: {} },
      publicPoolZones: { none: {} },
      privateWorkers: { none: {} },
      publicWorkers: { none: {} },
      albs: { none: {} },
      subnets: { none: { kind: 'portable' } },
    },
  });
}
