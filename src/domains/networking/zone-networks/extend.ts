import { arriveIn, waitIn, type LifecycleColumns } from '../../../core/lifecycle.js';
import type { Cluster, Vlan, ZoneNetwork } from '../../../generated/prisma/client.js';
import type { ZoneNetworkState } from '../../../generated/prisma/enums.js';
import type { AccountTransaction } from '../../accounts/scope.js';
import { restoreWaitingAlbs } from '../../albs/restore.js';
import { listAlbs } from '../../albs/service.js';
import { isStaying } from '../../workers/lifecycle.js';
import { healthOf } from '../../workers/rules.js';
import { countWorkers } from '../../workers/service.js';
import type { SubnetOrder } from '../subnets/service.js';
import { findVlansWithWorkers } from '../vlans/service.js';
import { zoneNetworkLifecycle } from './lifecycle.js';
import * as repository from './repository.js';
import { noteOrder } from './service.js';

/**
 * A portable subnet came to a cluster on the VLAN, by an order or from the account, or did not come. A zone
 * that has no ALB on that side yet gets one from it, at once or when its workers are ready (R54, R57, R254);
 * ALBs that wait for an address there get one, as long as workers serve on the VLAN (R240).
 */
export async function extendZoneNetwork(
  scope: AccountTransaction,
  cluster: Pick<Cluster, 'id'>,
  vlan: Vlan,
  order?: SubnetOrder,
): Promise<void> {
  const zoneNetwork = await repository.findZoneNetwork(scope, cluster.id, vlan.zone);
  if (zoneNetwork === null) return;
  await noteOrder(scope, zoneNetwork, vlan.id, order);
  if (order !== undefined && 'failure' in order) return;
  const serving = await findVlansWithWorkers(scope, cluster.id, 'serving');
  if (serving.some(({ id }) => id === vlan.id)) await restoreWaitingAlbs(scope, cluster.id, [vlan.id]);
  const albs = await listAlbs(scope, cluster.id);
  if (albs.some(({ zone, side }) => zone === vlan.zone && side === vlan.side)) return;
  const columns = await nextStep(scope, zoneNetwork);
  if (columns !== undefined) await repository.updateState(scope, [zoneNetwork.id], columns);
}

/** Undefined where ALBs are on their way already. */
async function nextStep(scope: AccountTransaction, zoneNetwork: ZoneNetwork): Promise<LifecycleColumns<ZoneNetworkState> | undefined> {
  const { state, clusterId, zone } = zoneNetwork;
  const fillMap = arriveIn(zoneNetworkLifecycle, 'filling_map', scope.now, scope.account.speed);
  if (state === 'ready') return fillMap;
  if (state !== 'without_subnets') return undefined;
  const workers = (await countWorkers(scope, [clusterId])).filter((group) => group.zone === zone && isStaying(group.state));
  return healthOf(workers).coming === 0 ? fillMap : waitIn('awaiting_workers', scope.now);
}
