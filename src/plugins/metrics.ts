import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import { z } from 'zod';
import type { Settling } from '../core/lifecycle.js';
import { SETTLINGS } from '../lifecycle/settle.js';
import type { Metrics } from '../metrics/metrics.js';
import { operationOf } from '../operations/unrouted.js';

interface MetricsOptions {
  readonly metrics: Metrics;
}

/** What is not asked of an operation, such as an unknown path, has one name, since callers could make ever new ones. */
const NO_OPERATION = 'none';

const example = 'iks_emulator_transitions_total{kind="worker"} 6';

/** `/metrics`: what this process has done so far, for Prometheus. It names operations, never accounts. */
export const metrics = fastifyPlugin<MetricsOptions>(
  (app, { metrics }, done) => {
    // A caller who goes away may still be answered into the void, or not: a request ends once.
    const inFlight = new WeakSet<FastifyRequest>();
    const end = (request: FastifyRequest): void => {
      if (inFlight.delete(request)) metrics.end();
    };

    const hear = (settling: unknown): void => metrics.settled(settling as Settling);
    subscribe(SETTLINGS, hear);
    app.addHook('onClose', (_app, next) => {
      unsubscribe(SETTLINGS, hear);
      next();
    });
    app.addHook('onRequest', (request, _reply, next) => {
      inFlight.add(request);
      metrics.begin();
      next();
    });
    app.addHook('onRequestAbort', (request, next) => {
      end(request);
      next();
    });
    app.addHook('onResponse', (request, reply, next) => {
      metrics.answered({ operation: operationOf(request) ?? NO_OPERATION, method: request.method, status: reply.statusCode, seconds: reply.elapsedTime / 1_000 });
      end(request);
      next();
    });
    app.get(
      '/metrics',
      {
        schema: {
          summary: 'What has this process done?',
          description: 'Requests by operation and status, their durations, transitions applied, connections to the database, and the process itself.',
          operationId: 'metrics',
          tags: ['operations'],
          response: { 200: { description: 'In the text format of Prometheus.', content: { 'text/plain': { schema: z.string().meta({ examples: [example] }) } } } },
        },
      },
      async (_request, reply) => reply.type(metrics.contentType).send(await metrics.print()),
    );
    done();
  },
  { name: 'metrics', fastify: '5.x' },
);
