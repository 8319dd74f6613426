import { z } from 'zod';

/** A header that may be left out; empty counts as left out, as clients send it. */
export const optionalHeader = z
  .string()
  .optional()
  .transform((value) => (value === '' ? undefined : value));

/** Headers that choose what a call is about. Empty counts as absent: clients send them always. */
export const CallHeaders = z.object({
  'x-auth-resource-group': optionalHeader.meta({ description: 'Id or name of a resource group.' }),
  'x-region': optionalHeader.meta({ description: 'Region for look-ups by name, such as us-south.' }),
});

export type CallHeaders = z.output<typeof CallHeaders>;
