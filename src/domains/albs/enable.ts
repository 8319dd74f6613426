import { arriveIn } from '../../core/lifecycle.js';
import { IksError } from '../../errors/iks-error.js';
import { requireAllowed } from '../../lifecycle/require-allowed.js';
import type { AccountTransaction } from '../accounts/scope.js';
import { findCluster } from '../clusters/service.js';
import { leaseAlbAddress } from '../networking/addresses/service.js';
import { openForNetworkChange } from '../networking/cluster-call.js';
import { chooseAddress } from './addresses.js';
import { albLifecycle } from './lifecycle.js';
import * as repository from './repository.js';
import { changeBuild, chooseBuild } from './rules.js';
import { findAlb } from './service.js';

/** What a caller wants of the ALB; `clusterID`, where it is named, must be the ALB's. */
interface EnableAlb {
  readonly albID: string;
  readonly clusterID?: string | undefined;
  readonly albip?: string | undefined;
  readonly albBuild?: string | undefined;
}

/**
 * Enables an ALB with an address of its VLAN (R234 to R237). One that is enabled stays as it is.
 * @throws IksError albNotFound, clusterNotFound, and for its address and build as {@link chooseAddress} and
 *   {@link chooseBuild}
 */
export async function enableAlb(scope: AccountTransaction, request: EnableAlb, region: string | undefined): Promise<void> {
  const alb = await findAlb(scope, request.albID);
  if (request.clusterID !== undefined && (await findCluster(scope, request.clusterID, region)).id !== alb.clusterId) {
    throw IksError.of('albNotFound');
  }
  const cluster = await openForNetworkChange(scope, { cluster: alb.clusterId, region }, 'Enabling an ALB');
  requireAllowed(albLifecycle, alb.state, 'enable', 'Enabling an ALB');
  if (alb.enabled) return;
  const build = chooseBuild(request.albBuild, alb.build, cluster);
  const { subnet, address } = await chooseAddress(scope, alb, { named: request.albip, former: alb.lastAddress });
  await leaseAlbAddress(scope, subnet, alb.id, address);
  await repository.updateAlb(scope, alb.id, {
    enabled: true,
    disableDeployment: false,
    lastAddress: address,
    ...changeBuild(alb, build),
    ...arriveIn(albLifecycle, 'deploying', scope.now, scope.account.speed),
  });
}
