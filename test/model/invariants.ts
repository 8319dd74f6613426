import { overlaps, type Subnet } from '../networking/support.js';
import type { Worker } from '../worker-pools/scene.js';
import type { Observation, SeenCluster } from './observation.js';

/** What no sequence of calls may break, as far as callers can see it; one line for each breach. */
export const breachesSeen = (seen: Observation): string[] => [
  ...addressesTwice(seen),
  ...overlaps(seen.subnets.map(({ properties }) => properties.display_label)).map((pair) => `R39: the subnets ${pair} overlap`),
  ...strayPairs(seen),
  ...strangePortables(seen),
  ...seen.clusters.flatMap((cluster) => [...strayWorkers(cluster, seen), ...strayAlbs(cluster, seen)]),
];

/** R37: an address has one holder. */
function addressesTwice({ clusters, albs }: Observation): string[] {
  const ofWorkers = clusters.flatMap(({ workers }) => workers.flatMap(({ privateIP, publicIP }) => [privateIP, publicIP]));
  const ofAlbs = albs.filter(({ enable }) => enable).map(({ albip }) => albip);
  const all = [...ofWorkers, ...ofAlbs].filter((address) => address !== '').sort();
  return all.filter((address, index) => address === all[index - 1]).map((address) => `R37: ${address} is held twice`);
}

/** R1, R2: a zone has one VLAN of each side at most, behind routers of one number. */
function strayPairs({ vlans }: Observation): string[] {
  const zones = [...new Set(vlans.map(({ properties }) => String(properties['location'])))];
  return zones.flatMap((zone) => {
    const inZone = vlans.filter(({ properties }) => properties['location'] === zone);
    const routers = new Set(inZone.map(({ properties }) => properties.primary_router.slice(3)));
    const isPair = new Set(inZone.map(({ type }) => type)).size === inZone.length && routers.size === 1;
    return isPair ? [] : [`R1: ${zone} has ${inZone.map(({ type, properties }) => `${type} ${properties.primary_router}`).join(', ')}`];
  });
}

/** R50, R52: a portable subnet has 8 addresses, and is a living cluster's or nobody's. */
function strangePortables({ subnets, clusters }: Observation): string[] {
  return subnets
    .filter(({ properties }) => properties.subnet_type === 'secondary_on_vlan')
    .filter(({ properties: { cidr, bound_cluster: owner } }) => cidr !== '29' || (owner !== '' && clusters.every(({ id }) => id !== owner)))
    .map(({ id, properties }) => `R52: the portable subnet ${id} is a /${properties.cidr} of ${properties.bound_cluster}`);
}

/** R10, R33: workers are on both VLANs of their zone or on the private one alone, with addresses of primary subnets there. */
function strayWorkers({ name, workers }: SeenCluster, { vlans, subnets }: Observation): string[] {
  const isOn = (vlan: string, zone: string, side: string): boolean =>
    vlans.some(({ id, type, properties }) => id === vlan && type === side && properties['location'] === zone);
  const fits = (address: string, vlan: string): boolean => address === '' || subnets.some((subnet) => isPrimary(subnet, vlan) && holds(subnet, address));
  const isRight = ({ location, privateVlan, publicVlan, privateIP, publicIP }: Worker): boolean =>
    isOn(privateVlan, location, 'private') &&
    fits(privateIP, privateVlan) &&
    (publicVlan === '' ? publicIP === '' : isOn(publicVlan, location, 'public') && fits(publicIP, publicVlan));
  return workers.filter((worker) => !isRight(worker)).map(({ id }) => `R33: worker ${id} of ${name} is not where it should be`);
}

/** R51, R230: one ALB of each side in a zone, an enabled one with an address of the cluster's own; no public one without public VLANs. */
function strayAlbs({ id, name, albs, workers }: SeenCluster, { subnets }: Observation): string[] {
  const places = albs.map(({ zone, albType }) => `${zone} ${albType}`);
  const twice = places.filter((place, index) => places.indexOf(place) !== index).map((place) => `R230: ${name} has two ALBs in ${place}`);
  const isPrivateOnly = workers.length > 0 && workers.every(({ publicVlan }) => publicVlan === '');
  const strange = albs
    .filter(({ enable, albip }) => enable && albip !== '')
    .filter(
      ({ albip, albType, vlanID }) =>
        (isPrivateOnly && albType === 'public') ||
        !subnets.some((subnet) => subnet.vlan_id === vlanID && subnet.properties.bound_cluster === id && holds(subnet, albip)),
    );
  return [...twice, ...strange.map(({ albID, albip }) => `R51: ${albID} has the address ${albip}`)];
}

const isPrimary = ({ vlan_id: id, properties }: Subnet, vlan: string): boolean => id === vlan && properties.subnet_type === 'additional_primary';

const holds = ({ properties: { network_identifier: network, cidr } }: Subnet, address: string): boolean => {
  const distance = numberOf(address) - numberOf(network);
  return distance > 1 && distance < 2 ** (32 - Number(cidr)) - 1;
};

const numberOf = (address: string): number => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
