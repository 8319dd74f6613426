import { refuseRequest } from '../../errors/iks-error.js';
import type { Cluster, WorkerPool } from '../../generated/prisma/client.js';
import { findClassicZone, zonesIn } from '../catalog/zones.js';

/** The label of every pool that users cannot change (R183). */
export const POOL_ID_LABEL = 'ibm-cloud.kubernetes.io/worker-pool-id';

export type Labels = Readonly<Record<string, string>>;

/** Key to `value:effect`. */
export type Taints = Readonly<Record<string, string>>;

/** Prefixes of labels that belong to the system; clients leave them out of what they show as the user's (R183). */
const SYSTEM_PREFIXES = ['ibm-cloud.kubernetes.io/', 'kubernetes.io/', 'k8s.io/'];

/** The flavor as answers show it: with the suffix `.encrypted` exactly when disks are encrypted (R88). */
export const machineTypeOf = ({ flavor, encrypted }: Pick<WorkerPool, 'flavor' | 'encrypted'>): string =>
  encrypted ? `${flavor}.encrypted` : flavor;

/** R194: whether every zone of the pool has as many workers as it should. */
export const isBalanced = (sizePerZone: number, workersByZone: readonly number[]): boolean =>
  workersByZone.every((count) => count === sizePerZone);

/**
 * The labels of a request that are the user's. System labels may come back as they were answered, since callers
 * send what they have read.
 * @throws IksError invalidRequest for a system label of another key or value (R183)
 */
export function userLabels(labels: Labels, poolId: string | undefined): Labels {
  const foreign = Object.entries(labels).filter(([key, value]) => isSystemLabel(key) && !(key === POOL_ID_LABEL && value === poolId));
  if (foreign.length > 0) {
    const keys = foreign.map(([key]) => key).join(', ');
    refuseRequest(`labels must not have system labels, which begin with ${SYSTEM_PREFIXES.join(', ')}: ${keys}`);
  }
  return Object.fromEntries(Object.entries(labels).filter(([key]) => !isSystemLabel(key)));
}

const isSystemLabel = (key: string): boolean => SYSTEM_PREFIXES.some((prefix) => key.startsWith(prefix));

/**
 * R189: workers can come to the cluster's own zone and, where that is multizone capable, to the other multizone
 * capable zones of its metro.
 * @throws IksError invalidRequest that names `field` and the possible zones
 */
export function requireZoneInReach(zone: string, cluster: Pick<Cluster, 'zone'>, field: string): void {
  const possible = zonesInReach(cluster.zone);
  if (!possible.includes(zone)) refuseRequest(`${field} '${zone}' is not in reach of the cluster; it must be one of: ${possible.join(', ')}`);
}

function zonesInReach(home: string): readonly string[] {
  const homeZone = findClassicZone(home);
  if (homeZone?.multizone !== true) return [home];
  return zonesIn(homeZone.metro)
    .filter(({ provider, multizone }) => provider === 'classic' && multizone)
    .map(({ id }) => id);
}

/**
 * R101: a free cluster stays as it was made.
 * @throws IksError invalidRequest
 */
export function requireStandard({ free }: Pick<Cluster, 'free'>): void {
  if (free) refuseRequest('a free cluster has one pool of one worker, which cannot be changed');
}
