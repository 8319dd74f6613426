import { z } from 'zod';
import type { OperationRouter, Routes } from '../../operations/router.js';
import { clusterRefusals } from '../clusters/actions.js';
import { clusterInQuery, clusterOf } from '../clusters/cluster-call.js';
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
import { workerInBody, workerOf } from './worker-call.js';

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
    async (scope, input) => (await listClusterWorkers(scope, { ...input.query, ...clusterOf(input) })).map(toWorker),
  );

  read(
    'getWorkers',
    { summary: 'Read one worker of a cluster', params: ClusterWorkerParams, answer: Worker, errors: ['clusterNotFound', 'workerNotFound'] },
    async (scope, input) => toWorker(await findClusterWorker(scope, workerOf(input))),
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
      async (scope, input) => (await listClusterWorkers(scope, { ...input.query, ...clusterInQuery(input) })).map(toWorkerV2),
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
      async (scope, input) => toWorkerV2(await findClusterWorker(scope, { ...clusterInQuery(input), worker: input.query.worker })),
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
    (scope, input) => addWorkers(scope, clusterOf(input)),
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
    (scope, input) => operateWorker(scope, workerOf(input), input.body.action, input.body.force),
  );

  change(
    'removeClusterWorker',
    {
      summary: 'Delete a worker',
      description: 'The size of its pool stays: a rebalance brings a new worker.',
      params: ClusterWorkerParams,
      errors: refusals,
    },
    (scope, input) => removeWorker(scope, workerOf(input)),
  );

  change(
    'v2RemoveWorker',
    { summary: 'Delete a worker (v2)', body: RemoveWorker, errors: refusals },
    (scope, input) => removeWorker(scope, workerInBody(input)),
  );

  change(
    'replaceWorker',
    {
      summary: 'Replace a worker',
      description: 'The worker is deleted, and another comes into the same pool and zone with a new id and new addresses.',
      body: ReplaceWorker,
      errors: refusals,
    },
    (scope, input) => replaceWorker(scope, workerInBody(input), input.body.update),
  );
}
