import { arriveIn } from '../../core/lifecycle.js';
import { IksError } from '../../errors/iks-error.js';
import type { Alb } from '../../generated/prisma/client.js';
import type { NetworkSide } from '../../generated/prisma/enums.js';
import type { AccountScope, AccountTransaction } from '../accounts/scope.js';
import { leaseAlbAddress } from '../networking/addresses/service.js';
import { albLifecycle } from './lifecycle.js';
import * as repository from './repository.js';
import type { UsableAddress } from './rules.js';

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

/** R231. */
export const albIdOf = (side: NetworkSide, clusterId: string, number: number): string => `${side}-cr${clusterId}-alb${number}`;

/** What an ALB is made of; its address is leased if it is enabled, and otherwise kept in mind. */
export interface NewAlb extends Pick<Alb, 'id' | 'clusterId' | 'zone' | 'vlanId' | 'side' | 'number' | 'build' | 'enabled'> {
  readonly nlbVersion?: string;
  readonly address: UsableAddress | undefined;
}

export async function addAlb(scope: AccountTransaction, { address, ...alb }: NewAlb): Promise<void> {
  await repository.insertAlb(scope, {
    ...alb,
    lastAddress: address?.address ?? null,
    createdAt: scope.now,
    ...arriveIn(albLifecycle, alb.enabled ? 'deploying' : 'disabled', scope.now, scope.account.speed),
  });
  if (alb.enabled && address !== undefined) await leaseAlbAddress(scope, address.subnet, alb.id, address.address);
}

/** R240: the ALBs of a zone go with their addresses once the cluster has left it. */
export const removeZoneAlbs = repository.deleteAlbs;
