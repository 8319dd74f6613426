import { Readable } from 'node:stream';
import type { FastifyContextConfig, FastifyReply, FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import { parseTimeSpan } from '../core/time-span.js';
import { wait } from '../core/wait.js';
import type { AccountService } from '../domains/accounts/service.js';
import { findRequestFault } from '../domains/faults/requests.js';
import type { RequestEffect } from '../domains/faults/schemas.js';
import { IksError } from '../errors/iks-error.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The fault that strikes the request. */
    fault: { readonly id: string; readonly effect: RequestEffect } | null;
  }
  interface FastifyInstance {
    /** The ids of all operations that faults can strike. */
    operationIds: ReadonlySet<string>;
  }
}

interface FaultsOptions {
  readonly accounts: AccountService;
}

/** How long a caller is told to wait when the fault does not say, in seconds. */
const USUAL_RETRY = 10;

/**
 * Lets go wrong what an account's faults strike. They strike requests that would be handled: whatever is refused for
 * its form, its caller or its number is no match. The control API is never struck, and what needs no account is only
 * where a token names one, so that it goes on without a database.
 */
export const faults = fastifyPlugin<FaultsOptions>(
  (app, { accounts }, done) => {
    const operationIds = new Set<string>();
    const closing = new AbortController();
    app.decorate('operationIds', operationIds);
    app.decorateRequest('fault', null);

    app.addHook('onRoute', ({ config }) => {
      const { operationId } = config ?? {};
      if (operationId !== undefined && isForAccounts(config)) operationIds.add(operationId);
    });

    app.addHook('preHandler', async (request, reply) => {
      const { caller, routeOptions, params, query, body } = request;
      const { operationId, access } = routeOptions.config;
      if (operationId === undefined || caller === undefined || !isForAccounts(routeOptions.config)) return;
      if (access === 'account') request.traffic ??= await accounts.trafficOf(caller.accountId);
      if (request.traffic?.hasFaults !== true) return;
      const scope = await accounts.open(caller);
      const fault = await findRequestFault(scope, { operationId, parts: [params, query, body] });
      if (fault === undefined) return;
      request.fault = { id: fault.id, effect: fault.effect };
      await strikeBefore(request.fault.effect, request, reply, closing.signal);
    });

    app.addHook('onSend', (request, reply, payload, next) => {
      const type = request.fault?.effect.type;
      // Nothing follows: there is nobody left to answer.
      if (type === 'commit-then-drop') resetConnection(request);
      else next(null, type === 'truncated' ? truncate(reply, payload) : payload);
    });

    app.addHook('preClose', (finish) => {
      closing.abort();
      finish();
    });
    done();
  },
  { name: 'faults', fastify: '5.x', dependencies: ['authentication', 'rate limit'] },
);

const isForAccounts = (config: FastifyContextConfig | undefined): boolean => config?.access === 'account' || config?.access === 'anyone';

/** What happens in place of the handler, or before it. */
async function strikeBefore(effect: RequestEffect, request: FastifyRequest, reply: FastifyReply, closing: AbortSignal): Promise<void> {
  switch (effect.type) {
    case 'error':
      throw IksError.deliberate(effect.error, effect.description);
    case 'rate-limited':
      reply.header('Retry-After', effect.retryAfter ?? USUAL_RETRY);
      throw IksError.deliberate('tooManyRequests');
    case 'latency':
      return wait(parseTimeSpan(effect.for) ?? 0, closing);
    case 'drop':
      reply.hijack();
      resetConnection(request);
      return;
    case 'commit-then-drop':
    case 'truncated':
      // Their turn comes when there is an answer.
      return;
  }
}

/** The caller sees its connection reset, without a byte of an answer. */
function resetConnection({ raw: { socket }, log, fault }: FastifyRequest): void {
  log.info({ fault }, 'connection reset');
  socket.resetAndDestroy();
}

/** Announces the whole answer, and closes the connection after half of it. An answer without a body has no half. */
function truncate(reply: FastifyReply, payload: unknown): unknown {
  if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return payload;
  const whole = Buffer.from(payload as string);
  reply.header('content-length', whole.length);
  reply.header('connection', 'close');
  return Readable.from([whole.subarray(0, Math.floor(whole.length / 2))]);
}
