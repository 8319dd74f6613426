import type { FastifyError, FastifyRequest } from 'fastify';
import { isUnreachable } from '../database/unreachable.js';
import { IksError } from '../errors/iks-error.js';

/** The refusal that any failure of a request comes to, in whatever envelope it is answered. What nobody foresaw leaks nothing. */
export function toIksError(error: FastifyError | IksError, { routeOptions, headers }: FastifyRequest): IksError {
  if (error instanceof IksError) return error;
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return IksError.of('bodyTooLarge', routeOptions.bodyLimit);
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return IksError.of('wrongContentType', headers['content-type'] ?? '');
  if (isUnreachable(error)) return IksError.of('databaseUnavailable');
  const { statusCode = 500 } = error;
  return statusCode < 500 ? IksError.of('invalidRequest', error.message) : IksError.of('internal');
}
