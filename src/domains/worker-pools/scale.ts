import type { Worker, WorkerPoolZone } from '../../generated/prisma/client.js';
import type { WorkerState } from '../../generated/prisma/enums.js';

/** What brings the zones of a pool to their size. */
export interface ScalePlan {
  readonly surplus: readonly Worker[];
  readonly missing: readonly { readonly poolZone: WorkerPoolZone; readonly count: number }[];
}

/** Where workers in each state stand when some must go: the lowest first (R195). */
const stateRanks: Readonly<Record<WorkerState, number>> = {
  deleted: 0,
  provision_failed: 1,
  deploy_failed: 2,
  deleting: 3,
  provision_pending: 4,
  provisioning: 5,
  deploying: 6,
  provisioned: 7,
  reloading_failed: 8,
  reload_pending: 9,
  reloading: 10,
  critical: 11,
  deployed: 12,
  normal: 13,
};

/** Which of the workers go and how many come, so that each zone has `sizePerZone` of them (R188). */
export function planScale(zones: readonly WorkerPoolZone[], workers: readonly Worker[], sizePerZone: number): ScalePlan {
  const zonesWithWorkers = zones.map((poolZone) => ({ poolZone, own: workers.filter(({ zone }) => zone === poolZone.zone) }));
  return {
    surplus: zonesWithWorkers.flatMap(({ own }) => own.sort(firstToGo).slice(0, Math.max(0, own.length - sizePerZone))),
    missing: zonesWithWorkers
      .map(({ poolZone, own }) => ({ poolZone, count: sizePerZone - own.length }))
      .filter(({ count }) => count > 0),
  };
}

/** R195: the worse state, then the worse health, then the older version, then the lower id, which is the older worker. */
function firstToGo(a: Worker, b: Worker): number {
  return (
    stateRanks[a.state] - stateRanks[b.state] ||
    healthRank(a) - healthRank(b) ||
    a.version.localeCompare(b.version, 'en', { numeric: true }) ||
    (a.id < b.id ? -1 : 1)
  );
}

/** A worker that an operation is going on with is less healthy than one that is left alone. */
const healthRank = ({ pendingOperation }: Worker): number => (pendingOperation === '' ? 1 : 0);
