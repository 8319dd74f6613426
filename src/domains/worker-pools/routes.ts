import { z } from 'zod';
import type { Routes } from '../../operations/router.js';
import { ClusterParams } from '../clusters/schemas.js';
import { findCluster } from '../clusters/service.js';
import { WorkerPool, WorkerPoolParams, WorkerPoolsV2Query, WorkerPoolV2, WorkerPoolV2Query } from './schemas.js';
import { getWorkerPool, listWorkerPools } from './service.js';
import { toWorkerPool, toWorkerPoolV2 } from './wire.js';

export const workerPoolRoutes: Routes = ({ read }) => {
  read(
    'getWorkerPools',
    { summary: 'List the worker pools of a cluster', params: ClusterParams, answer: z.array(WorkerPool), errors: ['clusterNotFound'] },
    async (scope, { params, headers }) => {
      const { id } = await findCluster(scope, params.idOrName, headers['x-region']);
      return (await listWorkerPools(scope, id)).map(toWorkerPool);
    },
  );

  read(
    'getWorkerPool1',
    {
      summary: 'Read one worker pool',
      params: WorkerPoolParams,
      answer: WorkerPool,
      errors: ['clusterNotFound', 'workerPoolNotFound'],
    },
    async (scope, { params, headers }) => {
      const { id } = await findCluster(scope, params.idOrName, headers['x-region']);
      return toWorkerPool(await getWorkerPool(scope, id, params.poolidOrName));
    },
  );

  for (const id of ['getWorkerPools1', 'classicGetWorkerPools'] as const) {
    read(
      id,
      {
        summary: 'List the worker pools of a cluster (v2)',
        query: WorkerPoolsV2Query,
        answer: z.array(WorkerPoolV2),
        errors: ['clusterNotFound'],
      },
      async (scope, { query, headers }) => {
        const cluster = await findCluster(scope, query.cluster, headers['x-region']);
        return (await listWorkerPools(scope, cluster.id)).map(toWorkerPoolV2);
      },
    );
  }

  for (const id of ['getWorkerPool', 'classicGetWorkerPool'] as const) {
    read(
      id,
      {
        summary: 'Read one worker pool (v2)',
        query: WorkerPoolV2Query,
        answer: WorkerPoolV2,
        errors: ['clusterNotFound', 'workerPoolNotFound'],
      },
      async (scope, { query, headers }) => {
        const cluster = await findCluster(scope, query.cluster, headers['x-region']);
        return toWorkerPoolV2(await getWorkerPool(scope, cluster.id, query.workerpool));
      },
    );
  }
};
