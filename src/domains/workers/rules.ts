import type { WorkerState } from '../../generated/prisma/enums.js';

/** Whether the worker serves: the one state in which a cluster counts it as up (R123). */
export const isUp = (state: WorkerState): boolean => state === 'normal';

/** The letters and digits of a name, cut, as worker ids carry them (R201). */
const idPart = (name: string, length: number): string => name.replaceAll(/[^A-Za-z0-9]/g, '').slice(0, length);

/** R201: `kube-<cluster id>-<cluster name>-<pool name>-<8 hex>`, whose last part grows with time. */
export const workerId = (cluster: { readonly id: string; readonly name: string }, poolName: string, number: number): string =>
  `kube-${cluster.id}-${idPart(cluster.name, 11)}-${idPart(poolName, 7)}-${number.toString(16).padStart(8, '0')}`;

/** Whether the machine is there, which an address belongs to (R33). */
export const isDelivered = (state: WorkerState): boolean => !['provision_pending', 'provisioning'].includes(state);
