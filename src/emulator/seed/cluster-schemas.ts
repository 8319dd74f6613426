import { z } from 'zod';
import { TimeSpan } from '../../core/time-span.js';
import { ManageAddons } from '../../domains/addons/schemas.js';
import { CreateCluster } from '../../domains/clusters/schemas.js';
import { CreateWorkerPool, SetWorkerPoolTaints } from '../../domains/worker-pools/request-schemas.js';
import { AddZone } from '../../domains/worker-pools/zones/schemas.js';
import { type WorkerCondition, workerConditions } from '../../domains/workers/conditions.js';

/** R84: as the service makes them. */
const CLUSTER_ID = /^c[0-9a-v]{19}$/;

/** The states of a cluster, as callers see them, that a seed can bring one into. */
const clusterStates = ['requested', 'deploying', 'pending', 'normal', 'warning', 'critical', 'deleting'] as const;

const PoolZone = z.union([z.string().transform((id) => ({ id })), z.strictObject(AddZone.shape)], {
  error: 'must be a zone, such as dal12, or an object with the id of one',
});

const Pool = z.strictObject({
  ...CreateWorkerPool.shape,
  taints: SetWorkerPoolTaints.shape.taints.optional(),
  zones: z.array(PoolZone).max(20).optional().meta({ description: 'The zone of the cluster when absent.' }),
});

const Addon = z.union([z.string().transform((name) => ({ name })), z.strictObject(ManageAddons.shape.addons.element.shape)], {
  error: 'must be the name of an add-on, or an object with name, version and options',
});

const Worker = z.strictObject({
  pool: z.string().default('default'),
  number: z.int().min(1).max(10_000).meta({ description: 'Which of the pool: 1 is the oldest.' }),
  state: z.enum(['critical', 'provision_failed', 'deploy_failed']),
  condition: z.enum(Object.keys(workerConditions) as [WorkerCondition, ...WorkerCondition[]]).optional().meta({ description: 'What the message on it says.' }),
});

/** A create, and what becomes of the cluster until now. The names are those of the create request. */
export const ClusterSeed = z
  .strictObject({
    ...CreateCluster.shape,
    id: z.string().regex(CLUSTER_ID, { error: 'must be 20 characters, c first, of the digits and the letters a to v' }).optional().meta({
      description: 'Drawn from the id seed of the account when absent.',
    }),
    resourceGroup: z.string().optional().meta({ description: 'Id or name; the default group when absent.' }),
    age: TimeSpan.optional().meta({ description: 'How long ago it was created. When absent, as long as its state takes.' }),
    state: z.enum(clusterStates).optional().meta({ description: 'What it shows. When absent, what its age brings, or normal.' }),
    pools: z.array(Pool).max(50).optional().meta({ description: 'Worker pools beside the first one, made as soon as the master is deployed.' }),
    addons: z.array(Addon).min(1).max(50).optional().meta({ description: 'Enabled as soon as the master is deployed.' }),
    tags: z.array(z.string()).min(1).max(100).optional(),
    workers: z.array(Worker).max(1_000).optional().meta({ description: 'Workers that are not well.' }),
  })
  .superRefine(
    (cluster, context) => {
      const issues = CreateCluster.safeParse(cluster, { reportInput: true }).error?.issues ?? [];
      context.issues.push(...issues.map((issue) => ({ ...issue }) as z.core.$ZodRawIssue));
    },
    { when: ({ issues }) => issues.length === 0 },
  );

export type ClusterSeed = z.output<typeof ClusterSeed>;
