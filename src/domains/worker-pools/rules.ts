import type { WorkerPool } from '../../generated/prisma/client.js';

/** The label of every pool that users cannot change (R183). */
export const POOL_ID_LABEL = 'ibm-cloud.kubernetes.io/worker-pool-id';

/** The flavor as answers show it: with the suffix `.encrypted` exactly when disks are encrypted (R88). */
export const machineTypeOf = ({ flavor, encrypted }: Pick<WorkerPool, 'flavor' | 'encrypted'>): string =>
  encrypted ? `${flavor}.encrypted` : flavor;

/** R194: whether every zone of the pool has as many workers as it should. */
export const isBalanced = (sizePerZone: number, workersByZone: readonly number[]): boolean =>
  workersByZone.every((count) => count === sizePerZone);
