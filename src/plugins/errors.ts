import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import { PlatformError } from '../domains/platform/errors.js';
import { isOfPlatform } from '../domains/platform/paths.js';
import { errorCatalogue } from '../errors/catalogue.js';
import { IksError, isDeliberate } from '../errors/iks-error.js';
import { toIksError } from '../operations/refusal.js';
import { LONGEST_PATH_PART } from '../operations/texts.js';
import { logAnswered } from './request-log.js';

/** Answers every failure in the envelope of the API that was called. What nobody foresaw is logged whole and leaks nothing. */
export const errors = fastifyPlugin(
  (app, _options, done) => {
    app.setErrorHandler<FastifyError | IksError>((error, request, reply) => {
      const refusal = toIksError(error, request);
      if (refusal.statusCode >= 500 && refusal.key !== 'notBuilt' && !isDeliberate(error)) request.log.error({ err: error }, 'request failed');
      return reply.code(refusal.statusCode).send(envelopeFor(refusal, request));
    });
    done();
  },
  { name: 'errors', fastify: '5.x' },
);

/** Answers what the router refuses before it knows a route: a path that it cannot decode, or one too long. */
export function answerUnroutable(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const problem =
    error.code === 'FST_ERR_MAX_PARAM_LENGTH'
      ? `a part of the path must be at most ${LONGEST_PATH_PART} characters long`
      : 'the path must be UTF-8 text in percent-encoding';
  const refusal = IksError.of('invalidRequest', problem);
  void reply.code(refusal.statusCode).send(envelopeFor(refusal, request));
  logAnswered(request, reply);
}

/** In the form that clients of the path expect, whether it has a route or not. */
const envelopeFor = (refusal: IksError, { url, id }: FastifyRequest): object =>
  isOfPlatform(url) ? PlatformError.from(refusal).toEnvelope(id) : toEnvelope(refusal, id);

export function toEnvelope(error: IksError, incidentID: string): Record<string, string> {
  const entry: { code: string; type: string; recoveryCLI?: string } = errorCatalogue[error.key];
  const { code, type, recoveryCLI } = entry;
  return { incidentID, code, description: error.message, type, ...(recoveryCLI !== undefined && { recoveryCLI }) };
}
