import type { Routes } from '../../../operations/router.js';
import { clusterRefusals } from '../../clusters/actions.js';
import { poolInBody, poolOf } from '../pool-call.js';
import { WorkerPoolParams } from '../schemas.js';
import { AddZone, RemoveZone, WorkerPoolZoneVlans, ZoneParams } from './schemas.js';
import { addZone, changeZoneVlans, removeZone } from './service.js';

const refusals = [...clusterRefusals, 'workerPoolNotFound'] as const;

export const workerPoolZoneRoutes: Routes = ({ change }) => {
  change(
    'addWorkerPoolZone',
    {
      summary: 'Add a zone to a worker pool',
      description:
        'The zone must be in the metro of the cluster. Workers are ordered at once; portable subnets and a pair of ALBs follow when they are up.',
      params: WorkerPoolParams,
      body: AddZone,
      errors: [...refusals, 'deprecatedFlavor', 'quotaExceeded'],
    },
    (scope, input) => addZone(scope, poolOf(input), input.body),
  );

  change(
    'addWorkerPoolZoneNetwork',
    {
      summary: 'Change the VLANs for future workers of a worker pool in a zone',
      params: ZoneParams,
      body: WorkerPoolZoneVlans,
      errors: [...refusals, 'zoneNotFound'],
    },
    (scope, input) => changeZoneVlans(scope, poolOf(input), { ...input.body, id: input.params.zoneid }),
  );

  change(
    'removeWorkerPoolZone',
    {
      summary: 'Remove a zone from a worker pool',
      description: 'Its workers are deleted. ALBs and portable subnets of the zone go when no other pool of the cluster has the zone.',
      params: ZoneParams,
      errors: [...refusals, 'zoneNotFound'],
    },
    (scope, input) => removeZone(scope, poolOf(input), input.params.zoneid),
  );

  change(
    'removeWorkerPoolZone1',
    { summary: 'Remove a zone from a worker pool (v2)', body: RemoveZone, errors: [...refusals, 'zoneNotFound'] },
    (scope, input) => removeZone(scope, poolInBody(input), input.body.zone),
  );
};
