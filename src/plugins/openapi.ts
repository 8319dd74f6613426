import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import swagger from '@fastify/swagger';
import fastifyPlugin from 'fastify-plugin';
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { packageRoot } from '../core/package-root.js';
import { serviceNames } from '../domains/platform/service-names.js';
import { operations } from '../operations/catalogue.js';
import { tellParity } from '../parity/in-document.js';
import { loosenBodies } from './optional-bodies.js';
import { tidyComponents } from './tidy-components.js';

/**
 * Keeps the examples of what is transformed on the way in, which Zod leaves out for it takes them for outputs:
 * ours are written as callers write. And an answer without a body is null to the document's maker.
 */
const override: z.core.ToJSONSchemaParams['override'] = ({ zodSchema, jsonSchema }) => {
  const examples = z.globalRegistry.get(zodSchema)?.['examples'];
  if (Array.isArray(examples)) jsonSchema.examples = examples;
  if (zodSchema instanceof z.ZodUndefined) jsonSchema.type = 'null';
};
const zodToJsonConfig = { override };
const transformObject = createJsonSchemaTransformObject({ zodToJsonConfig });

const groups = [...new Set(Object.values(operations).map(({ group }) => group))];

const { version: packageVersion } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')));

/** The document of all operations, made from the routes' schemas: `/openapi.json` and `/openapi.yaml`. */
export const openapi = fastifyPlugin(
  async (app) => {
    await app.register(swagger, {
      openapi: {
        openapi: '3.1.0',
        info: {
          title: 'iks-emulator',
          version: packageVersion,
          description:
            'An emulator of the IBM Cloud Kubernetes Service (IKS) control plane. Without a token every call is about the account `default`, so each operation here can be tried at once.',
          license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
        },
        servers: [{ url: '/', description: 'This emulator; every path is served below /global too.' }],
        tags: [...groups, 'identity', ...serviceNames, 'emulator', 'operations'].map((name) => ({ name })),
        components: {
          securitySchemes: {
            bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'A token of POST /identity/token.' },
          },
        },
        security: [{}, { bearer: [] }],
      },
      transform: createJsonSchemaTransform({ zodToJsonConfig }),
      transformObject: (document) => tellParity(loosenBodies(tidyComponents(transformObject(document)))),
    });
    let json: string | undefined;
    app.get('/openapi.json', { schema: { hide: true } }, (_request, reply) => reply.type('application/json').send((json ??= JSON.stringify(app.swagger()))));
    app.get('/openapi.yaml', { schema: { hide: true } }, (_request, reply) =>
      reply.type('application/yaml').send(app.swagger({ yaml: true })),
    );
  },
  { name: 'openapi', fastify: '5.x' },
);
