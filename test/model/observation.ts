import type { Alb, Subnet, Vlan } from '../networking/support.js';
import type { Pool, Worker } from '../worker-pools/scene.js';
import type { Client } from './client.js';
import { ZONES } from './world.js';

/** A cluster as callers see it, with what is in it. */
export interface SeenCluster {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly workerCount: number;
  readonly pools: readonly Pool[];
  /** Oldest first. */
  readonly workers: readonly Worker[];
  readonly albs: readonly SeenAlb[];
}

type SeenAlb = Alb & { readonly zone: string; readonly clusterID: string };

/** All that callers see of an account, as far as the model or an invariant speaks of it. */
export interface Observation {
  readonly clusters: readonly SeenCluster[];
  readonly subnets: readonly Subnet[];
  readonly vlans: readonly Vlan[];
  readonly albs: readonly SeenAlb[];
}

export const nothing: Observation = { clusters: [], subnets: [], vlans: [], albs: [] };

export async function observe(client: Client): Promise<Observation> {
  const [plain, subnets, ...vlans] = await Promise.all([
    client.read<Omit<SeenCluster, 'pools' | 'workers' | 'albs'>[]>('/v1/clusters'),
    client.read<Subnet[]>('/v1/subnets'),
    ...ZONES.map((zone) => client.read<Vlan[]>(`/v1/datacenters/${zone}/vlans`)),
  ]);
  const clusters = await Promise.all(
    plain.map(async (cluster) => {
      const [pools, workers, { alb: albs }] = await Promise.all([
        client.read<Pool[]>(`/v1/clusters/${cluster.id}/workerpools`),
        client.read<Worker[]>(`/v1/clusters/${cluster.id}/workers`),
        client.read<{ alb: SeenAlb[] }>(`/v1/alb/clusters/${cluster.id}`),
      ]);
      return { ...cluster, pools, workers: [...workers].sort(byAge), albs };
    }),
  );
  return { clusters, subnets, vlans: vlans.flat(), albs: clusters.flatMap(({ albs }) => albs) };
}

/** R201: the last part of a worker's id grows with time. */
const byAge = (a: Worker, b: Worker): number => Number.parseInt(a.id.slice(-8), 16) - Number.parseInt(b.id.slice(-8), 16);
