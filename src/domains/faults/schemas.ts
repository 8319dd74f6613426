import { z } from 'zod';
import { parseTimeSpan } from '../../core/time-span.js';
import { exampleDetails, type RealErrorKey } from '../../errors/examples.js';
import { type WorkerCondition, workerConditions } from '../workers/conditions.js';

/** Requests wait no longer than this, in milliseconds. */
const LONGEST_LATENCY = 60_000;

const errorKeys = Object.keys(exampleDetails) as RealErrorKey[];
const conditions = Object.keys(workerConditions) as WorkerCondition[];

const condition = z.enum(conditions).optional().meta({ description: 'What the message on the worker says.' });

const Latency = z
  .string()
  .refine((text) => (parseTimeSpan(text) ?? Infinity) <= LONGEST_LATENCY, { error: 'must be a length of time up to 60s, such as 2s or 500ms' })
  .meta({ description: 'Real time that the request waits before it is handled, up to 60s.' });

const requestEffects = [
  z.object({
    type: z.literal('error'),
    error: z.enum(errorKeys).meta({ description: "Which error of the API's: a key of the table in docs/faults.md." }),
    description: z.string().max(1_000).optional().meta({ description: 'The text, in place of an example of it.' }),
  }),
  z.object({ type: z.literal('latency'), for: Latency }),
  z.object({ type: z.literal('drop') }),
  z.object({ type: z.literal('commit-then-drop') }),
  z.object({ type: z.literal('truncated') }),
  z.object({
    type: z.literal('rate-limited'),
    retryAfter: z.int().min(0).max(3_600).optional().meta({ description: 'Seconds, as the header Retry-After tells; 10 when absent.' }),
  }),
] as const;

const lifecycleEffects = [
  z.object({ type: z.literal('provisioning-fails'), condition }),
  z.object({ type: z.literal('deployment-fails'), condition }),
  z.object({ type: z.literal('reload-fails'), condition }),
  z.object({ type: z.literal('worker-critical'), condition }),
  z.object({ type: z.literal('worker-deployment-hangs') }),
  z.object({ type: z.literal('master-deployment-hangs') }),
  z.object({ type: z.literal('master-unavailable') }),
  z.object({ type: z.literal('subnet-limit-reached') }),
] as const;

const requestTypes = requestEffects.map(({ shape }) => shape.type.value);
const lifecycleTypes = lifecycleEffects.map(({ shape }) => shape.type.value);

/** What a fault does: to the answers of requests, or to clusters and workers. */
export const FaultEffect = z.discriminatedUnion('type', [...requestEffects, ...lifecycleEffects], {
  error: `must be one of: ${[...requestTypes, ...lifecycleTypes].join(', ')}`,
});

export type FaultEffect = z.output<typeof FaultEffect>;
export type RequestEffect = z.output<(typeof requestEffects)[number]>;
export type LifecycleEffect = z.output<(typeof lifecycleEffects)[number]>;

export const isRequestEffect = (effect: FaultEffect): effect is RequestEffect => requestTypes.some((type) => type === effect.type);

/** Which of its matches a fault strikes. */
export const FaultOccasion = z
  .object({
    first: z.int().min(1).max(1_000_000_000).optional().meta({ description: 'The first n matches.' }),
    every: z.int().min(1).max(1_000_000_000).optional().meta({ description: 'Every nth match: 3 means the third, the sixth and so on.' }),
    probability: z.number().min(0).max(1).optional().meta({ description: 'Each with this probability, from 0 to 1.' }),
    seed: z.string().max(200).optional().meta({ description: 'With a probability: the same seed strikes the same matches in every run.' }),
  })
  .refine(({ first, every, probability }) => [first, every, probability].filter((choice) => choice !== undefined).length === 1, {
    error: 'must have exactly one of: first, every, probability',
  })
  .refine(({ probability, seed }) => seed === undefined || probability !== undefined, { path: ['seed'], error: 'goes with a probability' });

export type FaultOccasion = z.output<typeof FaultOccasion>;
