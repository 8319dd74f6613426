import fastifyPlugin from 'fastify-plugin';

const ship = String.raw`
             |\
             | \
             |  \        seven containers
             |   \       and all is well
        _____|____\___________________
   [==] [==] [==] [==] [==] [==] [==]
  \-------------------------------------/
   \     o     o     o     o     o     /
~~~~\_________________________________/~~~~
  ~~~~     ~~~~     ~~~~     ~~~~     ~~~~
`;

/** The root of the container API, at which people try whether the service is there: it shows a ship (R301). */
export const serviceRoot = fastifyPlugin(
  (app, _options, done) => {
    app.get('/v1', { schema: { hide: true } }, (_request, reply) => reply.type('text/plain; charset=utf-8').send(ship));
    done();
  },
  { name: 'service root', fastify: '5.x' },
);
