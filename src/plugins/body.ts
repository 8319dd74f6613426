import type { FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import { IksError } from '../errors/iks-error.js';

/** What callers declare when they send JSON: scripts a form's type too, or nothing at all. */
const TAKEN_AS_JSON = ['application/json', 'application/x-www-form-urlencoded', ''];

/**
 * Reads request bodies as JSON the way real callers send them. An empty body is no body, whatever its
 * declared type: the Go clients declare JSON on every call.
 */
export const body = fastifyPlugin(
  (app, _options, done) => {
    const parseJson = app.getDefaultJsonParser('error', 'error');
    const read = (request: FastifyRequest, text: string, finish: (error: Error | null, value?: unknown) => void): void => {
      if (text.trim() === '') return finish(null, undefined);
      const [type = ''] = (request.headers['content-type'] ?? '').split(';');
      if (!TAKEN_AS_JSON.includes(type.trim().toLowerCase())) return finish(IksError.of('wrongContentType', type.trim()));
      void parseJson(request, text, (error: Error | null, value: unknown) => {
        finish(error === null ? null : refuseJson(text), value);
      });
    };
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'string' }, read);
    done();
  },
  { name: 'body', fastify: '5.x' },
);

/** Why a body was refused: the parser's own reason, or the keys that it takes from nobody. */
function refuseJson(text: string): IksError {
  try {
    JSON.parse(text);
  } catch (error) {
    return IksError.of('malformedJson', error instanceof Error ? error.message : String(error));
  }
  return IksError.of('invalidRequest', 'the request body must not have the keys __proto__ and constructor.prototype');
}
