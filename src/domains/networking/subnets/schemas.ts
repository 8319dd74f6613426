import { z } from 'zod';
import { clusterField } from '../../clusters/field-schemas.js';
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

const vlanId = z.string().meta({ description: "Id of a VLAN of the cluster's workers.", examples: ['1000005'] });

export const ClusterSubnetParams = z.object({
  idOrName: clusterField,
  subnetId: z.string().meta({ description: 'Id of a portable subnet of the account.', examples: ['1000012'] }),
});

export const ClusterVlanParams = z.object({ idOrName: clusterField, vlanId });

export const SizeQuery = z.object({
  size: z.enum(['8', '16', '32', '64']).optional().meta({ description: 'How many addresses the subnet has; 8 unless told.' }),
});

export const AddUserSubnet = z
  .object({
    cidr: z.string().meta({ description: 'A /24 to /30 that no subnet of the account overlaps.' }),
    vlan_id: z.string().meta({ description: "A private VLAN of the cluster's workers." }),
  })
  .meta({ id: 'AddClusterUserSubnetRequestBody', examples: [{ cidr: '10.91.40.0/24', vlan_id: '1000003' }] });

export const UserSubnetParams = z.object({
  idOrName: clusterField,
  subnetId: z.string().meta({ description: 'Id or block of a user-managed subnet.', examples: ['1000021'] }),
  vlanId,
});

export const SubnetFilter = z.object({
  location: z.string().optional().meta({ description: 'A zone, metro, region, country or geography.', examples: ['dal'] }),
  datacenters: z.string().optional().meta({ description: 'Zones, separated by commas.' }),
});

/** R66: the subnets of a cluster on one VLAN; `is_byoip` marks those that the user manages. */
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
