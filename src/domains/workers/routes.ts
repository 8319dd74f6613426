import { z } from 'zod';
import type { Routes } from '../../operations/router.js';
import { ClusterParams } from '../clusters/schemas.js';
import {
  ClusterWorkerParams,
  Worker,
  WorkerParams,
  WorkersQuery,
  WorkersV2Query,
  WorkerV2,
  WorkerV2Query,
} from './schemas.js';
import { findWorker } from './service.js';
import { findClusterWorker, listClusterWorkers } from './queries.js';
import { toWorker, toWorkerV2 } from './wire.js';

export const workerRoutes: Routes = ({ read }) => {
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
};
