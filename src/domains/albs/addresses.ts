import { parseBlock, usableAddresses } from '../../core/addresses.js';
import type { Alb } from '../../generated/prisma/client.js';
import type { AccountScope } from '../accounts/scope.js';
import { findLeases } from '../networking/addresses/service.js';
import { findClusterSubnets } from '../networking/subnets/service.js';
import { type AddressWish, hadNoAddress, isDefault, lowestFree, pickAddress, type UsableAddress } from './rules.js';
import { listAlbs } from './service.js';

type Place = Pick<Alb, 'id' | 'clusterId' | 'vlanId' | 'zone'>;

/**
 * The address that the ALB is to have.
 * @throws IksError as {@link pickAddress}
 */
export async function chooseAddress(scope: AccountScope, alb: Place, wish: AddressWish): Promise<UsableAddress> {
  return pickAddress(await findUsableAddresses(scope, alb), wish, alb);
}

/** The address that an ALB without a wish would get, if any is free. */
export const findLowestFree = async (scope: AccountScope, alb: Place): Promise<UsableAddress | undefined> =>
  lowestFree(await findUsableAddresses(scope, alb));

/** The addresses of the cluster's subnets on the ALB's VLAN, in the order in which they would be taken. */
async function findUsableAddresses(scope: AccountScope, alb: Place): Promise<UsableAddress[]> {
  const subnets = (await findClusterSubnets(scope, [alb.clusterId])).filter(({ vlanId }) => vlanId === alb.vlanId);
  const setAsideFor = await findWaitingDefault(scope, alb);
  const usable: UsableAddress[] = [];
  for (const subnet of subnets) {
    const holders = new Map((await findLeases(scope, subnet.id)).map(({ address, holder }) => [address, holder]));
    const all = usableAddresses(parseBlock(subnet.cidr));
    usable.push(...all.map((address) => ({ address, subnet, holder: holders.get(address) })));
  }
  const setAside = usable.find(({ subnet }) => subnet.kind === 'portable');
  if (setAsideFor === undefined) return usable;
  return usable.map((one) => (one === setAside ? { ...one, holder: one.holder ?? `${setAsideFor}, for which it is kept` } : one));
}

/** The default ALB on the same VLAN, if it is another one and has not had its address yet (R51). */
async function findWaitingDefault(scope: AccountScope, { id, clusterId, vlanId }: Place): Promise<string | undefined> {
  const albs = await listAlbs(scope, clusterId);
  return albs.find((alb) => alb.vlanId === vlanId && alb.id !== id && hadNoAddress(alb) && isDefault(alb, albs))?.id;
}
