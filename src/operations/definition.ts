import type { FastifyInstance, FastifyRequest, RouteShorthandOptions } from 'fastify';
import { z } from 'zod';
import type { NeededRole } from '../core/platform-roles.js';
import type { ErrorKey } from '../errors/catalogue.js';
import { describeErrors } from '../errors/schemas.js';
import type { Operation } from './catalogue.js';
import { CallHeaders } from './headers.js';
import { RawAnswer } from './raw-answer.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    operationId?: string;
    /** Absent counts as `nobody checks`. */
    access?: Place['access'];
    /** The headers that it reads, beside those that tell who calls. */
    headers?: readonly string[];
    /** Of its good answer. */
    status?: number;
    /** Absent counts as `none`. */
    role?: NeededRole;
    /** Whether the body may be YAML too. */
    takesYaml?: boolean;
  }
}

/** What an operation takes, answers and refuses: the source of its validation, its types and its documentation. */
export interface Definition<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
  Headers extends z.ZodObject = typeof CallHeaders,
> {
  readonly summary: string;
  readonly description?: string;
  /** Another method that callers use for the same; documented as an operation of its own. */
  readonly alias?: Operation['method'];
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** The most bytes of its body, where it takes more than operations do. */
  readonly bodyLimit?: number;
  /** Whether its body may be YAML too; refusals then name lines and columns. */
  readonly takesYaml?: true;
  /** Where it reads other headers than every operation of an account does. */
  readonly headers?: Headers;
  /** The JSON of its answer. Absent where the answer has no body. */
  readonly answer?: Answer;
  /** The content types in which it answers by a {@link RawAnswer}, and what they hold. */
  readonly rawAnswers?: Readonly<Record<string, z.ZodType>>;
  /** What it refuses beside what every operation does. */
  readonly errors?: readonly ErrorKey[];
}

/** What a handler gets of a request. */
export interface Input<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Headers extends z.ZodObject = typeof CallHeaders,
> {
  readonly params: z.output<Params>;
  readonly query: z.output<Query>;
  readonly body: z.output<Body>;
  readonly headers: z.output<Headers>;
  /** Where the caller found this server: behind a port mapping or another name it would not know any other address. */
  readonly origin: string;
}

/** Where an operation is served and who may call it. */
export interface Place extends Pick<Operation, 'method' | 'path' | 'status'> {
  readonly operationId: string;
  readonly tag: string;
  /**
   * `anyone`: no token is needed, though one that is present must be valid; `control`: callers from beyond this
   * machine need the control token; `nobody checks`: no token is read.
   */
  readonly access: 'account' | 'anyone' | 'control' | 'nobody checks';
  /** The platform role that the caller needs in the account; absent where the API has no roles. */
  readonly role?: NeededRole;
}

/** Whatever an operation takes and answers. */
export type AnyDefinition = Definition<z.ZodType, z.ZodType, z.ZodType, z.ZodType, z.ZodObject>;

/** Registers one operation, under its alias too: its documentation and validation from the definition, its answer from `answer`. */
export function registerOperation(
  app: FastifyInstance,
  place: Place,
  definition: AnyDefinition,
  answer: (request: FastifyRequest, input: Input) => Promise<unknown>,
): void {
  const { alias, ...plain } = definition;
  const { headers = CallHeaders } = plain;
  if (alias !== undefined) registerOperation(app, { ...place, method: alias, operationId: `${place.operationId}Alias` }, plain, answer);
  app.route({
    method: place.method,
    url: toRoutePath(place.path),
    schema: { ...schemaOf(place, definition), operationId: place.operationId, tags: [place.tag] },
    config: {
      operationId: place.operationId,
      access: place.access,
      headers: Object.keys(headers.shape),
      status: place.status,
      ...(place.role !== undefined && { role: place.role }),
      ...(definition.takesYaml === true && { takesYaml: true }),
    },
    ...(definition.bodyLimit !== undefined && { bodyLimit: definition.bodyLimit }),
    ...(isEndless(definition) && { exposeHeadRoute: false }),
    handler: async (request, reply) => {
      const { params, query, body } = request as Pick<Input, 'params' | 'query' | 'body'>;
      const origin = `${request.protocol}://${request.host}`;
      const result = await answer(request, { params, query, body, headers: headers.parse(request.headers) as CallHeaders, origin });
      reply.code(place.status);
      return result instanceof RawAnswer ? reply.type(result.contentType).send(result.body) : reply.send(result);
    },
  });
}

/** `/v1/clusters/{idOrName}` as Fastify writes it: `/v1/clusters/:idOrName`. */
export const toRoutePath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');

/** What is streamed has no end by itself, so there is nothing that HEAD could tell of it. */
const isEndless = ({ rawAnswers = {} }: AnyDefinition): boolean => 'text/event-stream' in rawAnswers;

function schemaOf(place: Place, definition: AnyDefinition): RouteShorthandOptions['schema'] {
  const { summary, params, query, body, headers = CallHeaders, errors = [] } = definition;
  const takesHeaders = place.access === 'account' || definition.headers !== undefined;
  const takesInput = takesHeaders || params !== undefined || query !== undefined || body !== undefined;
  const needsQuery = query !== undefined && !query.safeParse({}).success;
  const refusals: ErrorKey[] = [
    ...(takesInput ? (['invalidRequest'] as const) : []),
    ...(needsQuery ? (['missingFields'] as const) : []),
    ...(body === undefined ? [] : (['missingFields', 'malformedJson', 'bodyTooLarge', 'wrongContentType'] as const)),
    ...refusalsOfCallers(place),
    ...(place.access === 'account' ? (['tooManyRequests'] as const) : []),
    ...errors,
    'internal',
  ];
  return {
    summary,
    ...describeUse(place, definition),
    ...(params !== undefined && { params }),
    ...(query !== undefined && { querystring: query }),
    ...(body !== undefined && { body }),
    ...(definition.takesYaml === true && { consumes: ['application/json', 'application/yaml'] }),
    ...(takesHeaders && { headers }),
    response: { [place.status]: describeAnswer(definition), ...describeErrors(refusals) },
  };
}

/** How an operation refuses those who may not call it. */
function refusalsOfCallers({ access, role = 'none' }: Place): ErrorKey[] {
  if (access === 'nobody checks') return [];
  if (access === 'control') return ['controlTokenNotSet', 'controlTokenMissing'];
  return role === 'none' ? ['notAuthenticated'] : ['notAuthenticated', 'notAuthorized'];
}

/** The description and the role that is needed, as a sentence for people and as an extension for programs. */
function describeUse({ role }: Place, { description }: AnyDefinition): { description?: string; 'x-platform-role'?: NeededRole } {
  if (role === undefined) return description === undefined ? {} : { description };
  const sentence = role === 'none' ? 'Needs no platform role.' : `Needs the platform role ${role}.`;
  return { description: description === undefined ? sentence : `${description} ${sentence}`, 'x-platform-role': role };
}

function describeAnswer({ answer, rawAnswers = {} }: AnyDefinition): unknown {
  const schemas = { ...(answer !== undefined && { 'application/json': answer }), ...rawAnswers };
  const content = Object.entries(schemas).map(([type, schema]) => [type, { schema }] as const);
  if (content.length === 0) return z.undefined().meta({ description: 'Done; the answer has no body.' });
  return { description: 'Done.', content: Object.fromEntries(content) };
}
