import fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { Clock } from './core/clock.js';
import { randomUUID } from './core/ids.js';
import { AccountService } from './domains/accounts/service.js';
import { albRoutes } from './domains/albs/routes.js';
import { catalogRoutes } from './domains/catalog/routes.js';
import { clusterRoutes } from './domains/clusters/routes.js';
import { identity } from './domains/identity/plugin.js';
import { createTokenService } from './domains/identity/tokens.js';
import { networkingRoutes } from './domains/networking/routes.js';
import { workerPoolRoutes } from './domains/worker-pools/routes.js';
import { workerRoutes } from './domains/workers/routes.js';
import { emulator } from './emulator/plugin.js';
import type { PrismaClient } from './generated/prisma/client.js';
import { normaliseUrl } from './operations/normalise-url.js';
import { operationsPlugin } from './operations/plugin.js';
import { watchMethods } from './operations/wrong-methods.js';
import { validatorCompiler } from './operations/validation.js';
import { authentication } from './plugins/authentication.js';
import { body } from './plugins/body.js';
import { errors } from './plugins/errors.js';
import { health } from './plugins/health.js';
import { openapi } from './plugins/openapi.js';

export interface AppOptions {
  readonly database: PrismaClient;
  readonly clock: Clock;
  readonly defaultSpeed: number;
  readonly auth: 'lenient' | 'strict';
  readonly logger: FastifyBaseLogger;
}

const domains = [catalogRoutes, clusterRoutes, workerRoutes, workerPoolRoutes, albRoutes, networkingRoutes];

/** The whole server, ready for `listen` or `inject`: the way of a request is the list of plugins, in this order. */
export async function buildApp({ database, clock, defaultSpeed, auth, logger }: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: logger,
    genReqId: randomUUID,
    rewriteUrl: (request) => normaliseUrl(request.url ?? '/'),
    routerOptions: { maxParamLength: 500 },
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(() => JSON.stringify);
  const refuseWrongMethods = watchMethods(app);

  const accounts = new AccountService(database, clock, defaultSpeed);
  const tokens = createTokenService({ database, clock });

  await app.register(errors);
  await app.register(openapi);
  await app.register(body);
  await app.register(authentication, { tokens, accounts, mode: auth });
  await app.register(health, { database });
  await app.register(identity, { tokens, accounts });
  await app.register(emulator, { accounts, clock });
  await app.register(operationsPlugin, { accounts, domains });
  refuseWrongMethods();
  await app.ready();
  return app;
}
