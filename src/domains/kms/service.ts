import { arriveIn } from '../../core/lifecycle.js';
import type { AccountScope, AccountTransaction } from '../accounts/scope.js';
import type { ClusterCall } from '../clusters/cluster-call.js';
import { clusterLifecycle } from '../clusters/lifecycle.js';
import { changeCluster, findClustersWithKms, openCluster } from '../clusters/service.js';

/** Which root key encrypts a cluster's secrets. */
export interface KmsConfig {
  readonly kmsInstanceId: string;
  readonly kmsRootKeyId: string;
  readonly kmsPrivateEndpoint: boolean;
}

/** An instance of a key management service that clusters of the account use. */
export interface KmsInstance {
  readonly id: string;
  readonly region: string;
}

/**
 * Has the cluster's secrets encrypted with a root key, or with another one than before; there is no way back
 * (R297). The master is refreshed for it, during which no other operation of the master runs (R135).
 * @throws IksError as {@link openCluster}
 */
export async function enableKms(scope: AccountTransaction, call: ClusterCall, config: KmsConfig): Promise<void> {
  const cluster = await openCluster(scope, call, 'operate master', 'A change of the key management service');
  await changeCluster(scope, cluster, { ...config, ...arriveIn(clusterLifecycle, 'refreshing', scope.now, scope.account.speed) });
}

/**
 * The instances that the account's clusters use, each once: those of other use are not known here. The region
 * is that of the oldest cluster with the instance.
 */
export async function listInstances(scope: AccountScope, resourceGroup: string | undefined): Promise<KmsInstance[]> {
  const regions = new Map<string, string>();
  for (const { kmsInstanceId, region } of await findClustersWithKms(scope, resourceGroup)) {
    if (kmsInstanceId !== null && !regions.has(kmsInstanceId)) regions.set(kmsInstanceId, region);
  }
  return [...regions].map(([id, region]) => ({ id, region }));
}

/** The ids of the instance's root keys that the account's clusters use, each once; none for an unknown instance. */
export async function listRootKeys(scope: AccountScope, instanceId: string, resourceGroup: string | undefined): Promise<string[]> {
  const clusters = await findClustersWithKms(scope, resourceGroup);
  const keys = clusters.filter(({ kmsInstanceId }) => kmsInstanceId === instanceId).map(({ kmsRootKeyId }) => kmsRootKeyId);
  return [...new Set(keys.filter((key) => key !== null))];
}
