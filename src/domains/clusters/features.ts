import type { Cluster } from '../../generated/prisma/client.js';
import type { AccountTransaction } from '../accounts/scope.js';
import { requireAction } from './actions.js';
import { changeCluster } from './service.js';

/**
 * Whether only trusted images may run. Clients ask for it right after the create, so it needs no master.
 * @throws IksError as {@link requireAction}
 */
export async function setImageSecurity(scope: AccountTransaction, cluster: Cluster, imageSecurity: boolean): Promise<void> {
  requireAction(cluster, 'configure', 'A change of image security');
  await changeCluster(scope, cluster, { imageSecurity });
}

/**
 * Puts the secrets for pulling images into the cluster's default namespace.
 * @throws IksError as {@link requireAction}
 */
export async function applyPullSecret(scope: AccountTransaction, cluster: Cluster): Promise<void> {
  requireAction(cluster, 'use API server', 'Applying the image pull secret');
  await changeCluster(scope, cluster, { pullSecret: true });
}
