import type { Socket } from 'node:net';
import fastifyPlugin from 'fastify-plugin';

/**
 * Closes, when the server closes, the connections on which nothing was asked yet. Clients such as fetch open some
 * ahead, and Node would wait a minute for the first request on each.
 */
export const unusedConnections = fastifyPlugin(
  (app, _options, done) => {
    const connections = new Set<Socket>();
    app.server.on('connection', (socket) => {
      connections.add(socket);
      socket.once('close', () => connections.delete(socket));
    });
    app.addHook('preClose', (next) => {
      for (const socket of connections) if (socket.bytesRead === 0) socket.destroy();
      next();
    });
    done();
  },
  { name: 'unused connections', fastify: '5.x' },
);
