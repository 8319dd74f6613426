import fastifyPlugin from 'fastify-plugin';
import type { Clock } from '../core/clock.js';
import type { AccountService } from '../domains/accounts/service.js';
import { accountRoutes } from './accounts/routes.js';
import { apiKeyRoutes } from './api-keys/routes.js';
import { clockRoutes } from './clock/routes.js';
import { Contents } from './contents/repository.js';
import { ControlRouter } from './control-router.js';
import { coverageRoutes } from './coverage/routes.js';
import { CoverageService } from './coverage/service.js';
import { environmentRoutes } from './environment/routes.js';
import { EnvironmentService } from './environment/service.js';
import { explainRoutes } from './explain/routes.js';
import { faultRoutes } from './faults/routes.js';
import { journalRoutes } from './journal/routes.js';
import type { JournalService } from './journal/service.js';
import { resetRoutes } from './reset/routes.js';
import { ResetService } from './reset/service.js';
import { seedRoutes } from './seed/routes.js';
import { SeedService } from './seed/service.js';
import { snapshotRoutes } from './snapshots/routes.js';
import { SnapshotService } from './snapshots/service.js';
import { vlanRoutes } from './vlans/routes.js';

declare module 'fastify' {
  interface FastifyInstance {
    /** What makes accounts from files, also before anybody can call. */
    seeds: SeedService;
  }
}

interface EmulatorOptions {
  readonly accounts: AccountService;
  readonly clock: Clock;
  readonly journal: JournalService;
}

/** The control API below `/_emulator`: what a test does to its account that no real caller could. */
export const emulator = fastifyPlugin<EmulatorOptions>(
  (app, { accounts, clock, journal }, done) => {
    const contents = new Contents();
    const router = new ControlRouter(app, accounts);
    accountRoutes(router, clock);
    clockRoutes(router, clock);
    explainRoutes(router);
    apiKeyRoutes(router, clock);
    vlanRoutes(router);
    faultRoutes(router, app.operationIds);
    coverageRoutes(router, new CoverageService());
    environmentRoutes(router, new EnvironmentService(accounts, clock));
    const resets = new ResetService(accounts, contents, journal);
    resetRoutes(router, resets);
    const seeds = new SeedService(accounts, resets, clock, app.operationIds);
    app.decorate('seeds', seeds);
    seedRoutes(router, seeds);
    journalRoutes(router, journal);
    snapshotRoutes(router, new SnapshotService(accounts, contents, clock), clock);
    done();
  },
  { name: 'emulator', fastify: '5.x', dependencies: ['errors', 'openapi', 'body', 'faults'] },
);
