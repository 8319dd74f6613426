import { z } from 'zod';

export const Quota = z
  .object({
    type: z.enum(['cluster', 'worker', 'subnet']).meta({
      description: 'What is limited: clusters and workers of a region, or subnets of one VLAN, of which the fullest of the region counts.',
    }),
    infrastructure: z.string(),
    regions: z.array(
      z.object({
        id: z.string(),
        quota: z.int(),
        used: z.int().meta({ description: 'This emulator alone: how much of the quota is in use.' }),
      }),
    ),
  })
  .meta({
    id: 'GetQuotaResource',
    examples: [{ type: 'cluster', infrastructure: 'classic', regions: [{ id: 'us-south', quota: 100, used: 2 }] }],
  });
