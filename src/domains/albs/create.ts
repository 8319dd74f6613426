import { IksError, refuseRequest } from '../../errors/iks-error.js';
import type { Vlan } from '../../generated/prisma/client.js';
import type { AccountTransaction } from '../accounts/scope.js';
import type { ClusterCall } from '../clusters/cluster-call.js';
import { openForNetworkChange } from '../networking/network-change.js';
import { findAttachedVlans } from '../networking/vlans/service.js';
import { isMapFilled } from '../networking/zone-networks/service.js';
import { chooseAddress } from './addresses.js';
import { chooseBuild, nextNumber } from './rules.js';
import type { CreateAlbRequest } from './schemas.js';
import { addAlb, albIdOf, listAlbs } from './service.js';

/**
 * Makes a further ALB in a zone of the cluster (R241), enabled or not. An address that is named is its own
 * once it is enabled, unless somebody has taken it by then.
 * @throws IksError clusterNotFound, invalidRequest, noPortableSubnet and heldByAnother
 */
export async function createAlb(
  scope: AccountTransaction,
  call: ClusterCall,
  zone: string,
  request: CreateAlbRequest,
): Promise<{ alb: string; cluster: string }> {
  const cluster = await openForNetworkChange(scope, call, 'Creating an ALB');
  if ((request.zone ?? zone) !== zone) refuseRequest(`zone is ${request.zone ?? ''} in the body and ${zone} in the path; they must be equal`);
  const vlan = pickVlan(request, zone, await findAttachedVlans(scope, cluster.id));
  const build = chooseBuild(request.ingressImage, '', cluster);
  if (!(await isMapFilled(scope, cluster.id, zone))) throw IksError.of('noPortableSubnet', vlan.id, zone);

  const number = nextNumber(await listAlbs(scope, cluster.id));
  const id = albIdOf(vlan.side, cluster.id, number);
  const { enableByDefault: enabled = false, ip: named, nlbVersion = '1.0' } = request;
  const site = { id, clusterId: cluster.id, zone, vlanId: vlan.id };
  const address = enabled || named !== undefined ? await chooseAddress(scope, site, { named, former: null }) : undefined;
  await addAlb(scope, { ...site, side: vlan.side, number, nlbVersion, build, enabled, address });
  return { alb: id, cluster: cluster.id };
}

/** R241: the VLAN is one of the cluster's workers, in the zone and of the type. */
function pickVlan({ vlanID, type }: CreateAlbRequest, zone: string, attached: readonly Vlan[]): Vlan {
  const zones = [...new Set(attached.map((vlan) => vlan.zone))];
  if (!zones.includes(zone)) refuseRequest(`the cluster has no workers in zone ${zone}; it must be one of: ${zones.join(', ')}`);
  const fitting = attached.filter((vlan) => vlan.zone === zone && vlan.side === type);
  const vlan = fitting.find(({ id }) => id === vlanID);
  if (vlan !== undefined) return vlan;
  const possible = fitting.length === 0 ? `the cluster has none in zone ${zone}` : `it must be one of: ${fitting.map(({ id }) => id).join(', ')}`;
  return refuseRequest(`vlanID ${vlanID} is not a ${type} VLAN of the cluster's workers; ${possible}`);
}
