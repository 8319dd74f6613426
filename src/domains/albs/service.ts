import { arriveIn } from '../../core/lifecycle.js';
import { IksError } from '../../errors/iks-error.js';
import type { Subnet, Vlan } from '../../generated/prisma/client.js';
import type { AccountScope, AccountTransaction } from '../accounts/scope.js';
import { leaseAlbAddress } from '../networking/addresses/service.js';
import { albLifecycle } from './lifecycle.js';
import * as repository from './repository.js';

/** @throws IksError albNotFound */
export async function findAlb(scope: AccountScope, id: string): Promise<repository.AlbWithLease> {
  const alb = await repository.findAlb(scope, id);
  if (alb === null) throw IksError.of('albNotFound');
  return alb;
}

/** The ALBs of a cluster; none before it has portable subnets (R55). */
export const listAlbs = (scope: AccountScope, clusterId: string): Promise<repository.AlbWithLease[]> =>
  repository.findAlbs(scope, { clusterId });

export const findAlbsById = (scope: AccountScope, ids: readonly string[]): Promise<repository.AlbWithLease[]> =>
  repository.findAlbs(scope, { id: { in: [...ids] } });

/** Where an ALB of a zone gets its address from. */
export interface AlbSite {
  readonly clusterId: string;
  readonly zone: string;
  readonly vlan: Vlan;
  readonly subnet: Subnet;
}

/** The default ALB of one side of a zone: the public one enabled with an address, the private one off (R230, R233). */
export async function createDefaultAlb(scope: AccountTransaction, number: number, site: AlbSite): Promise<void> {
  const { clusterId, zone, vlan, subnet } = site;
  const { side } = vlan;
  const enabled = side === 'public';
  const id = `${side}-cr${clusterId}-alb${number}`;
  await repository.insertAlb(scope, {
    id,
    clusterId,
    zone,
    side,
    number,
    vlanId: vlan.id,
    enabled,
    createdAt: scope.now,
    ...arriveIn(albLifecycle, enabled ? 'deploying' : 'disabled', scope.now, scope.account.speed),
  });
  if (enabled) await leaseAlbAddress(scope, subnet, vlan, id);
}

/** The N of the cluster's next pair of ALBs: pairs count in the order of creation (R231). */
export async function nextAlbNumber(scope: AccountScope, clusterId: string): Promise<number> {
  const albs = await listAlbs(scope, clusterId);
  return Math.max(0, ...albs.map(({ number }) => number)) + 1;
}
