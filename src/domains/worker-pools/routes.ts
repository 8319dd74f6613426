import { z } from 'zod';
import type { OperationRouter, Routes } from '../../operations/router.js';
import { clusterRefusals } from '../clusters/actions.js';
import { clusterInQuery, clusterOf } from '../clusters/cluster-call.js';
import { ClusterParams } from '../clusters/schemas.js';
import { createWorkerPool } from './create.js';
import { patchWorkerPool } from './patch.js';
import { poolInBody, poolOf } from './pool-call.js';
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
import { getWorkerPool, listWorkerPools } from './service.js';
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
    async (scope, input) => (await listWorkerPools(scope, clusterOf(input))).map(toWorkerPool),
  );

  read(
    'getWorkerPool1',
    {
      summary: 'Read one worker pool',
      params: WorkerPoolParams,
      answer: WorkerPool,
      errors: ['clusterNotFound', 'workerPoolNotFound'],
    },
    async (scope, input) => toWorkerPool(await getWorkerPool(scope, poolOf(input))),
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
      async (scope, input) => (await listWorkerPools(scope, clusterInQuery(input))).map(toWorkerPoolV2),
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
      async (scope, input) => toWorkerPoolV2(await getWorkerPool(scope, { ...clusterInQuery(input), pool: input.query.workerpool })),
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
    async (scope, input) => toWorkerPool(await createWorkerPool(scope, clusterOf(input), input.body)),
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
    (scope, input) => patchWorkerPool(scope, poolOf(input), input.body),
  );

  change(
    'removeWorkerPool',
    {
      summary: 'Delete a worker pool',
      description: 'The pool is gone at once; its workers are being deleted for a while. The last pool of a cluster cannot be deleted.',
      params: WorkerPoolParams,
      errors: refusals,
    },
    (scope, input) => removeWorkerPool(scope, poolOf(input)),
  );
}

function registerV2Changes({ change }: OperationRouter): void {
  change(
    'v2ResizeWorkerPool',
    { summary: 'Resize a worker pool (v2)', body: ResizeWorkerPool, errors: [...refusals, 'quotaExceeded'] },
    (scope, input) => resizeWorkerPool(scope, poolInBody(input), input.body.size),
  );

  change(
    'v2SetWorkerPoolLabels',
    { summary: 'Set the labels of a worker pool (v2)', body: SetWorkerPoolLabels, errors: refusals },
    (scope, input) => setLabels(scope, poolInBody(input), input.body.labels),
  );

  change(
    'v2SetWorkerPoolTaints',
    { summary: 'Set the taints of a worker pool (v2)', body: SetWorkerPoolTaints, errors: refusals },
    (scope, input) => setTaints(scope, poolInBody(input), input.body.taints),
  );

  change(
    'setWorkerPoolOperatingSystem',
    {
      summary: 'Set the operating system of a worker pool (v2)',
      description: 'Workers get it when they are next updated or reloaded.',
      body: SetWorkerPoolOperatingSystem,
      errors: refusals,
    },
    (scope, input) => setOperatingSystem(scope, poolInBody(input), input.body.operatingSystem),
  );

  change(
    'rebalanceWorkerPool',
    { summary: 'Rebalance a worker pool (v2)', body: WorkerPoolChoice, errors: [...refusals, 'quotaExceeded'] },
    (scope, input) => rebalanceWorkerPool(scope, poolInBody(input)),
  );

  change(
    'removeWorkerPool1',
    { summary: 'Delete a worker pool (v2)', body: WorkerPoolChoice, errors: refusals },
    (scope, input) => removeWorkerPool(scope, poolInBody(input)),
  );
}
