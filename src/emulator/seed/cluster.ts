import type { AccountTransaction } from '../../domains/accounts/scope.js';
import { manageAddons } from '../../domains/addons/manage.js';
import type { ClusterCall } from '../../domains/clusters/cluster-call.js';
import { createCluster } from '../../domains/clusters/create.js';
import { clusterCrn } from '../../domains/clusters/crn.js';
import { findCluster, listClusters, removeCluster } from '../../domains/clusters/service.js';
import { attachTags } from '../../domains/tagging/service.js';
import { createWorkerPool } from '../../domains/worker-pools/create.js';
import { setTaints } from '../../domains/worker-pools/settings.js';
import type { ClusterPlan } from './plan.js';
import { blame, SeedProblem } from './problem.js';
import { breakWorkers, type Breakage, plotBreakages } from './workers.js';

/** VLANs by the names that the seed gives them. */
export type VlanNames = ReadonlyMap<string, string>;

interface NamesVlans {
  readonly id?: string | undefined;
  readonly privateVlan?: string | undefined;
  readonly publicVlan?: string | undefined;
}

/** One cluster of a seed while it comes into being, by the use cases that the API calls. */
export class SeededCluster {
  private id = '';
  private readonly breakages: Breakage[] = [];

  constructor(
    private readonly plan: ClusterPlan,
    private readonly vlans: VlanNames,
  ) {}

  /** @throws SeedProblem for whatever a create or the tags break */
  async create(scope: AccountTransaction): Promise<void> {
    const { seed, path } = this.plan;
    const { id: wanted, resourceGroup, tags } = seed;
    await this.requireFreeId(scope, wanted);
    const { id } = await blame(path, () => createCluster(scope, { ...seed, ...this.vlansOf(seed) }, { resourceGroup, region: undefined }, wanted));
    this.id = id;
    if (tags !== undefined) await this.attach(scope, tags);
    this.breakages.push(...(await plotBreakages(scope, id, this.plan, (pool) => pool === (seed.defaultWorkerPoolName ?? 'default'))));
  }

  /** What needs the master: pools, and then add-ons. */
  async furnish(scope: AccountTransaction): Promise<void> {
    const { path, seed } = this.plan;
    const { pools = [], addons, dataCenter = '' } = seed;
    for (const [index, { taints, zones = [{ id: dataCenter }], ...pool }] of pools.entries()) {
      await blame([...path, 'pools', index], async () => {
        await createWorkerPool(scope, this.call, { ...pool, zones: zones.map((zone) => ({ ...zone, ...this.vlansOf(zone) })) });
        if (taints !== undefined) await setTaints(scope, { ...this.call, pool: pool.name }, taints);
      });
    }
    if (addons !== undefined) {
      await blame([...path, 'addons'], async () => manageAddons(scope, await findCluster(scope, this.id, undefined), { addons, enable: true }));
    }
    this.breakages.push(...(await plotBreakages(scope, this.id, this.plan, (name) => pools.some((pool) => pool.name === name))));
  }

  remove(scope: AccountTransaction): Promise<void> {
    return blame(this.plan.path, () => removeCluster(scope, this.call, false));
  }

  /**
   * Brings workers and master into the states that only something gone wrong leads to, now that time has come to now.
   * @returns how many faults are left armed
   * @throws SeedProblem where they could not be brought there
   */
  breakDown(scope: AccountTransaction): Promise<number> {
    return breakWorkers(scope, this.id, this.plan, this.breakages);
  }

  /** @throws SeedProblem where the cluster does not show the state that the seed wants */
  async finish(scope: AccountTransaction): Promise<{ readonly id: string; readonly name: string; readonly state: string }> {
    const { seed, path } = this.plan;
    const state = (await listClusters(scope, {})).find(({ id }) => id === this.id)?.publicState ?? 'gone';
    if (seed.state !== undefined && seed.state !== state) {
      throw new SeedProblem([...path, 'state'], `must go with the rest: at its age and the speed of the account the cluster is ${state}`);
    }
    return { id: this.id, name: seed.name, state };
  }

  private get call(): ClusterCall {
    return { cluster: this.id, region: undefined };
  }

  private async attach(scope: AccountTransaction, tags: readonly string[]): Promise<void> {
    const path = [...this.plan.path, 'tags'];
    const resource = clusterCrn(await findCluster(scope, this.id, undefined));
    const [outcome] = await blame(path, () =>
      attachTags(scope, { type: 'user' }, { crns: [resource], names: tags }, { replace: false, update: false }),
    );
    if (outcome?.problem !== undefined) throw new SeedProblem(path, outcome.problem);
  }

  private async requireFreeId(scope: AccountTransaction, id: string | undefined): Promise<void> {
    const taken = id !== undefined && (await listClusters(scope, {})).some((cluster) => cluster.id === id);
    if (taken) throw new SeedProblem([...this.plan.path, 'id'], `'${id}' is the id of a cluster that there is already`);
  }

  /** Names of the seed's own VLANs stand for their ids. */
  private vlansOf({ privateVlan, publicVlan }: NamesVlans) {
    const idOf = (name: string): string => this.vlans.get(name) ?? name;
    return { ...(privateVlan !== undefined && { privateVlan: idOf(privateVlan) }), ...(publicVlan !== undefined && { publicVlan: idOf(publicVlan) }) };
  }
}
