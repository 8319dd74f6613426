import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import fastifyPlugin from 'fastify-plugin';
import { wait } from '../core/wait.js';

/** Milliseconds in which a server that closes reads what clients had sent by then, so that they are told and not cut off. */
const LAST_READING = 100;

/**
 * Has connections end with the server: those on which nothing is under way when it closes, be it that nothing was asked
 * yet or that a request did not come to its end, and the others once they have their answers. Node would wait for what
 * a client sends next: a minute for the first request, and longer for another.
 */
export const unusedConnections = fastifyPlugin(
  (app, _options, done) => {
    let isClosing = false;
    const underWay = new Map<Socket, number>();

    app.server.on('connection', (socket) => {
      underWay.set(socket, 0);
      socket.once('close', () => underWay.delete(socket));
    });
    const count = (socket: Socket, change: 1 | -1): void => {
      const requests = underWay.get(socket);
      if (requests === undefined) return;
      underWay.set(socket, requests + change);
      if (isClosing && requests + change === 0) socket.destroySoon();
    };
    app.server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
      count(socket, 1);
      response.once('close', () => count(socket, -1));
    });

    app.addHook('preClose', async () => {
      isClosing = true;
      if (app.server.listening) await wait(LAST_READING);
      for (const [socket, requests] of underWay) if (requests === 0) socket.destroy();
    });
    // So that clients do not ask anything more where nobody hears it.
    app.addHook('onSend', (_request, reply, payload, next) => {
      if (isClosing) reply.header('Connection', 'close');
      next(null, payload);
    });
    done();
  },
  { name: 'unused connections', fastify: '5.x' },
);
