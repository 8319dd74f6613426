import type { z } from 'zod';
import { formatDate } from '../../../core/dates.js';
import type { Account } from '../../../generated/prisma/client.js';
import type { VlanWithSubnetCount } from './repository.js';
import type { Vlan, VlanSpanning } from './schemas.js';

/** R13. */
export function toVlan(vlan: VlanWithSubnetCount): z.input<typeof Vlan> {
  return {
    id: vlan.id,
    type: vlan.side,
    properties: {
      name: '',
      note: '',
      primary_router: `${vlan.side === 'public' ? 'fcr' : 'bcr'}${vlan.router}`,
      vlan_number: String(vlan.number),
      vlan_type: 'standard',
      location: vlan.zone,
      local_disk_storage_capability: 'true',
      san_storage_capability: 'true',
      subnet_count: vlan.subnetCount,
    },
  };
}

/** R18. */
export const toVlanSpanning = ({ vlanSpanning, vlanSpanningModifiedAt }: Account): z.input<typeof VlanSpanning> => ({
  enabled: vlanSpanning,
  modifiedDate: vlanSpanningModifiedAt === null ? '' : formatDate(vlanSpanningModifiedAt),
});
