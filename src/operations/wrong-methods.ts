import type { FastifyInstance, HTTPMethods } from 'fastify';
import { IksError } from '../errors/iks-error.js';

const METHODS: readonly HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/**
 * Watches which methods each path gets. The function it answers, called when all routes are there, has the
 * other methods answered with 405 and the header Allow.
 */
export function watchMethods(app: FastifyInstance): () => void {
  const methodsOf = new Map<string, Set<string>>();
  app.addHook('onRoute', ({ url, method }) => {
    const methods = methodsOf.get(url) ?? new Set();
    for (const one of [method].flat()) methods.add(one);
    methodsOf.set(url, methods);
  });
  return () => {
    for (const [url, methods] of [...methodsOf]) refuseOthers(app, url, methods);
  };
}

function refuseOthers(app: FastifyInstance, url: string, methods: ReadonlySet<string>): void {
  const others = METHODS.filter((method) => !methods.has(method) && !app.hasRoute({ method, url }));
  if (others.length === 0) return;
  const allowed = METHODS.filter((method) => methods.has(method)).join(', ');
  app.route({
    method: others,
    url,
    schema: { hide: true },
    config: { access: 'nobody checks' },
    handler: (request, reply) => {
      void reply.header('allow', allowed);
      throw IksError.of('methodNotAllowed', request.method, request.url.split('?')[0] ?? '', allowed);
    },
  });
}
