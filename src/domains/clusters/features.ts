import type { AccountTransaction } from '../accounts/scope.js';
import type { ClusterCall } from './cluster-call.js';
import { changeCluster, openCluster } from './service.js';

/**
 * Whether only trusted images may run. Clients ask for it right after the create, so it needs no master.
 * @throws IksError as {@link openCluster}
 */
export async function setImageSecurity(scope: AccountTransaction, call: ClusterCall, imageSecurity: boolean): Promise<void> {
  const cluster = await openCluster(scope, call, 'configure', 'A change of image security');
  await changeCluster(scope, cluster, { imageSecurity });
}

/**
 * Puts the secrets for pulling images into the cluster's default namespace.
 * @throws IksError as {@link openCluster}
 */
export async function applyPullSecret(scope: AccountTransaction, call: ClusterCall): Promise<void> {
  const cluster = await openCluster(scope, call, 'use API server', 'Applying the image pull secret');
  await changeCluster(scope, cluster, { pullSecret: true });
}
