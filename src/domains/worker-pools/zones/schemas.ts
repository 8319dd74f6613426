import { z } from 'zod';
import { clusterField } from '../../clusters/field-schemas.js';
import { poolField } from '../field-schemas.js';
import { WorkerPoolParams } from '../schemas.js';

const zone = z.string().meta({ description: 'A zone such as dal12.', examples: ['dal12'] });

/** The VLANs for workers in a zone. Keys are read ignoring case, so that privateVLAN is taken as well (A7). */
export const WorkerPoolZoneVlans = z
  .object({
    privateVlan: z.string().optional().meta({ description: 'Id of a VLAN of the zone.' }),
    publicVlan: z.string().optional().meta({ description: 'Id of a VLAN of the zone behind the same router.' }),
  })
  .meta({ id: 'WorkerPoolZoneVlans', examples: [{ privateVlan: '1000003', publicVlan: '1000005' }] });

export const AddZone = WorkerPoolZoneVlans.extend({ id: zone }).meta({
  id: 'AddWorkerPoolZoneRequest',
  examples: [{ id: 'dal12' }],
});

export const ZoneParams = WorkerPoolParams.extend({ zoneid: zone });

export const RemoveZone = z
  .object({ cluster: clusterField, workerpool: poolField, zone })
  .meta({ id: 'RemoveWorkerPoolZoneRequest', examples: [{ cluster: 'my-cluster', workerpool: 'default', zone: 'dal12' }] });
