import { z } from 'zod';
import { clusterField } from '../clusters/field-schemas.js';
import { diskEncryption, entitlement, isolation, poolField, poolName } from './field-schemas.js';
import { AddZone } from './zones/schemas.js';

/** A key as Kubernetes takes it: an optional host name and a slash, then up to 63 characters. */
const LABEL_KEY = /^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?\/)?[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/;
const LABEL_VALUE = /^([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$/;
const TAINT = /^([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?:(NoSchedule|PreferNoSchedule|NoExecute)$/;

const keyed = (value: z.ZodString) =>
  z.record(z.string(), value).superRefine((entries, context) => {
    for (const key of Object.keys(entries).filter((candidate) => !LABEL_KEY.test(candidate))) {
      context.addIssue({ code: 'custom', path: [key], message: 'is no Kubernetes label key' });
    }
  });

const labels = keyed(
  z.string().regex(LABEL_VALUE, { error: 'must be a Kubernetes label value: up to 63 letters, digits, hyphens, underscores and periods' }),
).meta({ description: "The user's labels; they take the place of those before.", examples: [{ tier: 'batch' }] });

const taints = keyed(
  z.string().regex(TAINT, { error: 'must be value:effect with the effect NoSchedule, PreferNoSchedule or NoExecute' }),
).meta({ description: 'Key to value:effect; an empty object removes all taints.', examples: [{ dedicated: 'edge:NoExecute' }] });

const size = z.int().min(0).max(10_000).meta({ description: 'Workers for each zone.', examples: [3] });

const allowSingleOpenShiftWorker = z.boolean().optional().meta({ description: 'Taken and without effect: one worker is always allowed.' });

/** R184. Both spellings of the VLAN keys are taken, since keys are read ignoring case (A7). */
export const CreateWorkerPool = z
  .object({
    name: poolName,
    machineType: z.string().meta({ description: 'A flavor of all zones, with or without the suffix .encrypted.' }),
    sizePerZone: size,
    isolation: isolation.optional(),
    diskEncryption: diskEncryption.optional(),
    labels: labels.optional(),
    operatingSystem: z.string().optional().meta({ description: "One that goes with flavor and master's version." }),
    entitlement: entitlement.optional(),
    zones: z.array(AddZone).max(20).optional().meta({ description: 'Where workers are ordered at once; zones can be added later.' }),
  })
  .meta({
    id: 'CreateWorkerPoolRequest',
    examples: [{ name: 'batch', machineType: 'b3c.4x16', sizePerZone: 1, labels: { tier: 'batch' }, zones: [{ id: 'dal10' }] }],
  });

export type CreateWorkerPoolRequest = z.output<typeof CreateWorkerPool>;

/** Which keys each action of a PATCH is about; clients send the others with zero values (R187). */
const keysOfActions = { resizing: ['sizePerZone', 'allowSingleOpenShiftWorker'], labels: ['labels'], rebalancing: [] } as const;

const isAction = (state: unknown): state is keyof typeof keysOfActions => typeof state === 'string' && Object.hasOwn(keysOfActions, state);

function dropIgnoredKeys(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('state' in body)) return body;
  const kept: string[] = ['state', ...(isAction(body.state) ? keysOfActions[body.state] : [])];
  return Object.fromEntries(Object.entries(body).filter(([key]) => kept.includes(key)));
}

export const PatchWorkerPool = z
  .preprocess(
    dropIgnoredKeys,
    z.object({
      state: z.enum(['resizing', 'labels', 'rebalancing']).meta({ description: 'What to do; keys of other actions are ignored.' }),
      sizePerZone: size.optional(),
      labels: labels.optional(),
      reasonForResize: z.string().optional().meta({ description: 'Taken and shown nowhere.' }),
      allowSingleOpenShiftWorker,
    }),
  )
  .meta({ id: 'PatchWorkerPoolRequest', examples: [{ state: 'resizing', sizePerZone: 3 }] });

export type PatchWorkerPoolRequest = z.output<typeof PatchWorkerPool>;

const pool = z.object({ cluster: clusterField, workerpool: poolField });
const example = { cluster: 'my-cluster', workerpool: 'default' };

export const WorkerPoolChoice = pool.meta({ id: 'WorkerPoolRequest', examples: [example] });
export const ResizeWorkerPool = pool.extend({ size, allowSingleOpenShiftWorker }).meta({ id: 'ResizeWorkerPoolRequest', examples: [{ ...example, size: 3 }] });
export const SetWorkerPoolLabels = pool
  .extend({ labels })
  .meta({ id: 'SetWorkerPoolLabelsRequest', examples: [{ ...example, labels: { tier: 'batch' } }] });
export const SetWorkerPoolTaints = pool
  .extend({ taints })
  .meta({ id: 'SetWorkerPoolTaintsRequest', examples: [{ ...example, taints: { dedicated: 'edge:NoExecute' } }] });
export const SetWorkerPoolOperatingSystem = pool
  .extend({ operatingSystem: z.string() })
  .meta({ id: 'SetWorkerPoolOperatingSystemRequest', examples: [{ ...example, operatingSystem: 'UBUNTU_24_64' }] });
