import type { FastifyInstance, FastifyRequest, RouteShorthandOptions } from 'fastify';
import { z } from 'zod';
import type { ErrorKey } from '../errors/catalogue.js';
import { describeErrors } from '../errors/schemas.js';
import type { Operation } from './catalogue.js';
import { CallHeaders } from './headers.js';

/** What an operation takes, answers and refuses: the source of its validation, its types and its documentation. */
export interface Definition<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  readonly summary: string;
  readonly description?: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** Absent where the answer has no body. */
  readonly answer?: Answer;
  /** What it refuses beside what every operation does. */
  readonly errors?: readonly ErrorKey[];
}

/** What a handler gets of a request. */
export interface Input<Params extends z.ZodType = z.ZodType, Query extends z.ZodType = z.ZodType, Body extends z.ZodType = z.ZodType> {
  readonly params: z.output<Params>;
  readonly query: z.output<Query>;
  readonly body: z.output<Body>;
  readonly headers: CallHeaders;
}

/** Where an operation is served and who may call it. */
export interface Place extends Pick<Operation, 'method' | 'path' | 'status'> {
  readonly operationId: string;
  readonly tag: string;
  /** `anyone`: no token is needed, though one that is present must be valid; `nobody checks`: no token is read. */
  readonly access: 'account' | 'anyone' | 'nobody checks';
}

/** Registers one operation: its documentation and validation from the definition, its answer from `answer`. */
export function registerOperation(
  app: FastifyInstance,
  place: Place,
  definition: Definition,
  answer: (request: FastifyRequest, input: Input) => Promise<unknown>,
): void {
  app.route({
    method: place.method,
    url: toRoutePath(place.path),
    schema: { ...schemaOf(place, definition), operationId: place.operationId, tags: [place.tag] },
    config: { operationId: place.operationId, access: place.access },
    handler: async (request, reply) => {
      const { params, query, body } = request as Pick<Input, 'params' | 'query' | 'body'>;
      const result = await answer(request, { params, query, body, headers: CallHeaders.parse(request.headers) });
      return reply.code(place.status).send(result);
    },
  });
}

/** `/v1/clusters/{idOrName}` as Fastify writes it: `/v1/clusters/:idOrName`. */
export const toRoutePath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');

function schemaOf(place: Place, definition: Definition): RouteShorthandOptions['schema'] {
  const { summary, description, params, query, body, answer, errors = [] } = definition;
  const takesInput = params !== undefined || query !== undefined || body !== undefined;
  const refusals: ErrorKey[] = [
    ...(takesInput ? (['invalidRequest'] as const) : []),
    ...(body === undefined ? [] : (['missingFields', 'malformedJson', 'bodyTooLarge', 'wrongContentType'] as const)),
    ...(place.access === 'nobody checks' ? [] : (['notAuthenticated'] as const)),
    ...errors,
    'internal',
  ];
  return {
    summary,
    ...(description !== undefined && { description }),
    ...(params !== undefined && { params }),
    ...(query !== undefined && { querystring: query }),
    ...(body !== undefined && { body }),
    ...(place.access === 'account' && { headers: CallHeaders }),
    response: {
      [place.status]:
        answer === undefined
          ? z.undefined().meta({ description: 'Done; the answer has no body.' })
          : { description: 'Done.', content: { 'application/json': { schema: answer } } },
      ...describeErrors(refusals),
    },
  };
}
