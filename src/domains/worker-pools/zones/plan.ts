import { refuseRequest } from '../../../errors/iks-error.js';
import type { Cluster } from '../../../generated/prisma/client.js';
import type { AccountScope, AccountTransaction } from '../../accounts/scope.js';
import type { VlanPlan } from '../../networking/vlans/rules.js';
import { planWorkerVlans } from '../../networking/vlans/service.js';
import { ensureZoneNetwork, prepareVlans } from '../../networking/zone-networks/service.js';
import { requireOffered } from '../machines.js';
import { requireZoneInReach } from '../rules.js';
import type { NewPoolZone } from '../service.js';

/** A zone that a caller wants a pool in, and the VLANs for its workers where they are named. */
export interface ZoneRequest {
  readonly id: string;
  readonly publicVlan?: string | undefined;
  readonly privateVlan?: string | undefined;
}

/** A zone that has passed every check; nothing is written yet. */
export interface ZonePlan {
  readonly zone: string;
  readonly vlans: VlanPlan;
}

/**
 * Checks whether a pool of the flavor can have workers in a zone (R92, R189, R190). `privateOnly` says what
 * becomes of a request that names no VLAN at all.
 * @throws IksError invalidRequest, missingFields, deprecatedFlavor
 */
export async function planZone(
  scope: AccountScope,
  cluster: Pick<Cluster, 'zone' | 'type'>,
  pool: { readonly flavor: string; readonly privateOnly: boolean },
  { id: zone, publicVlan, privateVlan }: ZoneRequest,
  field: string,
): Promise<ZonePlan> {
  requireZoneInReach(zone, cluster, field);
  requireOffered(pool.flavor, zone);
  const namesNone = publicVlan === undefined && privateVlan === undefined;
  const vlans = await planWorkerVlans(scope, zone, { publicVlan, privateVlan, privateOnly: namesNone && pool.privateOnly });
  requirePublicVlan(cluster, vlans);
  return { zone, vlans };
}

/**
 * R12: OpenShift workers cannot be private-only.
 * @throws IksError invalidRequest
 */
export function requirePublicVlan({ type }: Pick<Cluster, 'type'>, vlans: VlanPlan): void {
  if (type === 'openshift' && vlans.public === undefined) {
    refuseRequest('publicVlan is required for an OpenShift cluster: its workers cannot be private-only');
  }
}

/** Makes what the workers of a planned zone need: VLANs, primary subnets, and the cluster's network there. */
export async function prepareZone(
  scope: AccountTransaction,
  cluster: Pick<Cluster, 'id' | 'noSubnet'>,
  { zone, vlans }: ZonePlan,
): Promise<NewPoolZone> {
  const prepared = await prepareVlans(scope, zone, vlans);
  await ensureZoneNetwork(scope, cluster, zone);
  return { zone, ...prepared };
}
