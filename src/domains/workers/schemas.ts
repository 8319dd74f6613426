import { z } from 'zod';
import { queryFlag } from '../../operations/query-flag.js';
import { clusterExampleName } from '../clusters/examples.js';
import { clusterField } from '../clusters/field-schemas.js';
import { poolField } from '../worker-pools/field-schemas.js';

const workerExampleId = 'kube-c9t2m4ld0k7q1e5v8ub0-mycluster-default-000001a4';

const workerExample = {
  id: workerExampleId,
  state: 'normal',
  status: 'Ready',
  statusDate: '2026-08-22T10:44:09+0000',
  statusDetails: '',
  errorMessage: '',
  errorMessageDate: '',
  isolation: 'public',
  kubeVersion: '1.36.2_1524',
  targetVersion: '1.36.2_1524',
  versionEOS: '2027-08-01',
  masterVersionEOS: '2027-08-01',
  location: 'dal10',
  machineType: 'b3c.4x16.encrypted',
  pendingOperation: '',
  poolName: 'default',
  poolid: 'c9t2m4ld0k7q1e5v8ub0-3fa91c7',
  privateIP: '10.184.0.2',
  privateVlan: '1000003',
  publicIP: '169.48.0.2',
  publicVlan: '1000005',
  reasonForDelete: '',
  trustedStatus: 'unsupported',
  billing: 'hourly',
} as const;

/** R202. */
export const Worker = z
  .object({
    id: z.string(),
    state: z.string(),
    status: z.string(),
    statusDate: z.string(),
    statusDetails: z.string(),
    errorMessage: z.string(),
    errorMessageDate: z.string(),
    isolation: z.string(),
    kubeVersion: z.string().meta({ description: 'Empty until the worker is deployed.' }),
    targetVersion: z.string(),
    versionEOS: z.string(),
    masterVersionEOS: z.string(),
    location: z.string(),
    machineType: z.string(),
    pendingOperation: z.string(),
    poolName: z.string(),
    poolid: z.string(),
    privateIP: z.string(),
    privateVlan: z.string(),
    publicIP: z.string().meta({ description: 'Empty for private-only workers.' }),
    publicVlan: z.string(),
    reasonForDelete: z.string(),
    trustedStatus: z.string(),
    billing: z.string(),
  })
  .meta({ id: 'Worker', examples: [workerExample] });

/** The v2 form; classic workers carry networkInformation (A24). */
export const WorkerV2 = z
  .object({
    id: z.string(),
    flavor: z.string(),
    location: z.string(),
    poolID: z.string(),
    poolName: z.string(),
    health: z.object({ state: z.string(), message: z.string() }),
    kubeVersion: z.object({
      actual: z.string(),
      desired: z.string(),
      eos: z.string(),
      masterEOS: z.string(),
      target: z.string(),
    }),
    lifecycle: z.object({
      actualState: z.string(),
      desiredState: z.string(),
      message: z.string(),
      messageDate: z.string(),
      messageDetails: z.string(),
      messageDetailsDate: z.string(),
      pendingOperation: z.string(),
      reasonForDelete: z.string(),
      actualOperatingSystem: z.string(),
    }),
    networkInformation: z.object({
      privateIP: z.string(),
      privateVLAN: z.string(),
      publicIP: z.string(),
      publicVLAN: z.string(),
    }),
  })
  .meta({
    id: 'GetWorkerResponse',
    examples: [
      {
        id: workerExample.id,
        flavor: workerExample.machineType,
        location: 'dal10',
        poolID: workerExample.poolid,
        poolName: 'default',
        health: { state: 'normal', message: 'Ready' },
        kubeVersion: {
          actual: '1.36.2_1524',
          desired: '1.36.2_1524',
          eos: '2027-08-01',
          masterEOS: '2027-08-01',
          target: '1.36.2_1524',
        },
        lifecycle: {
          actualState: 'deployed',
          desiredState: 'deployed',
          message: '',
          messageDate: '',
          messageDetails: '',
          messageDetailsDate: '',
          pendingOperation: '',
          reasonForDelete: '',
          actualOperatingSystem: 'UBUNTU_24_64',
        },
        networkInformation: {
          privateIP: '10.184.0.2',
          privateVLAN: '1000003',
          publicIP: '169.48.0.2',
          publicVLAN: '1000005',
        },
      },
    ],
  });

const workerIdField = z.string().meta({ description: 'Id of a worker.', examples: [workerExampleId] });
const showDeleted = queryFlag.meta({ description: 'Also list deleted workers of a cluster that still exists.' });
const pool = poolField.optional();

export const WorkerParams = z.object({ workerId: workerIdField });
export const ClusterWorkerParams = z.object({ idOrName: clusterField, workerId: workerIdField });
export const WorkersQuery = z.object({ pool, showDeleted });
export const WorkersV2Query = z.object({ cluster: clusterField, pool, showDeleted });
export const WorkerV2Query = z.object({ cluster: clusterField, worker: workerIdField });

/** What each word for an action means; clients have several for the same (R206). */
const WORKER_OPERATIONS = {
  os_reboot: 'reboot',
  reboot: 'reboot',
  power_cycle: 'reboot',
  reload: 'reload',
  os_reload: 'reload',
  update: 'update',
} as const;

export type WorkerOperation = (typeof WORKER_OPERATIONS)[keyof typeof WORKER_OPERATIONS];

export const UpdateWorker = z
  .object({
    action: z
      .enum(Object.keys(WORKER_OPERATIONS) as (keyof typeof WORKER_OPERATIONS)[])
      .transform((word): WorkerOperation => WORKER_OPERATIONS[word])
      .meta({ description: 'A reboot (os_reboot, reboot, power_cycle), a reload (reload, os_reload) or an update.' }),
    force: z.boolean().optional().meta({ description: 'A reboot or reload then goes on although the master cannot be reached.' }),
  })
  .meta({ id: 'UpdateClusterWorkerRequest', examples: [{ action: 'os_reboot', force: false }] });

export const AddWorkers = z
  .object({
    workerNum: z.int().optional(),
    dataCenter: z.string().optional(),
    machineType: z.string().optional(),
    publicVlan: z.string().optional(),
    privateVlan: z.string().optional(),
    isolation: z.string().optional(),
    diskEncryption: z.boolean().optional(),
    prefix: z.string().optional(),
  })
  .meta({ id: 'AddClusterWorkersRequest', examples: [{ workerNum: 1, dataCenter: 'dal10', machineType: 'b3c.4x16' }] });

const workerChoice = z.object({ cluster: clusterField, workerID: workerIdField });
const choiceExample = { cluster: clusterExampleName, workerID: workerExampleId };

export const RemoveWorker = workerChoice.meta({ id: 'RemoveWorkerRequest', examples: [choiceExample] });
export const ReplaceWorker = workerChoice
  .extend({
    update: z.boolean().optional().meta({ description: "false keeps the minor of the old worker; otherwise the new one runs the master's." }),
  })
  .meta({ id: 'ReplaceWorkerRequest', examples: [{ ...choiceExample, update: true }] });
