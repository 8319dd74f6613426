import { z } from 'zod';
import type { OperationRouter, Routes } from '../../operations/router.js';
import { clusterRefusals } from '../clusters/actions.js';
import { ClusterParams } from '../clusters/schemas.js';
import { addWorkers, operateWorker, removeWorker, replaceWorker } from './change.js';
import { findClusterWorker, listClusterWorkers } from './read.js';
import {
  AddWorkers,
  ClusterWorkerParams,
  RemoveWorker,
  ReplaceWorker,
  UpdateWorker,
  Worker,
  WorkerParams,
  WorkersQuery,
  WorkersV2Query,
  WorkerV2,
  WorkerV2Query,
} from './schemas.js';
import { findWorker } from './service.js';
import { toWorker, toWorkerV2 } from './wire.js';

export const workerRoutes: Routes = (router) => {
  registerReads(router);
  registerChanges(router);
};

function registerReads({ read }: OperationRouter): void {
  read(
    'getClusterWorkers',
    {
      summary: 'List the workers of a cluster',
      params: ClusterParams,
      query: WorkersQuery,
      answer: z.array(Worker),
      errors: ['clusterNotFound', 'workerPoolNotFound'],
    },
    async (scope, { params, query, headers }) =>
      (await listClusterWorkers(scope, { ...query, cluster: params.idOrName, region: headers['x-region'] })).map(toWorker),
  );

  read(
    'getWorkers',
    { summary: 'Read one worker of a cluster', params: ClusterWorkerParams, answer: Worker, errors: ['clusterNotFound', 'workerNotFound'] },
    async (scope, { params, headers }) =>
      toWorker(await findClusterWorker(scope, params.idOrName, params.workerId, headers['x-region'])),
  );

  read(
    'getWorkerByIdV1',
    { summary: 'Read one worker by its id alone', params: WorkerParams, answer: Worker, errors: ['workerNotFound'] },
    async (scope, { params }) => toWorker(await findWorker(scope, params.workerId)),
  );

  for (const id of ['getWorkers1', 'classicGetWorkers'] as const) {
    read(
      id,
      {
        summary: 'List the workers of a cluster (v2)',
        query: WorkersV2Query,
        answer: z.array(WorkerV2),
        errors: ['clusterNotFound', 'workerPoolNotFound'],
      },
      async (scope, { query, headers }) =>
        (await listClusterWorkers(scope, { ...query, region: headers['x-region'] })).map(toWorkerV2),
    );
  }

  for (const id of ['getWorker', 'classicGetWorker'] as const) {
    read(
      id,
      {
        summary: 'Read one worker of a cluster (v2)',
        query: WorkerV2Query,
        answer: WorkerV2,
        errors: ['clusterNotFound', 'workerNotFound'],
      },
      async (scope, { query, headers }) =>
        toWorkerV2(await findClusterWorker(scope, query.cluster, query.worker, headers['x-region'])),
    );
  }
}

const refusals = [...clusterRefusals, 'workerNotFound'] as const;

function registerChanges({ change }: OperationRouter): void {
  change(
    'addClusterWorkers',
    {
      summary: 'Add workers outside of pools',
      description: 'Refused for every cluster that has worker pools, which all clusters of this emulator have.',
      params: ClusterParams,
      body: AddWorkers,
      errors: ['clusterNotFound'],
    },
    (scope, { params, headers }) => addWorkers(scope, params.idOrName, headers['x-region']),
  );

  change(
    'updateClusterWorker',
    {
      summary: 'Reboot, reload or update a worker',
      description:
        "A reload installs the newest build of the worker's minor, an update that of the master's; id and addresses stay. The effect shows at once.",
      params: ClusterWorkerParams,
      body: UpdateWorker,
      errors: refusals,
    },
    (scope, { params, body, headers }) =>
      operateWorker(
        scope,
        { cluster: params.idOrName, worker: params.workerId, region: headers['x-region'] },
        body.action,
        body.force,
      ),
  );

  change(
    'removeClusterWorker',
    {
      summary: 'Delete a worker',
      description: 'The size of its pool stays: a rebalance brings a new worker.',
      params: ClusterWorkerParams,
      errors: refusals,
    },
    (scope, { params, headers }) =>
      removeWorker(scope, { cluster: params.idOrName, worker: params.workerId, region: headers['x-region'] }),
  );

  change(
    'v2RemoveWorker',
    { summary: 'Delete a worker (v2)', body: RemoveWorker, errors: refusals },
    (scope, { body, headers }) => removeWorker(scope, { cluster: body.cluster, worker: body.workerID, region: headers['x-region'] }),
  );

  change(
    'replaceWorker',
    {
      summary: 'Replace a worker',
      description: 'The worker is deleted, and another comes into the same pool and zone with a new id and new addresses.',
      body: ReplaceWorker,
      errors: refusals,
    },
    (scope, { body, headers }) =>
      replaceWorker(scope, { cluster: body.cluster, worker: body.workerID, region: headers['x-region'] }, body.update),
  );
}
