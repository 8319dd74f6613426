import { z } from 'zod';

export const Side = z.enum(['public', 'private']);

/** R13: every value of the properties is text, but for `subnet_count`. */
export const Vlan = z
  .object({
    id: z.string(),
    type: Side,
    properties: z.object({
      name: z.string(),
      note: z.string(),
      primary_router: z.string(),
      vlan_number: z.string(),
      vlan_type: z.string(),
      location: z.string(),
      local_disk_storage_capability: z.string(),
      san_storage_capability: z.string(),
      subnet_count: z.int(),
    }),
  })
  .meta({
    id: 'VLAN',
    examples: [
      {
        id: '1000003',
        type: 'private',
        properties: {
          name: '',
          note: '',
          primary_router: 'bcr01a.dal10',
          vlan_number: '1284',
          vlan_type: 'standard',
          location: 'dal10',
          local_disk_storage_capability: 'true',
          san_storage_capability: 'true',
          subnet_count: 2,
        },
      },
    ],
  });

export const DatacenterParams = z.object({
  datacenter: z.string().meta({ description: 'Id of a classic zone.', examples: ['dal10'] }),
});

export const ZoneQuery = z.object({
  zone: z.string().meta({ description: 'Id of a classic zone.', examples: ['dal10'] }),
});

export const VlanSpanning = z
  .object({ enabled: z.boolean(), modifiedDate: z.string() })
  .meta({ id: 'VlanSpan', examples: [{ enabled: false, modifiedDate: '' }] });
