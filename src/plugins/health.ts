import fastifyPlugin from 'fastify-plugin';
import { z } from 'zod';
import { settlesWithin } from '../core/wait.js';
import type { PrismaClient } from '../generated/prisma/client.js';

interface HealthOptions {
  readonly database: PrismaClient;
}

const Health = z.object({ status: z.enum(['ok', 'unavailable']) }).meta({ id: 'Health', examples: [{ status: 'ok' }] });

const answer = (description: string) => ({ description, content: { 'application/json': { schema: Health } } });

/** Milliseconds in which a database that can serve requests answers the least of queries. */
const PATIENCE = 2_000;

/** `/livez`: the process answers. `/readyz`: its database does too, and soon. */
export const health = fastifyPlugin<HealthOptions>(
  (app, { database }, done) => {
    app.get(
      '/livez',
      { schema: { summary: 'Is the process alive?', operationId: 'livez', tags: ['operations'], response: { 200: answer('It is.') } } },
      () => ({ status: 'ok' }),
    );
    app.get(
      '/readyz',
      {
        schema: {
          summary: 'Can it serve requests?',
          operationId: 'readyz',
          tags: ['operations'],
          response: { 200: answer('It can.'), 503: answer('The database does not answer.') },
        },
      },
      async (request, reply) => {
        try {
          if (await settlesWithin(database.$queryRaw`SELECT 1`, PATIENCE)) return { status: 'ok' };
          request.log.warn('the database does not answer in time');
        } catch (error) {
          request.log.warn({ err: error }, 'the database does not answer');
        }
        return reply.code(503).send({ status: 'unavailable' });
      },
    );
    done();
  },
  { name: 'health', fastify: '5.x' },
);
