import { z } from 'zod';
import { clusterExampleName } from '../clusters/examples.js';
import { clusterField } from '../clusters/field-schemas.js';

const version = z.string().optional().meta({
  description: 'A minor, a patch or a build, one minor ahead at most. Without it the default version.',
});
const force = z.boolean().optional().meta({ description: 'Read and without effect: it does not lift the limit of one minor.' });

/** The actions of `updateCluster`. */
const UpdateAction = z.enum([
  'update',
  'enablePrivateServiceEndpoint',
  'disablePrivateServiceEndpoint',
  'enablePublicServiceEndpoint',
  'disablePublicServiceEndpoint',
]);

export const UpdateCluster = z
  .object({ action: UpdateAction, version, force })
  .meta({ id: 'UpdateClusterRequestBody', examples: [{ action: 'update', version: '1.36', force: true }] });

export type UpdateClusterRequest = z.output<typeof UpdateCluster>;

export const HandleMaster = z
  .object({ action: z.enum(['refresh']) })
  .meta({ id: 'HandleMasterAPIServerRequestBody', examples: [{ action: 'refresh' }] });

export const UpdateMaster = z
  .object({ cluster: clusterField, version, force })
  .meta({ id: 'V2UpdateMasterRequestBody', examples: [{ cluster: clusterExampleName, version: '1.36' }] });

export const AutoUpdateMaster = z
  .object({ cluster: clusterField, autoUpdate: z.boolean().meta({ description: 'Whether patches are applied without being asked for.' }) })
  .meta({ id: 'AutoUpdateMasterRequestBody', examples: [{ cluster: clusterExampleName, autoUpdate: false }] });
