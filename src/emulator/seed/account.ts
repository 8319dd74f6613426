import type { AccountTransaction } from '../../domains/accounts/scope.js';
import { orderVlan } from '../../domains/networking/vlans/service.js';
import { createResourceGroup } from '../../domains/resource-groups/service.js';
import { settle } from '../../lifecycle/settle.js';
import type { Path } from '../../operations/yaml-source.js';
import { armFault } from '../faults/service.js';
import { SeededCluster } from './cluster.js';
import { planCluster } from './plan.js';
import { blame } from './problem.js';
import type { AccountSeed } from './schemas.js';

/** What a seed brought into an account. */
export interface Seeded {
  readonly clusters: readonly { readonly id: string; readonly name: string; readonly state: string }[];
  readonly vlans: readonly { readonly id: string; readonly name: string | null }[];
  /** How many faults it left armed. */
  readonly faults: number;
}

/** Something that a seed does at a moment of the past. */
interface Event {
  readonly at: Date;
  readonly happen: (scope: AccountTransaction) => Promise<unknown>;
}

/**
 * Lets happen what a seed tells of, each thing at its own moment up to now, and everything due between.
 * @throws SeedProblem for the first thing that cannot be
 */
export async function fillAccount(scope: AccountTransaction, seed: AccountSeed, path: Path, operationIds: ReadonlySet<string>): Promise<Seeded> {
  const vlanNames = new Map<string, string>();
  const vlans: { id: string; name: string | null }[] = [];
  const { now, account } = scope;
  const plans = (seed.clusters ?? []).map((cluster, index) => planCluster(cluster, [...path, 'clusters', index], { now, speed: account.speed }));
  const clusters = plans.map((plan) => ({ plan, cluster: new SeededCluster(plan, vlanNames) }));
  const first = new Date(Math.min(now.getTime(), ...plans.map(({ createdAt }) => createdAt.getTime())));

  const events: Event[] = [
    { at: first, happen: (moment) => createGroups(moment, seed, path) },
    { at: first, happen: async (moment) => vlans.push(...(await orderVlans(moment, seed, path, vlanNames))) },
    ...clusters.flatMap(({ plan: { createdAt, furnishedAt, removedAt }, cluster }): Event[] => [
      { at: createdAt, happen: (moment) => cluster.create(moment) },
      ...(furnishedAt > now ? [] : [{ at: furnishedAt, happen: (moment: AccountTransaction) => cluster.furnish(moment) }]),
      ...(removedAt === undefined ? [] : [{ at: removedAt, happen: (moment: AccountTransaction) => cluster.remove(moment) }]),
    ]),
  ];
  // Of two at the same moment the one that stands first in the seed: sorting keeps their order.
  for (const { at, happen } of events.sort((a, b) => a.at.getTime() - b.at.getTime())) {
    await settle(scope, at);
    await happen({ ...scope, now: at, settled: [] });
  }
  await settle(scope, now);

  let faults = 0;
  for (const { cluster } of clusters) faults += await cluster.breakDown(scope);
  for (const [index, fault] of (seed.faults ?? []).entries()) {
    await blame([...path, 'faults', index], () => armFault(scope, fault, operationIds));
    faults += 1;
  }
  const finished = [];
  for (const { cluster } of clusters) finished.push(await cluster.finish(scope));
  return { clusters: finished, vlans, faults };
}

async function createGroups(scope: AccountTransaction, { resourceGroups = [] }: AccountSeed, path: Path): Promise<void> {
  for (const [index, name] of resourceGroups.entries()) await blame([...path, 'resourceGroups', index], () => createResourceGroup(scope, { name }));
}

async function orderVlans(scope: AccountTransaction, { vlans = [] }: AccountSeed, path: Path, names: Map<string, string>): Promise<Seeded['vlans']> {
  const ordered = [];
  for (const [index, { zone, type: side, router, name }] of vlans.entries()) {
    const { id } = await blame([...path, 'vlans', index], () => orderVlan(scope, { zone, side, router }));
    if (name !== undefined) names.set(name, id);
    ordered.push({ id, name: name ?? null });
  }
  return ordered;
}
