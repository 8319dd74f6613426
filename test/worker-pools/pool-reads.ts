import type { Emulator } from '../support/emulator.js';

/** The parts of pool answers that the tests of reads look at. */
export interface PoolBody {
  readonly id: string;
  readonly name: string;
  readonly sizePerZone: number;
  readonly isBalanced: boolean;
  readonly zones: readonly { readonly id: string; readonly workerCount: number }[];
}

export interface ErrorBody {
  readonly incidentID: string;
  readonly code: string;
  readonly description: string;
}

/** A cluster in dal10, its default pool and the pair of VLANs there. */
export async function withCluster(emulator: Emulator, request: Readonly<Record<string, unknown>> = {}) {
  const account = await emulator.account();
  const cluster = await account.createCluster(request);
  const [pool] = (await account.get<PoolBody[]>(`/v1/clusters/${cluster}/workerpools`)).body;
  if (pool === undefined) throw new Error('The cluster has no pool.');
  const vlans = (await account.get<{ id: string; type: string }[]>('/v1/datacenters/dal10/vlans')).body;
  const vlanOf = (type: string): string => vlans.find((vlan) => vlan.type === type)?.id ?? 'none';
  return { account, cluster, pool, privateVlan: vlanOf('private'), publicVlan: vlanOf('public') };
}
