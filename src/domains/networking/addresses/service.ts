import { parseBlock, usableAddresses } from '../../../core/addresses.js';
import type { Subnet, Vlan } from '../../../generated/prisma/client.js';
import type { AccountScope, AccountTransaction } from '../../accounts/scope.js';
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

/** Gives the ALB the lowest free address of its portable subnet (R51); answers whether one was free. */
export async function leaseAlbAddress(scope: AccountTransaction, subnet: Subnet, vlan: Vlan, albId: string): Promise<boolean> {
  const [address] = await findFreeAddresses(scope, subnet);
  if (address === undefined) return false;
  await repository.insertLeases(scope, subnet, [{ address, side: vlan.side, albId }]);
  return true;
}

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
  const leased = await repository.findLeasedAddresses(scope, subnet.id);
  return usableAddresses(parseBlock(subnet.cidr)).filter((address) => !leased.has(address));
}
