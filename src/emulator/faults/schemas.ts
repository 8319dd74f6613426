import { z } from 'zod';
import { Moment } from '../../core/moment.js';
import { TimeSpan } from '../../core/time-span.js';
import { FaultEffect, FaultOccasion, isRequestEffect } from '../../domains/faults/schemas.js';
import { AccountParams } from '../accounts/schemas.js';

export const FaultParams = AccountParams.extend({ id: z.string().meta({ description: 'Id of a fault.', examples: ['fault-0000010c'] }) });

const text = (description: string) => z.string().max(200).meta({ description });

const scope = {
  operations: z
    .array(z.string().min(1).max(100))
    .min(1)
    .max(100)
    .optional()
    .meta({ description: 'Ids of operations, in which * stands for any part. All when absent. For effects on requests alone.' }),
  resource: text('Id or name of a cluster, or id of a worker, pool, ALB or whatever else a request names.').optional(),
  zone: text('Id of a zone.').optional(),
  name: text('A name, in which * stands for any part.').optional(),
  when: FaultOccasion.optional().meta({ description: 'Which of its matches it strikes. All when absent.' }),
};

/** How a fault is described by whoever wants it. */
export const NewFault = z
  .object({
    effect: FaultEffect,
    ...scope,
    for: TimeSpan.optional().meta({ description: "Disarms it after so much of the account's time." }),
    until: Moment.optional().meta({ description: "Disarms it at a moment of the account's time." }),
  })
  .refine(({ for: span, until }) => span === undefined || until === undefined, { path: ['until'], error: 'cannot be there together with for' })
  .refine(({ effect, operations }) => operations === undefined || isRequestEffect(effect), {
    path: ['operations'],
    error: 'is for effects on requests alone; name the cluster or worker in resource',
  })
  .meta({
    id: 'NewFault',
    examples: [
      { effect: { type: 'error', error: 'internal' }, operations: ['getCluster*'], when: { first: 2 }, for: '10m' },
      { effect: { type: 'provisioning-fails', condition: 'noCapacity' }, zone: 'dal10', when: { first: 1 } },
    ],
  });

export type NewFault = z.output<typeof NewFault>;

export const Fault = z
  .object({
    id: z.string(),
    effect: FaultEffect,
    ...scope,
    createdAt: z.string().meta({ description: "The account's time." }),
    expiresAt: z.string().nullable().meta({ description: "The account's time, or null for a fault without a limit." }),
    armed: z.boolean().meta({ description: 'Whether it may still strike.' }),
    matched: z.int().meta({ description: 'How many requests or transitions it was about.' }),
    struck: z.int().meta({ description: 'How many of those it struck.' }),
    resources: z.array(z.string()).meta({ description: 'Ids of the clusters and workers that it struck.' }),
  })
  .meta({
    id: 'Fault',
    examples: [
      {
        id: 'fault-0000010c',
        effect: { type: 'error', error: 'internal' },
        operations: ['getCluster*'],
        when: { first: 2 },
        createdAt: '2026-08-22T10:03:16.000Z',
        expiresAt: '2026-08-22T10:13:16.000Z',
        armed: true,
        matched: 1,
        struck: 1,
        resources: [],
      },
    ],
  });

export const Disarmed = z
  .object({ removed: z.int().meta({ description: 'How many faults there were.' }) })
  .meta({ id: 'DisarmedFaults', examples: [{ removed: 2 }] });
