import type { WorkerState } from '../../generated/prisma/enums.js';
import { BROKEN } from './lifecycle.js';

/** Whether the worker serves: the one state in which a cluster counts it as up (R123). */
const isUp = (state: WorkerState): boolean => state === 'normal';

/** How many workers are there, how many of them serve, and how many are still on their way to it. */
export interface WorkerHealth {
  readonly total: number;
  readonly up: number;
  readonly coming: number;
}

/** Takes workers that are there to stay. */
export function healthOf(groups: readonly { readonly state: WorkerState; readonly count: number }[]): WorkerHealth {
  const countIn = (isMeant: (state: WorkerState) => boolean): number =>
    groups.filter(({ state }) => isMeant(state)).reduce((total, { count }) => total + count, 0);
  return {
    total: countIn(() => true),
    up: countIn(isUp),
    coming: countIn((state) => !isUp(state) && !BROKEN.includes(state)),
  };
}

/** Whether all is there that will come by itself: some workers serve, and nobody waits for those that are broken. */
export const isComplete = ({ up, coming }: WorkerHealth): boolean => up > 0 && coming === 0;

/** The letters and digits of a name, cut, as worker ids carry them (R201). */
const idPart = (name: string, length: number): string => name.replaceAll(/[^A-Za-z0-9]/g, '').slice(0, length);

/** R201: `kube-<cluster id>-<cluster name>-<pool name>-<8 hex>`, whose last part grows with time. */
export const workerId = (cluster: { readonly id: string; readonly name: string }, poolName: string, number: number): string =>
  `kube-${cluster.id}-${idPart(cluster.name, 11)}-${idPart(poolName, 7)}-${number.toString(16).padStart(8, '0')}`;

/** Whether the machine is there, which an address belongs to (R33). */
export const isDelivered = (state: WorkerState): boolean => !['provision_pending', 'provisioning', 'provision_failed'].includes(state);
