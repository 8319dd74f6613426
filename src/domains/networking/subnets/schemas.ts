import { z } from 'zod';
import { Side } from '../vlans/schemas.js';

/** R64. */
export const Subnet = z
  .object({
    id: z.string(),
    type: Side,
    vlan_id: z.string(),
    ip_addresses: z.array(z.string()),
    properties: z.object({
      cidr: z.string().meta({ description: 'The prefix length alone.' }),
      network_identifier: z.string(),
      note: z.string(),
      subnet_type: z.enum(['additional_primary', 'secondary_on_vlan']),
      display_label: z.string(),
      gateway: z.string(),
      bound_cluster: z.string(),
      datacenter: z.string(),
    }),
  })
  .meta({
    id: 'Subnet',
    examples: [
      {
        id: '1000012',
        type: 'public',
        vlan_id: '1000005',
        ip_addresses: [],
        properties: {
          cidr: '29',
          network_identifier: '169.48.0.16',
          note: '',
          subnet_type: 'secondary_on_vlan',
          display_label: '169.48.0.16/29',
          gateway: '169.48.0.17',
          bound_cluster: 'c9t2m4ld0k7q1e5v8ub0',
          datacenter: 'dal10',
        },
      },
    ],
  });

export const SubnetFilter = z.object({
  location: z.string().optional().meta({ description: 'A metro such as dal.', examples: ['dal'] }),
  datacenters: z.string().optional().meta({ description: 'Zones, separated by commas.' }),
});

/** R66: the portable subnets of a cluster on one VLAN. */
export const ClusterVlan = z
  .object({
    id: z.string(),
    subnets: z.array(
      z.object({
        id: z.string(),
        cidr: z.string(),
        ips: z.array(z.string()),
        is_byoip: z.boolean(),
        is_public: z.boolean(),
      }),
    ),
    zone: z.string(),
    region: z.string(),
  })
  .meta({
    id: 'VlanConfigField',
    examples: [
      {
        id: '1000005',
        subnets: [
          {
            id: '1000012',
            cidr: '169.48.0.16/29',
            ips: ['169.48.0.18', '169.48.0.19', '169.48.0.20', '169.48.0.21', '169.48.0.22'],
            is_byoip: false,
            is_public: true,
          },
        ],
        zone: 'dal10',
        region: 'us-south',
      },
    ],
  });
