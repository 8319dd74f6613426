import type { FastifyReply, FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import type { Clock } from '../../core/clock.js';
import { operationOf } from '../../operations/unrouted.js';
import type { Shape } from './help/shapes.js';
import type { JournalService } from './service.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** What the journal keeps of the exchange on its way; undefined where it keeps nothing. */
    journalled: { payload: string | Buffer | undefined; isNoted: boolean } | undefined;
  }
}

interface JournalOptions {
  readonly journals: JournalService;
  readonly clock: Clock;
}

/**
 * Notes every exchange of an account for its journal. The control API is no part of it, nor is what belongs to no
 * account. Nothing is copied or written before the answer is sent.
 */
export const journal = fastifyPlugin<JournalOptions>(
  (app, { journals: { recorder, shapes }, clock }, done) => {
    app.decorateRequest('journalled', undefined);

    const note = (request: FastifyRequest, reply: FastifyReply, isAnswered: boolean): void => {
      const { journalled, accountId } = request;
      if (journalled === undefined || journalled.isNoted || accountId === '') return;
      journalled.isNoted = true;
      const { elapsedTime } = reply;
      const contentType = reply.getHeader('content-type');
      const answer = { status: reply.raw.statusCode, contentType: contentType?.toString(), payload: journalled.payload };
      recorder.record({
        accountId,
        at: new Date(clock.now().getTime() - elapsedTime),
        durationMs: elapsedTime,
        requestId: request.id,
        operationId: operationOf(request),
        method: request.method,
        url: request.url,
        headers: request.headers,
        body: request.bodyText ?? request.body,
        answer: isAnswered ? answer : undefined,
        fault: request.fault,
      });
    };

    app.addHook('onRequest', (request, reply, next) => {
      if (isJournalled(request)) {
        request.journalled = { payload: undefined, isNoted: false };
        // A connection that breaks ends no answer, of which Fastify would tell.
        reply.raw.once('close', () => note(request, reply, false));
      }
      next();
    });
    app.addHook('onSend', (request, _reply, payload, next) => {
      const isKept = typeof payload === 'string' || Buffer.isBuffer(payload);
      if (request.journalled !== undefined && isKept) request.journalled.payload = payload;
      next(null, payload);
    });
    app.addHook('onResponse', (request, reply, next) => {
      // Node finishes an answer also where the connection was broken before a byte of it was out.
      note(request, reply, !request.raw.socket.destroyed);
      next();
    });
    app.addHook('onRoute', ({ method, url, schema, config }) => {
      const { operationId, access } = config ?? {};
      if (operationId === undefined || access === 'control' || method === 'HEAD') return;
      const { querystring: query, body } = (schema ?? {}) as Pick<Shape, 'body'> & { readonly querystring?: Shape['query'] };
      shapes.learn({ operationId, method: String(method), path: url.replaceAll(/:(\w+)/g, '{$1}'), query, body });
    });
    app.addHook('onReady', () => recorder.join());
    app.addHook('preClose', (next) => {
      recorder.dismiss();
      next();
    });
    app.addHook('onClose', () => recorder.close());
    done();
  },
  { name: 'journal', fastify: '5.x' },
);

/** What an account's user asks for, also where there is no such thing. */
function isJournalled({ is404, url, routeOptions: { config } }: FastifyRequest): boolean {
  if (is404) return !url.startsWith('/_emulator');
  return config.operationId !== undefined && config.access !== 'control';
}
