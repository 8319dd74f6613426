import type { IncomingMessage } from 'node:http';
import { finished } from 'node:stream/promises';
import fastifyPlugin from 'fastify-plugin';
import { settlesWithin } from '../core/wait.js';

/** Milliseconds that a client has to send the rest of what was refused. */
const LONGEST_REST = 5_000;

/**
 * Hears a client out before it is told that its body is refused. The connection is closed behind such an answer, and a
 * client that is still sending would find it broken and never read why.
 */
export const refusedBodies = fastifyPlugin(
  (app, _options, done) => {
    app.addHook('onSend', ({ raw }, reply, payload, next) => {
      if (raw.complete || reply.getHeader('connection') !== 'close') return next(null, payload);
      void settlesWithin(readAway(raw), LONGEST_REST).then(() => next(null, payload));
    });
    done();
  },
  { name: 'refused bodies', fastify: '5.x' },
);

/** Resolves when nothing more comes. */
async function readAway(request: IncomingMessage): Promise<void> {
  request.resume();
  await finished(request, { writable: false }).catch(() => undefined);
}
