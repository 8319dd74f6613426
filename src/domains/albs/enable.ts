import { arriveIn } from '../../core/lifecycle.js';
import type { AccountTransaction } from '../accounts/scope.js';
import { leaseAlbAddress } from '../networking/addresses/service.js';
import { findCluster } from '../clusters/service.js';
import { requireAlbAction } from './actions.js';
import { chooseAddress } from './addresses.js';
import { albLifecycle } from './lifecycle.js';
import * as repository from './repository.js';
import { chooseBuild } from './rules.js';
import type { EnableAlbRequest } from './schemas.js';
import { findAlb } from './service.js';

/**
 * Enables an ALB with an address of its VLAN (R234 to R237). One that is enabled stays as it is.
 * @throws IksError albNotFound, by the state of its cluster, and for its address and build as {@link chooseAddress} and
 *   {@link chooseBuild}
 */
export async function enableAlb(scope: AccountTransaction, request: EnableAlbRequest): Promise<void> {
  const alb = await findAlb(scope, request.albID);
  const cluster = await findCluster(scope, alb.clusterId, undefined);
  requireAlbAction(cluster, alb, 'enable');
  if (alb.enabled) return;
  const build = chooseBuild(request.albBuild, alb.build, cluster);
  const { subnet, address } = await chooseAddress(scope, alb, { named: request.albip, former: alb.lastAddress });
  await leaseAlbAddress(scope, subnet, alb.id, address);
  await repository.updateAlb(scope, alb.id, {
    enabled: true,
    disableDeployment: false,
    lastAddress: address,
    // What it had while it was off is no update that could be taken back.
    build,
    previousBuild: build === alb.build ? alb.previousBuild : '',
    ...arriveIn(albLifecycle, 'deploying', scope.now, scope.account.speed),
  });
}
