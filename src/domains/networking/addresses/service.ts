import { parseBlock, usableAddresses } from '../../../core/addresses.js';
import type { Subnet, Vlan } from '../../../generated/prisma/client.js';
import type { AccountScope, AccountTransaction } from '../../accounts/scope.js';
import type { SubnetOnVlan } from '../subnets/repository.js';
import { findPrimarySubnets, orderPrimarySubnet } from '../subnets/service.js';
import * as repository from './repository.js';

export const returnWorkerAddresses = repository.deleteWorkerLeases;

/**
 * Gives each worker an address of the VLAN's primary subnets, the lowest free one first (R33, R34), and has
 * another primary subnet ordered whenever the last is full (R35). Workers are left without an address only
 * when the account's address pool is used up.
 */
export async function leaseWorkerAddresses(scope: AccountTransaction, vlan: Vlan, workerIds: readonly string[]): Promise<void> {
  let waiting = [...workerIds];
  for (const subnet of await findPrimarySubnets(scope, vlan.id)) {
    waiting = await leaseFrom(scope, subnet, vlan, waiting);
  }
  while (waiting.length > 0) {
    const subnet = await orderPrimarySubnet(scope, vlan);
    if (subnet === undefined) return;
    waiting = await leaseFrom(scope, subnet, vlan, waiting);
  }
}

/** An address that is given out. */
export interface LeasedAddress {
  readonly address: string;
  /** Id of the worker or ALB that has it. */
  readonly holder: string;
}

/** The addresses of a subnet that are in use. */
export async function findLeases(scope: AccountScope, subnetId: string): Promise<LeasedAddress[]> {
  const leases = await repository.findLeases(scope, subnetId);
  return leases.map(({ address, albId, workerId }) => ({ address, holder: albId ?? workerId ?? '' }));
}

/** Gives the ALB one free address of a subnet that its cluster has (R51, R234). */
export const leaseAlbAddress = (scope: AccountTransaction, subnet: SubnetOnVlan, albId: string, address: string): Promise<void> =>
  repository.insertLeases(scope, subnet, [{ address, side: subnet.vlan.side, albId }]);

/** R67, R237: the ALB's address is free for others. */
export const returnAlbAddress = (scope: AccountTransaction, albId: string): Promise<void> => repository.deleteLeases(scope, { albId });

/** R63: nothing of the subnet is leased any more, whatever goes on using its addresses. */
export const returnSubnetAddresses = (scope: AccountTransaction, subnetId: string): Promise<void> =>
  repository.deleteLeases(scope, { subnetId });

/** Leases as many addresses as the subnet has free; answers the workers that are still waiting. */
async function leaseFrom(scope: AccountTransaction, subnet: Subnet, vlan: Vlan, waiting: readonly string[]): Promise<string[]> {
  if (waiting.length === 0) return [];
  const free = await findFreeAddresses(scope, subnet);
  const leases = waiting.flatMap((workerId, index) => {
    const address = free[index];
    return address === undefined ? [] : [{ address, side: vlan.side, workerId }];
  });
  if (leases.length > 0) await repository.insertLeases(scope, subnet, leases);
  return waiting.slice(leases.length);
}

async function findFreeAddresses(scope: AccountScope, subnet: Subnet): Promise<string[]> {
  const leased = new Set((await repository.findLeases(scope, subnet.id)).map(({ address }) => address));
  return usableAddresses(parseBlock(subnet.cidr)).filter((address) => !leased.has(address));
}
