import { z } from 'zod';
import { type ErrorKey, errorCatalogue } from './catalogue.js';

/** The envelope of every refusal of the container API (R303). */
const ErrorResponse = z
  .object({
    incidentID: z.string().meta({ description: 'Names this one failure; the log has it too.' }),
    code: z.string(),
    description: z.string(),
    type: z.string(),
    recoveryCLI: z.string().optional().meta({ description: 'A command that helps, where one is known.' }),
  })
  .meta({
    id: 'ErrorResponse',
    examples: [
      {
        incidentID: '6f0b1c8e-2d47-4a95-b3e1-7c90d5a8f214',
        code: 'G0004',
        description: 'The specified cluster could not be found.',
        type: 'General',
      },
    ],
  });

/** The refusals of an operation for its documentation: one answer for each status, naming the codes it may carry. */
export function describeErrors(keys: readonly ErrorKey[]): Record<string, unknown> {
  const statuses = [...new Set(keys.map((key) => errorCatalogue[key].status))].sort();
  return Object.fromEntries(statuses.map((status) => [status, describeStatus(status, keys)]));
}

function describeStatus(status: number, keys: readonly ErrorKey[]): unknown {
  const sharing = [...new Set(keys)].filter((key) => errorCatalogue[key].status === status);
  const description = sharing.map((key) => `${errorCatalogue[key].code} (${key})`).join(', ');
  return { description, content: { 'application/json': { schema: ErrorResponse } } };
}
