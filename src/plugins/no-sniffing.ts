import fastifyPlugin from 'fastify-plugin';

/** Tells browsers to take every answer for what its content type says. */
export const noSniffing = fastifyPlugin(
  (app, _options, done) => {
    app.addHook('onRequest', (_request, reply, next) => {
      void reply.header('x-content-type-options', 'nosniff');
      next();
    });
    done();
  },
  { name: 'no sniffing', fastify: '5.x' },
);
