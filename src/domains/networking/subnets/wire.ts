import type { z } from 'zod';
import { gatewayOf, networkOf, parseBlock, usableAddresses } from '../../../core/addresses.js';
import { regionOfZone } from '../../catalog/zones.js';
import type { SubnetOnVlan } from './repository.js';
import type { AddUserSubnet, ClusterVlan, Subnet } from './schemas.js';

export const fromAddUserSubnet = ({ cidr, vlan_id }: z.output<typeof AddUserSubnet>): { cidr: string; vlanId: string } => ({ cidr, vlanId: vlan_id });

/** R64. */
export function toSubnet({ id, vlanId, cidr, kind, clusterId, vlan }: SubnetOnVlan): z.input<typeof Subnet> {
  const block = parseBlock(cidr);
  return {
    id,
    type: vlan.side,
    vlan_id: vlanId,
    ip_addresses: [],
    properties: {
      cidr: String(block.prefix),
      network_identifier: networkOf(block),
      note: '',
      subnet_type: kind === 'primary' ? 'additional_primary' : 'secondary_on_vlan',
      display_label: cidr,
      gateway: gatewayOf(block),
      bound_cluster: clusterId ?? '',
      datacenter: vlan.zone,
    },
  };
}

/** R66: the subnets grouped by their VLAN, in the order in which they were ordered. */
export function toClusterVlans(subnets: readonly SubnetOnVlan[]): z.input<typeof ClusterVlan>[] {
  const vlanIds = [...new Set(subnets.map(({ vlanId }) => vlanId))];
  return vlanIds.map((id) => {
    const onVlan = subnets.filter(({ vlanId }) => vlanId === id);
    const zone = onVlan[0]?.vlan.zone ?? '';
    return {
      id,
      subnets: onVlan.map((subnet) => ({
        id: subnet.id,
        cidr: subnet.cidr,
        ips: usableAddresses(parseBlock(subnet.cidr)),
        is_byoip: subnet.kind === 'user_managed',
        is_public: subnet.vlan.side === 'public',
      })),
      zone,
      region: regionOfZone(zone),
    };
  });
}
