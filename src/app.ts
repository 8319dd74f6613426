import fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { Clock } from './core/clock.js';
import { randomUUID } from './core/ids.js';
import type { Database } from './database/connection.js';
import { Statistics } from './database/statistics.js';
import { Logins } from './domains/accounts/logins.js';
import { AccountService } from './domains/accounts/service.js';
import { addonRoutes } from './domains/addons/routes.js';
import { albRoutes } from './domains/albs/routes.js';
import { catalogRoutes } from './domains/catalog/routes.js';
import { clusterRoutes } from './domains/clusters/routes.js';
import { credentialRoutes } from './domains/credentials/routes.js';
import { graphqlRoutes } from './domains/graphql/routes.js';
import { createPasscodeService } from './domains/identity/passcodes.js';
import { identity } from './domains/identity/plugin.js';
import { createTokenService } from './domains/identity/tokens.js';
import { kubeconfigRoutes } from './domains/kubeconfig/routes.js';
import { kmsRoutes } from './domains/kms/routes.js';
import { masterRoutes } from './domains/masters/routes.js';
import { networkingRoutes } from './domains/networking/routes.js';
import { platform } from './domains/platform/plugin.js';
import { quotaRoutes } from './domains/quotas/routes.js';
import { serviceInfoRoutes } from './domains/service-info/routes.js';
import { webhookRoutes } from './domains/webhooks/routes.js';
import { workerPoolRoutes } from './domains/worker-pools/routes.js';
import { workerPoolZoneRoutes } from './domains/worker-pools/zones/routes.js';
import { workerRoutes } from './domains/workers/routes.js';
import { journal } from './emulator/journal/plugin.js';
import { JournalService } from './emulator/journal/service.js';
import { emulator } from './emulator/plugin.js';
import { Metrics } from './metrics/metrics.js';
import { KeptAnswers } from './operations/kept-answers.js';
import { normaliseUrl } from './operations/normalise-url.js';
import { registerDomains } from './operations/router.js';
import { LONGEST_PATH_PART } from './operations/texts.js';
import { unrouted } from './operations/unrouted.js';
import { schemaController } from './operations/compilers.js';
import { authentication } from './plugins/authentication.js';
import { body } from './plugins/body.js';
import { answerUnroutable, errors } from './plugins/errors.js';
import { faults } from './plugins/faults.js';
import { health } from './plugins/health.js';
import { keptAnswers } from './plugins/kept-answers.js';
import { metrics } from './plugins/metrics.js';
import { noSniffing } from './plugins/no-sniffing.js';
import { openapi } from './plugins/openapi.js';
import { pages } from './plugins/pages.js';
import { rateLimit } from './plugins/rate-limit.js';
import { refusedBodies } from './plugins/refused-bodies.js';
import { RequestLog } from './plugins/request-log.js';
import { serviceRoot } from './plugins/service-root.js';
import { answerUnreadable } from './plugins/unreadable-requests.js';
import { unusedConnections } from './plugins/unused-connections.js';

export interface AppOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly defaultSpeed: number;
  readonly auth: 'lenient' | 'strict';
  /** What opens the control API to callers from beyond this machine; nothing does when absent. */
  readonly controlToken?: string | undefined;
  readonly logger: FastifyBaseLogger;
}

const domains = [
  catalogRoutes,
  clusterRoutes,
  masterRoutes,
  kmsRoutes,
  workerRoutes,
  workerPoolRoutes,
  workerPoolZoneRoutes,
  albRoutes,
  addonRoutes,
  webhookRoutes,
  credentialRoutes,
  networkingRoutes,
  quotaRoutes,
  serviceInfoRoutes,
  graphqlRoutes,
];

/** The whole server, ready for `listen` or `inject`: the way of a request is the list of plugins, in this order. */
export async function buildApp({ database, clock, defaultSpeed, auth, controlToken, logger }: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: logger,
    logController: new RequestLog(),
    genReqId: randomUUID,
    rewriteUrl: (request) => normaliseUrl(request.url ?? '/'),
    routerOptions: { maxParamLength: LONGEST_PATH_PART },
    frameworkErrors: answerUnroutable,
    clientErrorHandler: answerUnreadable,
    schemaController,
  });

  const { prisma, pool } = database;
  const report = (error: unknown, problem: string): void => logger.warn({ err: error }, problem);
  const statistics = new Statistics(pool, (error) => report(error, 'Postgres could not look at its tables'));
  const accounts = new AccountService(prisma, clock, defaultSpeed, () => statistics.noteChange());
  const access = { accounts, answers: new KeptAnswers(accounts) };
  const logins = new Logins(database, accounts, auth);
  const tokens = createTokenService({ database: prisma, clock });
  const passcodes = createPasscodeService({ database: prisma, clock });
  const journals = new JournalService({ database, report }, clock);

  await app.register(errors);
  await app.register(metrics, { metrics: new Metrics(pool) });
  await app.register(noSniffing);
  await app.register(unusedConnections);
  await app.register(refusedBodies);
  await app.register(journal, { journals, clock });
  await app.register(unrouted);
  await app.register(openapi);
  await app.register(body);
  await app.register(authentication, { tokens, logins, accounts, mode: auth, controlToken });
  await app.register(keptAnswers, access);
  await app.register(rateLimit, { accounts, clock });
  await app.register(faults, { accounts });
  await app.register(pages);
  await app.register(serviceRoot);
  await app.register(health, { database: prisma });
  await app.register(identity, { logins, tokens, passcodes });
  await app.register(platform, access);
  await app.register(emulator, { accounts, clock, journal: journals });
  registerDomains(app, access, [...domains, kubeconfigRoutes({ accounts, tokens, clock })]);
  await app.ready();
  return app;
}
