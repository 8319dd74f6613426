import fc from 'fast-check';
import type { Observation } from '../observation.js';
import type { World } from '../world.js';
import { pick, type Plans, type Request } from './call.js';

type MakeRequest = (world: World, seen: Observation, chance: number) => Request | undefined;

const onCluster = ({ clusters }: World, chance: number, rest: (id: string) => Request | undefined): Request | undefined => {
  const cluster = pick(clusters, chance);
  return cluster === undefined ? undefined : rest(cluster.name);
};

/** Portable subnets are left to the invariants: there are those of the account, and each is one cluster's. */
const requests: Readonly<Record<string, MakeRequest>> = {
  order: (world, { vlans }, chance) =>
    onCluster(world, chance, (name) => {
      const vlan = pick(vlans, chance);
      return vlan && { method: 'POST', path: `/v1/clusters/${name}/vlans/${vlan.id}` };
    }),
  add: (world, { subnets }, chance) =>
    onCluster(world, chance, (name) => {
      const subnet = pick(subnets, chance);
      return subnet && { method: 'PUT', path: `/v1/clusters/${name}/subnets/${subnet.id}` };
    }),
  detach: (world, { subnets }, chance) =>
    onCluster(world, chance, (name) => {
      const subnet = pick(subnets, chance);
      return subnet && { method: 'PATCH', path: `/v1/clusters/${name}/subnets/${subnet.id}` };
    }),
  'bring along': (world, { vlans }, chance) =>
    onCluster(world, chance, (name) => {
      const vlan = pick(vlans, chance);
      const cidr = `10.91.${chance % 8}.${chance % 3 === 0 ? 0 : 128}/${chance % 3 === 0 ? 24 : 25}`;
      return vlan && { method: 'POST', path: `/v1/clusters/${name}/usersubnets`, body: { cidr, vlan_id: vlan.id } };
    }),
};

export const subnetPlans: Plans = fc
  .record({ what: fc.constantFrom(...Object.keys(requests)), chance: fc.nat({ max: 999 }) })
  .map(({ what, chance }) => ({
    name: `${what} subnet ${chance}`,
    resolve: (world, seen) => {
      const request = requests[what]?.(world, seen, chance);
      return request && { requests: [request], predict: () => undefined };
    },
  }));
