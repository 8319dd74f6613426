import { IksError, refuseRequest } from '../../errors/iks-error.js';
import type { Alb, Cluster } from '../../generated/prisma/client.js';
import type { SubnetOnVlan } from '../networking/subnets/repository.js';
import { NEWEST_BUILD, OFFERED_BUILDS } from './builds.js';

/** How many free addresses a refusal names. */
const NAMED_IN_REFUSAL = 8;

/** An address that an ALB could have by its VLAN, and who has it instead, if anybody. */
export interface UsableAddress {
  readonly address: string;
  readonly subnet: SubnetOnVlan;
  readonly holder: string | undefined;
}

/** What address an ALB is to have: one that the caller names, or else the one that it had before. */
export interface AddressWish {
  readonly named: string | undefined;
  readonly former: string | null;
}

/**
 * The address of an ALB that is enabled (R234 to R237): the wished one, or the lowest free one of a portable
 * subnet.
 * @throws IksError invalidRequest for a named address of no subnet of the VLAN, heldByAnother when the wished
 *   one is taken, both telling which are free, and noPortableSubnet when no address is free
 */
export function pickAddress(
  usable: readonly UsableAddress[],
  { named, former }: AddressWish,
  { vlanId, zone }: Pick<Alb, 'vlanId' | 'zone'>,
): UsableAddress {
  const wished = usable.find(({ address }) => address === (named ?? former));
  const free = usable.filter(({ holder }) => holder === undefined);
  if (wished?.holder !== undefined) {
    throw IksError.of('heldByAnother', `The address ${wished.address}`, `${wished.holder}; ${listFree(free, vlanId)}`);
  }
  if (wished !== undefined) return wished;
  if (named !== undefined) {
    refuseRequest(`${named} is no usable address of the cluster's subnets on VLAN ${vlanId}; ${listFree(free, vlanId)}`);
  }
  const lowest = lowestFree(usable);
  if (lowest === undefined) throw IksError.of('noPortableSubnet', vlanId, zone);
  return lowest;
}

/** What an ALB without a wish gets: user-managed subnets give only what is named. */
export const lowestFree = (usable: readonly UsableAddress[]): UsableAddress | undefined =>
  usable.find(({ holder, subnet }) => holder === undefined && subnet.kind === 'portable');

function listFree(free: readonly UsableAddress[], vlanId: string): string {
  if (free.length === 0) return `no address is free on VLAN ${vlanId}`;
  const first = free.slice(0, NAMED_IN_REFUSAL).map(({ address }) => address);
  const more = free.length > first.length ? ` and ${free.length - first.length} more` : '';
  return `free on VLAN ${vlanId} are ${first.join(', ')}${more}`;
}

/** The N of the cluster's next ALB or pair of ALBs: the highest one and 1 (R231, R241). */
export const nextNumber = (albs: readonly Pick<Alb, 'number'>[]): number => Math.max(0, ...albs.map(({ number }) => number)) + 1;

type NumberedAlb = Pick<Alb, 'zone' | 'side' | 'number'>;

/** The default ALB among those of one zone and side: the first that was made there (R231). */
export const isDefault = (alb: NumberedAlb, albs: readonly NumberedAlb[]): boolean =>
  albs.every(({ zone, side, number }) => zone !== alb.zone || side !== alb.side || number >= alb.number);

/** Whether the ALB has no address to come back to, so that the one of a default ALB is kept for it (R51). */
export const hadNoAddress = ({ lastAddress }: Pick<Alb, 'lastAddress'>): boolean => lastAddress === null;

/**
 * The build of an ALB that is enabled or made (R242, R243). While auto update is on it is the newest; while it
 * is off, the one that is named, or else the one that the ALB had.
 * @throws IksError invalidRequest for a build that is not offered, or another than the newest while auto
 *   update is on
 */
export function chooseBuild(named: string | undefined, current: string, { albAutoUpdate }: Pick<Cluster, 'albAutoUpdate'>): string {
  if (named !== undefined && !OFFERED_BUILDS.includes(named)) {
    refuseRequest(`the ALB build ${named} is not offered; it must be one of: ${OFFERED_BUILDS.join(', ')}`);
  }
  if (named !== undefined && named !== NEWEST_BUILD && albAutoUpdate) {
    refuseRequest(`the ALB build must be ${NEWEST_BUILD} while auto update is on; switch it off with PUT /v1/alb/clusters/{cluster}/updatepolicy first`);
  }
  if (albAutoUpdate) return NEWEST_BUILD;
  return named ?? (current === '' ? NEWEST_BUILD : current);
}

/** The columns of an ALB that changes to a build, with what a rollback would go back to. */
export const changeBuild = ({ build, previousBuild }: Pick<Alb, 'build' | 'previousBuild'>, next: string): Pick<Alb, 'build' | 'previousBuild'> => ({
  build: next,
  previousBuild: build === next ? previousBuild : build,
});
