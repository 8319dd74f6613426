import { z } from 'zod';
import type { OperationRouter, Routes } from '../../operations/router.js';
import { clusterRefusals } from '../clusters/actions.js';
import { ClusterParams } from '../clusters/schemas.js';
import { findCluster } from '../clusters/service.js';
import { createWorkerPool } from './create.js';
import { patchWorkerPool } from './patch.js';
import { removeWorkerPool } from './remove.js';
import {
  CreateWorkerPool,
  PatchWorkerPool,
  ResizeWorkerPool,
  SetWorkerPoolLabels,
  SetWorkerPoolOperatingSystem,
  SetWorkerPoolTaints,
  WorkerPoolChoice,
} from './request-schemas.js';
import { rebalanceWorkerPool, resizeWorkerPool } from './resize.js';
import { WorkerPool, WorkerPoolParams, WorkerPoolsV2Query, WorkerPoolV2, WorkerPoolV2Query } from './schemas.js';
import { getWorkerPool, listWorkerPools, type PoolName } from './service.js';
import { setLabels, setOperatingSystem, setTaints } from './settings.js';
import { toWorkerPool, toWorkerPoolV2 } from './wire.js';

const refusals = [...clusterRefusals, 'workerPoolNotFound'] as const;

export const workerPoolRoutes: Routes = (router) => {
  registerReads(router);
  registerChanges(router);
  registerV2Changes(router);
};

function registerReads({ read }: OperationRouter): void {
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
}

function registerChanges({ change }: OperationRouter): void {
  change(
    'createWorkerPool',
    {
      summary: 'Create a worker pool',
      description: 'Without zones the pool has no workers until a zone is added.',
      params: ClusterParams,
      body: CreateWorkerPool,
      answer: WorkerPool,
      errors: [...clusterRefusals, 'deprecatedFlavor', 'workerPoolNameTaken', 'quotaExceeded'],
    },
    async (scope, { params, body, headers }) =>
      toWorkerPool(await createWorkerPool(scope, params.idOrName, headers['x-region'], body)),
  );

  change(
    'patchWorkerPool',
    {
      summary: 'Resize, label or rebalance a worker pool',
      description: 'The key `state` says what to do; keys that are not about it are ignored.',
      params: WorkerPoolParams,
      body: PatchWorkerPool,
      errors: [...refusals, 'quotaExceeded'],
    },
    (scope, { params, body, headers }) =>
      patchWorkerPool(scope, { cluster: params.idOrName, pool: params.poolidOrName, region: headers['x-region'] }, body),
  );

  change(
    'removeWorkerPool',
    {
      summary: 'Delete a worker pool',
      description: 'The pool is gone at once; its workers are being deleted for a while. The last pool of a cluster cannot be deleted.',
      params: WorkerPoolParams,
      errors: refusals,
    },
    (scope, { params, headers }) =>
      removeWorkerPool(scope, { cluster: params.idOrName, pool: params.poolidOrName, region: headers['x-region'] }),
  );
}

function registerV2Changes({ change }: OperationRouter): void {
  change(
    'v2ResizeWorkerPool',
    { summary: 'Resize a worker pool (v2)', body: ResizeWorkerPool, errors: [...refusals, 'quotaExceeded'] },
    (scope, { body, headers }) => resizeWorkerPool(scope, poolNamed(body, headers), body.size),
  );

  change(
    'v2SetWorkerPoolLabels',
    { summary: 'Set the labels of a worker pool (v2)', body: SetWorkerPoolLabels, errors: refusals },
    (scope, { body, headers }) => setLabels(scope, poolNamed(body, headers), body.labels),
  );

  change(
    'v2SetWorkerPoolTaints',
    { summary: 'Set the taints of a worker pool (v2)', body: SetWorkerPoolTaints, errors: refusals },
    (scope, { body, headers }) => setTaints(scope, poolNamed(body, headers), body.taints),
  );

  change(
    'setWorkerPoolOperatingSystem',
    {
      summary: 'Set the operating system of a worker pool (v2)',
      description: 'Workers get it when they are next updated or reloaded.',
      body: SetWorkerPoolOperatingSystem,
      errors: refusals,
    },
    (scope, { body, headers }) => setOperatingSystem(scope, poolNamed(body, headers), body.operatingSystem),
  );

  change(
    'rebalanceWorkerPool',
    { summary: 'Rebalance a worker pool (v2)', body: WorkerPoolChoice, errors: [...refusals, 'quotaExceeded'] },
    (scope, { body, headers }) => rebalanceWorkerPool(scope, poolNamed(body, headers)),
  );

  change(
    'removeWorkerPool1',
    { summary: 'Delete a worker pool (v2)', body: WorkerPoolChoice, errors: refusals },
    (scope, { body, headers }) => removeWorkerPool(scope, poolNamed(body, headers)),
  );
}

/** The pool that a v2 body names. */
const poolNamed = (body: z.output<typeof WorkerPoolChoice>, headers: { readonly 'x-region'?: string | undefined }): PoolName => ({
  cluster: body.cluster,
  pool: body.workerpool,
  region: headers['x-region'],
});
