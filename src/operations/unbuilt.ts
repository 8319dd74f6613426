import type { FastifyInstance } from 'fastify';
import { IksError } from '../errors/iks-error.js';
import { type OperationId, operations } from './catalogue.js';
import { toRoutePath } from './definition.js';

/** Answers 501 by name for every operation of the real API that no domain has registered. */
export function registerUnbuilt(app: FastifyInstance): void {
  for (const id of Object.keys(operations) as OperationId[]) {
    const { method, path } = operations[id];
    const url = toRoutePath(path);
    if (app.hasRoute({ method, url })) continue;
    app.route({
      method,
      url,
      schema: { hide: true },
      config: { operationId: id, access: 'anyone' },
      handler: () => {
        throw IksError.of('notBuilt', id);
      },
    });
  }
}
