import { IksError } from '../../../errors/iks-error.js';
import type { Vlan } from '../../../generated/prisma/client.js';
import type { NetworkSide } from '../../../generated/prisma/enums.js';
import type { AccountScope, AccountTransaction } from '../../accounts/scope.js';
import { findClassicZone } from '../../catalog/zones.js';
import * as repository from './repository.js';
import { planVlans, type VlanChoice, type VlanPlan, type VlanRequest } from './rules.js';

/** The VLANs that workers in a zone are on. */
export interface WorkerVlans {
  readonly privateVlan: Vlan;
  readonly publicVlan: Vlan | undefined;
}

/**
 * The account's VLANs of a zone.
 * @throws IksError zoneNotFound
 */
export function listVlans(scope: AccountScope, zone: string): Promise<repository.VlanWithSubnetCount[]> {
  if (findClassicZone(zone) === undefined) throw IksError.of('zoneNotFound', zone);
  return repository.findVlansInZone(scope, zone);
}

export const findVlans = repository.findVlans;
export const removeUnusedVlans = repository.deleteUnusedVlans;

/**
 * Checks which VLANs workers in the zone would be on, and writes nothing.
 * @throws IksError as {@link planVlans}
 */
export async function planWorkerVlans(scope: AccountScope, zone: string, request: VlanRequest): Promise<VlanPlan> {
  return planVlans(request, await repository.findVlansInZone(scope, zone), zone, scope.account.vlanPolicy);
}

/** Makes the VLANs that the plan lacks, a new pair behind matching routers (R1, R2). */
export async function realiseVlans(scope: AccountTransaction, zone: string, plan: VlanPlan): Promise<WorkerVlans> {
  const privateVlan = await realise(scope, zone, 'private', plan.private, undefined);
  if (plan.public === undefined) return { privateVlan, publicVlan: undefined };
  return { privateVlan, publicVlan: await realise(scope, zone, 'public', plan.public, privateVlan.router) };
}

async function realise(
  scope: AccountTransaction,
  zone: string,
  side: NetworkSide,
  choice: VlanChoice,
  partnersRouter: string | undefined,
): Promise<Vlan> {
  if ('existing' in choice) return choice.existing;
  const router = choice.makeBehind ?? partnersRouter ?? `0${scope.ids.between(1, 3)}a.${zone}`;
  const number = 800 + (scope.ids.next() % 3200);
  return repository.insertVlan(scope, {
    id: scope.ids.infrastructureId(),
    zone,
    side,
    number,
    router,
    automatic: true,
    createdAt: scope.now,
  });
}
