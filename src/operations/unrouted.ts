import type { FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import findMyWay, { type HTTPMethod } from 'find-my-way';
import { IksError } from '../errors/iks-error.js';
import { type OperationId, operations } from './catalogue.js';
import { toRoutePath } from './definition.js';
import { LONGEST_PATH_PART } from './texts.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The operation of the real API that was asked for, where it is not built. */
    unbuiltOperation: OperationId | undefined;
  }
}

/** The operation that was asked for, built or not; undefined for what is none. */
export const operationOf = ({ routeOptions, unbuiltOperation }: FastifyRequest): string | undefined => routeOptions.config.operationId ?? unbuiltOperation;

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const satisfies readonly HTTPMethod[];

/** What a method of a path belongs to: a route, or an operation of the real API that no domain has built. */
type Occupant = 'route' | OperationId;

type Occupants = (method: HTTPMethod, path: string) => Occupant | undefined;

/**
 * Answers what no route takes: 501 by name for an operation of the real API that is not built, 405 with the header
 * Allow where the path takes other methods, and 404 for the rest. It sees the routes that are registered after it.
 */
export const unrouted = fastifyPlugin(
  (app, _options, done) => {
    app.decorateRequest('unbuiltOperation', undefined);
    const routes: [HTTPMethod, string][] = [];
    app.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) routes.push([one as HTTPMethod, url]);
    });

    // Made when first needed: to register these places as routes would delay every start.
    let occupants: Occupants | undefined;

    app.setNotFoundHandler(async (request, reply) => {
      const { method, url } = request;
      const path = url.split('?')[0] ?? '';
      occupants ??= mapOccupants(routes);
      const occupant = occupants(method as HTTPMethod, path);
      if (occupant !== undefined && occupant !== 'route') {
        request.unbuiltOperation = occupant;
        await app.authenticate(request, 'anyone');
        throw IksError.of('notBuilt', occupant);
      }
      // So that it shows in the caller's journal; whoever the caller is, the answer is the same.
      await app.authenticate(request, 'anyone').catch(() => undefined);
      const allowed = METHODS.filter((one) => occupants?.(one, path) !== undefined).join(', ');
      if (allowed === '') throw IksError.of('pathNotFound', method, path);
      void reply.header('allow', allowed);
      throw IksError.of('methodNotAllowed', method, path, allowed);
    });
    done();
  },
  { name: 'unrouted', fastify: '5.x', dependencies: ['errors'] },
);

function mapOccupants(routes: readonly (readonly [HTTPMethod, string])[]): Occupants {
  const router = findMyWay({ maxParamLength: LONGEST_PATH_PART });
  const occupy = (method: HTTPMethod, url: string, occupant: Occupant): void => {
    if (!router.hasRoute(method, url)) router.on(method, url, () => undefined, occupant);
  };
  for (const [method, url] of routes) occupy(method, url, 'route');
  for (const [id, { method, path }] of Object.entries(operations)) {
    for (const one of method === 'GET' ? (['GET', 'HEAD'] as const) : [method]) occupy(one, toRoutePath(path), id as OperationId);
  }
  return (method, path) => router.find(method, path)?.store as Occupant | undefined;
}
