import { arriveIn } from '../../core/lifecycle.js';
import type { AccountTransaction } from '../accounts/scope.js';
import { leaseAlbAddress } from '../networking/addresses/service.js';
import { findLowestFree } from './addresses.js';
import { albLifecycle } from './lifecycle.js';
import * as repository from './repository.js';

/**
 * R240: there is a worker of the cluster on these VLANs, and an address may be free. The enabled ALBs that wait there
 * get one, as far as there are any, and come up.
 */
export async function restoreWaitingAlbs(scope: AccountTransaction, clusterId: string, vlanIds: readonly string[]): Promise<void> {
  const waiting = await repository.findAlbs(scope, { clusterId, enabled: true, lastAddress: null });
  for (const alb of waiting.filter(({ vlanId }) => vlanIds.includes(vlanId))) {
    const found = await findLowestFree(scope, alb);
    if (found === undefined) continue;
    await leaseAlbAddress(scope, found.subnet, alb.id, found.address);
    const columns = arriveIn(albLifecycle, 'deploying', scope.now, scope.account.speed);
    await repository.updateAlb(scope, alb.id, { lastAddress: found.address, ...columns });
  }
}
