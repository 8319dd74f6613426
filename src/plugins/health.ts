import fastifyPlugin from 'fastify-plugin';
import { z } from 'zod';
import type { PrismaClient } from '../generated/prisma/client.js';

interface HealthOptions {
  readonly database: PrismaClient;
}

const Health = z.object({ status: z.enum(['ok', 'unavailable']) }).meta({ id: 'Health', examples: [{ status: 'ok' }] });

const answer = (description: string) => ({ description, content: { 'application/json': { schema: Health } } });

/** `/livez`: the process answers. `/readyz`: its database does too. */
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
          await database.$queryRaw`SELECT 1`;
          return { status: 'ok' };
        } catch (error) {
          request.log.warn({ err: error }, 'the database does not answer');
          return reply.code(503).send({ status: 'unavailable' });
        }
      },
    );
    done();
  },
  { name: 'health', fastify: '5.x' },
);
