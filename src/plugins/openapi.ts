import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import fastifyPlugin from 'fastify-plugin';
import { createJsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { tidyComponents } from '../operations/tidy-components.js';
import { operations } from '../operations/catalogue.js';

const groups = [...new Set(Object.values(operations).map(({ group }) => group))];

/** The documentation surface: `/docs` (Swagger UI), `/openapi.json` and `/openapi.yaml`, made from the routes' schemas. */
export const openapi = fastifyPlugin(
  async (app) => {
    await app.register(swagger, {
      openapi: {
        openapi: '3.1.0',
        info: {
          title: 'iks-emulator',
          version: '1.0.0',
          description:
            'An emulator of the IBM Cloud Kubernetes Service (IKS) control plane. Without a token every call is about the account `default`, so each operation here can be tried at once.',
          license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
        },
        servers: [{ url: '/', description: 'This emulator; every path is served below /global too.' }],
        tags: [...groups, 'identity', 'emulator', 'operations'].map((name) => ({ name })),
        components: {
          securitySchemes: {
            bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'A token of POST /identity/token.' },
          },
        },
        security: [{}, { bearer: [] }],
      },
      transform: createJsonSchemaTransform({}),
      transformObject: (document) => tidyComponents(jsonSchemaTransformObject(document)),
    });
    await app.register(swaggerUi, {
      routePrefix: '/docs',
      uiConfig: { docExpansion: 'none', tryItOutEnabled: true, displayRequestDuration: true, filter: true },
    });
    app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger());
    app.get('/openapi.yaml', { schema: { hide: true } }, (_request, reply) =>
      reply.type('application/yaml').send(app.swagger({ yaml: true })),
    );
  },
  { name: 'openapi', fastify: '5.x' },
);
