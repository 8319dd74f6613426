import type { Worker } from '../worker-pools/scene.js';
import type { Observation, SeenCluster } from './observation.js';
import { healthOf, type ModelCluster, type ModelWorker, publicState, sidesOf, type World } from './world.js';

/** The workers of a pool in a zone, oldest first. */
interface Group<Item> {
  readonly pool: string;
  readonly zone: string;
  readonly workers: readonly Item[];
}

/** Where the world and the account differ, one line for each fact that only one of them has; none when they agree. */
export function differences(world: World, seen: Observation): string[] {
  const [expected, found] = [new Set(factsOf(world)), new Set(factsSeen(seen))];
  return [
    ...[...expected].filter((fact) => !found.has(fact)).map((fact) => `expected: ${fact}`),
    ...[...found].filter((fact) => !expected.has(fact)).map((fact) => `found:    ${fact}`),
  ];
}

/** The world takes over the ids of the account that it agrees with, for calls to name things by. */
export function learnIds(world: World, seen: Observation): void {
  for (const cluster of world.clusters) {
    const real = seen.clusters.find(({ name }) => name === cluster.name);
    if (real === undefined) continue;
    cluster.id = real.id;
    const groups = groupSeen(real.workers);
    for (const { pool, zone, workers } of groupsOf(cluster)) {
      const ids = groups.find((group) => group.pool === pool && group.zone === zone)?.workers.map(({ id }) => id) ?? [];
      for (const [index, worker] of workers.entries()) worker.id = ids[index] ?? '';
    }
  }
}

function factsOf(world: World): string[] {
  const vlans = Object.entries(world.zones).flatMap(([zone, sides]) =>
    Object.entries(sides).map(([side, { primarySubnets }]) => `${zone} has a ${side} VLAN with ${primarySubnets} primary subnets`),
  );
  return [...vlans, ...world.clusters.flatMap(factsOfCluster)];
}

function factsOfCluster(cluster: ModelCluster): string[] {
  const { name, pools } = cluster;
  return [
    `${name} is ${publicState(cluster)} with ${healthOf(cluster).total} workers`,
    ...pools.filter(({ gone }) => !gone).map((pool) => `${name}/${pool.name} has ${pool.size} for each of ${[...pool.zones].sort().join(', ')}`),
    ...groupsOf(cluster).map(({ pool, zone, workers }) => `${name}/${pool} has in ${zone}: ${workers.map((one) => describe(cluster, one)).join(', ')}`),
  ];
}

/** Deleted workers are in no list, and their number is that of the others. */
const groupsOf = ({ workers }: ModelCluster): Group<ModelWorker>[] => group(workers.filter(({ state }) => state !== 'deleted'), ({ zone }) => zone, ({ pool }) => pool);

const groupSeen = (workers: readonly Worker[]): Group<Worker>[] => group(workers, ({ location }) => location, ({ poolName }) => poolName);

function group<Item>(items: readonly Item[], zoneOf: (item: Item) => string, poolOf: (item: Item) => string): Group<Item>[] {
  const groups = new Map<string, { pool: string; zone: string; workers: Item[] }>();
  for (const item of items) {
    const [pool, zone] = [poolOf(item), zoneOf(item)];
    const known = groups.get(`${pool} ${zone}`) ?? { pool, zone, workers: [] };
    known.workers.push(item);
    groups.set(`${pool} ${zone}`, known);
  }
  return [...groups.values()];
}

/** R33: addresses show once the machine is delivered. */
function describe(cluster: ModelCluster, worker: ModelWorker): string {
  const isDelivered = !['provision_pending', 'provisioning', 'provision_failed'].includes(worker.state);
  return `${worker.state} on ${isDelivered && worker.leased ? sidesOf(cluster).join(' and ') : 'nothing'}`;
}

function factsSeen({ clusters, subnets, vlans }: Observation): string[] {
  const primary = subnets.filter(({ properties }) => properties.subnet_type === 'additional_primary');
  return [
    ...vlans.map(({ id, type, properties }) => {
      const own = primary.filter(({ vlan_id: vlan }) => vlan === id);
      return `${String(properties['location'])} has a ${type} VLAN with ${own.length} primary subnets`;
    }),
    ...clusters.flatMap(factsSeenOf),
  ];
}

function factsSeenOf({ name, state, workerCount, pools, workers }: SeenCluster): string[] {
  return [
    `${name} is ${state} with ${workerCount} workers`,
    ...pools.map((pool) => `${name}/${pool.name} has ${pool.sizePerZone} for each of ${pool.zones.map(({ id }) => id).sort().join(', ')}`),
    ...groupSeen(workers).map((one) => `${name}/${one.pool} has in ${one.zone}: ${one.workers.map(describeSeen).join(', ')}`),
  ];
}

function describeSeen({ state, privateIP, publicIP }: Worker): string {
  const sides = [...(privateIP === '' ? [] : ['private']), ...(publicIP === '' ? [] : ['public'])];
  return `${state} on ${sides.length === 0 ? 'nothing' : sides.join(' and ')}`;
}
