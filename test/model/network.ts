import { type ModelCluster, type ModelWorker, type Side, sidesOf, type World } from './world.js';

/** How many workers have room in a primary subnet: a /26 or /28 without its network, gateway and broadcast address (R30, R31). */
const CAPACITY: Readonly<Record<Side, number>> = { private: 61, public: 13 };

/** R1, R30: a zone has VLANs for the sides that workers are on, each with a primary subnet. */
export function prepareZone({ zones }: World, zone: string, sides: readonly Side[]): void {
  const vlans = (zones[zone] ??= {});
  for (const side of sides) vlans[side] ??= { primarySubnets: 1, leased: 0 };
}

/** R33, R35: the worker gets an address on each side, and a VLAN another primary subnet when all it has are full. */
export function leaseAddresses(world: World, cluster: ModelCluster, worker: ModelWorker): void {
  if (worker.leased) return;
  worker.leased = true;
  for (const side of sidesOf(cluster)) {
    const vlan = world.zones[worker.zone]?.[side];
    if (vlan === undefined) throw new Error(`The model has a worker in ${worker.zone} without a ${side} VLAN.`);
    if (vlan.leased === vlan.primarySubnets * CAPACITY[side]) vlan.primarySubnets += 1;
    vlan.leased += 1;
  }
}

/** R36: its addresses are free for others. */
export function returnAddresses(world: World, cluster: ModelCluster, worker: ModelWorker): void {
  if (!worker.leased) return;
  worker.leased = false;
  for (const side of sidesOf(cluster)) {
    const vlan = world.zones[worker.zone]?.[side];
    if (vlan !== undefined) vlan.leased -= 1;
  }
}
