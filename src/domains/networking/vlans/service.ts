import { IksError, refuseRequest } from '../../../errors/iks-error.js';
import type { Vlan, WorkerPoolZone } from '../../../generated/prisma/client.js';
import type { NetworkSide } from '../../../generated/prisma/enums.js';
import type { AccountScope, AccountTransaction } from '../../accounts/scope.js';
import { classicZoneIds, findClassicZone, zonesMatching } from '../../catalog/zones.js';
import * as repository from './repository.js';
import { freshRouter, planVlans, readRouter, type VlanChoice, type VlanPlan, type VlanRequest } from './rules.js';

/** The VLANs that workers in a zone are on. */
export interface WorkerVlans {
  readonly privateVlan: repository.WorkerVlan;
  readonly publicVlan: repository.WorkerVlan | undefined;
}

/** The VLANs as a zone of a pool names them. */
export const vlanIdsOf = ({ privateVlan, publicVlan }: WorkerVlans): Pick<WorkerPoolZone, 'privateVlanId' | 'publicVlanId'> => ({
  privateVlanId: privateVlan.id,
  publicVlanId: publicVlan?.id ?? null,
});

/**
 * The account's VLANs of a zone.
 * @throws IksError zoneNotFound
 */
export async function listVlans(scope: AccountScope, zone: string): Promise<repository.VlanWithSubnetCount[]> {
  if (findClassicZone(zone) === undefined) throw IksError.of('zoneNotFound', zone);
  return repository.addSubnetCounts(scope, await repository.findOwnVlans(scope, [zone]));
}

export const findVlans = repository.findVlans;
export const addSubnetCounts = repository.addSubnetCounts;
export const findAttachments = repository.findAttachments;
export const findVlansWithWorkers = repository.findVlansWithWorkers;
export const removeUnusedVlans = repository.deleteUnusedVlans;

/** How many subnets the fullest VLAN of a region has (R54). */
export const countSubnetsOfFullestVlan = (scope: AccountScope, region: string): Promise<number> =>
  repository.countSubnetsOfFullestVlan(scope, zonesMatching(region));

/** The VLANs that the cluster's workers are on, or that its pools make workers on. */
export async function findAttachedVlans(scope: AccountScope, clusterId: string): Promise<Vlan[]> {
  const attachments = await repository.findAttachments(scope, [clusterId]);
  return repository.findVlans(scope, attachments.map(({ vlanId }) => vlanId));
}

/**
 * Orders a VLAN as a user does, behind the given router or behind one that the account has nothing behind yet.
 * @throws IksError invalidRequest when the zone is unknown or the router does not fit zone and side
 */
export async function orderVlan(
  scope: AccountTransaction,
  order: { readonly zone: string; readonly side: NetworkSide; readonly router?: string | undefined },
): Promise<repository.VlanWithSubnetCount> {
  const { zone, side } = order;
  if (findClassicZone(zone) === undefined) {
    refuseRequest(`zone '${zone}' is not a classic zone; it must be one of: ${classicZoneIds().join(', ')}`);
  }
  const inZone = await repository.findWorkerVlans(scope, zone);
  const router = order.router === undefined ? freshRouter(zone, inZone) : readRouter(order.router, zone, side);
  const vlan = await insertVlan(scope, { zone, side, router, automatic: false, providerOwned: false });
  return { ...vlan, subnetCount: 0 };
}

/**
 * Checks which VLANs workers in the zone would be on, and writes nothing.
 * @throws IksError as {@link planVlans}
 */
export async function planWorkerVlans(scope: AccountScope, zone: string, request: VlanRequest): Promise<VlanPlan> {
  return planVlans(request, await repository.findWorkerVlans(scope, zone), zone, scope.account.vlanPolicy);
}

/** Makes the VLANs that the plan lacks, a new pair behind matching routers (R1, R2). */
export async function realiseVlans(scope: AccountTransaction, zone: string, plan: VlanPlan): Promise<WorkerVlans> {
  const { providerOwned = false } = plan;
  const privateVlan = await realise(scope, { zone, side: 'private', providerOwned }, plan.private, undefined);
  if (plan.public === undefined) return { privateVlan, publicVlan: undefined };
  const publicVlan = await realise(scope, { zone, side: 'public', providerOwned }, plan.public, privateVlan.router);
  return { privateVlan, publicVlan };
}

async function realise(
  scope: AccountTransaction,
  vlan: Pick<Vlan, 'zone' | 'side' | 'providerOwned'>,
  choice: VlanChoice,
  partnersRouter: string | undefined,
): Promise<repository.WorkerVlan> {
  if ('existing' in choice) return choice.existing;
  const router = choice.makeBehind ?? partnersRouter ?? `0${scope.ids.between(1, 3)}a.${vlan.zone}`;
  // The account has one pair of its own behind a router; the provider's pairs are beside it.
  const made = await insertVlan(scope, { ...vlan, router, automatic: !vlan.providerOwned });
  return { ...made, hasPrimarySubnet: false };
}

function insertVlan(scope: AccountTransaction, vlan: Pick<Vlan, 'zone' | 'side' | 'router' | 'automatic' | 'providerOwned'>): Promise<Vlan> {
  const number = 800 + (scope.ids.next() % 3200);
  return repository.insertVlan(scope, { ...vlan, id: scope.ids.infrastructureId(), number, createdAt: scope.now });
}
