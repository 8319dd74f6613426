import type { FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import { IksError } from '../errors/iks-error.js';
import { printProblems, rememberSource, Source } from '../operations/yaml-source.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The text of the body as it came; undefined where it was not read, or not as text. */
    bodyText: string | undefined;
  }
}

/** What callers declare when they send JSON: scripts a form's type too, or nothing at all. */
const TAKEN_AS_JSON = ['application/json', 'application/x-www-form-urlencoded', ''];
const TAKEN_AS_YAML = ['application/yaml', 'application/x-yaml', 'text/yaml', 'text/x-yaml'];

/**
 * Reads request bodies as JSON the way real callers send them. An empty body is no body, whatever its
 * declared type: the Go clients declare JSON on every call.
 */
export const body = fastifyPlugin(
  (app, _options, done) => {
    app.decorateRequest('bodyText', undefined);
    const parseJson = app.getDefaultJsonParser('error', 'error');
    const read = (request: FastifyRequest, text: string, finish: (error: Error | null, value?: unknown) => void): void => {
      request.bodyText = text;
      // Nobody reads a body that is sent to no operation, so there is nothing wrong with it.
      if (text.trim() === '' || request.is404) return finish(null, undefined);
      const [type = ''] = (request.headers['content-type'] ?? '').split(';');
      const { takesYaml = false } = request.routeOptions.config;
      const taken = takesYaml ? [...TAKEN_AS_JSON, ...TAKEN_AS_YAML] : TAKEN_AS_JSON;
      if (!taken.includes(type.trim().toLowerCase())) return finish(IksError.of('wrongContentType', type.trim()));
      if (takesYaml) return readSource(text, finish);
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

/** Reads YAML, or JSON as a part of it, and keeps in mind where everything stands. */
function readSource(text: string, finish: (error: Error | null, value?: unknown) => void): void {
  const source = Source.read(text);
  if (source instanceof Source) finish(null, rememberSource(source.value, source));
  else finish(IksError.of('invalidRequest', printProblems(source)));
}

/** Why a body was refused: the parser's own reason, or the keys that it takes from nobody. */
function refuseJson(text: string): IksError {
  try {
    JSON.parse(text);
  } catch (error) {
    return IksError.of('malformedJson', error instanceof Error ? error.message : String(error));
  }
  return IksError.of('invalidRequest', 'the request body must not have the keys __proto__ and constructor.prototype');
}
