import { IksError } from '../../errors/iks-error.js';
import type { AccountScope, AccountTransaction } from '../accounts/scope.js';
import { findCluster } from '../clusters/service.js';
import { disableAlb } from './disable.js';
import { enableAlb } from './enable.js';
import type { EnableAlbRequest } from './schemas.js';
import { findAlb } from './service.js';

/**
 * The call of v1 that enables an ALB, or disables it where it says so (R234, R237).
 * @throws IksError albNotFound and clusterNotFound, also for an ALB of another cluster than is named; as
 *   {@link enableAlb} and {@link disableAlb}
 */
export async function configureAlb(scope: AccountTransaction, request: EnableAlbRequest, region: string | undefined): Promise<void> {
  const { albID, clusterID, enable = true, disableDeployment } = request;
  if (clusterID !== undefined) await requireAlbOf(scope, albID, clusterID, region);
  await (enable ? enableAlb(scope, request) : disableAlb(scope, albID, disableDeployment));
}

async function requireAlbOf(scope: AccountScope, albId: string, cluster: string, region: string | undefined): Promise<void> {
  const { clusterId } = await findAlb(scope, albId);
  if ((await findCluster(scope, cluster, region)).id !== clusterId) throw IksError.of('albNotFound');
}
