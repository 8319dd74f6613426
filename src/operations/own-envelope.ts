import type { FastifySchema } from 'fastify';
import type { z } from 'zod';

/** Documents a route whose service refuses in an envelope of its own: the same for every refusal, in place of the container API's. */
export function withOwnEnvelope(schema: FastifySchema, { description, envelope }: { readonly description: string; readonly envelope: z.ZodType }): FastifySchema {
  const answers = Object.entries(schema.response ?? {}).filter(([status]) => Number(status) < 400);
  const refusal = { description, content: { 'application/json': { schema: envelope } } };
  return { ...schema, response: { ...Object.fromEntries(answers), '4xx': refusal, '5xx': refusal } };
}
