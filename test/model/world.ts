/**
 * What one account holds, as the rules say it must: a model small enough to be compared with the account after each
 * step. It is plain data, to be copied when several orders of calls are tried. Portable subnets and ALBs are left to
 * the invariants.
 */
export interface World {
  /** Seconds since the account's clock was stopped. */
  now: number;
  /** Oldest first. */
  readonly clusters: ModelCluster[];
  /** The VLANs of each zone, by its id. */
  readonly zones: Record<string, Partial<Record<Side, ModelVlan>>>;
  fault: ModelFault | undefined;
  saved: World | undefined;
}

export type Side = 'private' | 'public';

export type ClusterState = 'requested' | 'deploying' | 'deployed' | 'refreshing' | 'deleting' | 'aborted';

export type WorkerState =
  | 'provision_pending'
  | 'provisioning'
  | 'provisioned'
  | 'deploying'
  | 'deployed'
  | 'normal'
  | 'reload_pending'
  | 'reloading'
  | 'provision_failed'
  | 'deploy_failed'
  | 'reloading_failed'
  | 'deleting'
  | 'deleted';

export interface ModelCluster {
  readonly name: string;
  readonly zone: string;
  readonly privateOnly: boolean;
  /** The real one's, known once it has been seen. */
  id: string;
  state: ClusterState;
  /** When it leaves the state, in seconds like `World.now`; undefined for one that stays. */
  due: number | undefined;
  /** All its workers were up at one time. */
  ready: boolean;
  readonly pools: ModelPool[];
  /** Oldest first. */
  readonly workers: ModelWorker[];
}

export interface ModelPool {
  readonly name: string;
  size: number;
  readonly zones: string[];
  /** Deleted: gone for callers, though its workers may still be leaving. */
  gone: boolean;
}

export interface ModelWorker {
  readonly pool: ModelPool['name'];
  readonly zone: string;
  id: string;
  state: WorkerState;
  due: number | undefined;
  /** Runs a build already, as it does once it was deployed for the first time. */
  installed: boolean;
  /** Has an address on each of its sides. */
  leased: boolean;
}

interface ModelVlan {
  primarySubnets: number;
  /** Addresses of its primary subnets that workers have. */
  leased: number;
}

export interface ModelFault {
  readonly type: string;
  /** How many requests it still strikes; undefined for one that strikes workers. */
  left: number | undefined;
}

/** Small enough to be met. */
export const QUOTAS = { clusterQuota: 2, workerQuota: 24 };

export const ZONES = ['dal10', 'dal12', 'dal13'] as const;

export const emptyWorld = (): World => ({ now: 0, clusters: [], zones: {}, fault: undefined, saved: undefined });

export const sidesOf = ({ privateOnly }: ModelCluster): readonly Side[] => (privateOnly ? ['private'] : ['private', 'public']);

const BROKEN: readonly WorkerState[] = ['provision_failed', 'deploy_failed', 'reloading_failed'];

export const isStaying = ({ state }: ModelWorker): boolean => state !== 'deleting' && state !== 'deleted';

/** How many workers of a cluster, or of those among them that are meant, are there to stay, are up, and are still to come up. */
export function healthOf({ workers }: ModelCluster): { readonly total: number; readonly up: number; readonly coming: number } {
  const staying = workers.filter(isStaying);
  const up = staying.filter(({ state }) => state === 'normal').length;
  const broken = staying.filter(({ state }) => BROKEN.includes(state)).length;
  return { total: staying.length, up, coming: staying.length - up - broken };
}

/** What callers see of a cluster's state (R121 to R123). */
export function publicState(cluster: ModelCluster): string {
  const { state, ready } = cluster;
  if (state !== 'deployed' && state !== 'refreshing') return state;
  const { total, up, coming } = healthOf(cluster);
  if (total === 0) return 'warning';
  if (!ready && coming > 0) return 'pending';
  if (up === 0) return 'critical';
  return up === total ? 'normal' : 'warning';
}

/** R196: how many workers count for the quota, those that are leaving among them. */
export const countWorkers = ({ clusters }: World): number =>
  clusters.flatMap(({ workers }) => workers).filter(({ state }) => state !== 'deleted').length;
