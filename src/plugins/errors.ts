import type { FastifyError } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import { errorCatalogue } from '../errors/catalogue.js';
import { IksError } from '../errors/iks-error.js';
import { isUnreachable } from '../database/unreachable.js';

/** Answers every failure in the container API's envelope. What nobody foresaw is logged whole and leaks nothing. */
export const errors = fastifyPlugin(
  (app, _options, done) => {
    app.setErrorHandler<FastifyError | IksError>((error, request, reply) => {
      const refusal = toIksError(error, app.initialConfig.bodyLimit ?? 0);
      if (refusal.statusCode >= 500 && refusal.key !== 'notBuilt') request.log.error({ err: error }, 'request failed');
      return reply.code(refusal.statusCode).send(toEnvelope(refusal, request.id));
    });
    app.setNotFoundHandler((request, reply) => {
      const refusal = IksError.of('pathNotFound', request.method, request.url.split('?')[0] ?? '');
      return reply.code(refusal.statusCode).send(toEnvelope(refusal, request.id));
    });
    done();
  },
  { name: 'errors', fastify: '5.x' },
);

function toIksError(error: FastifyError | IksError, bodyLimit: number): IksError {
  if (error instanceof IksError) return error;
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return IksError.of('bodyTooLarge', bodyLimit);
  if (isUnreachable(error)) return IksError.of('databaseUnavailable');
  const { statusCode = 500 } = error;
  return statusCode < 500 ? IksError.of('invalidRequest', error.message) : IksError.of('internal');
}

function toEnvelope(error: IksError, incidentID: string): Record<string, string> {
  const entry: { code: string; type: string; recoveryCLI?: string } = errorCatalogue[error.key];
  const { code, type, recoveryCLI } = entry;
  return { incidentID, code, description: error.message, type, ...(recoveryCLI !== undefined && { recoveryCLI }) };
}
