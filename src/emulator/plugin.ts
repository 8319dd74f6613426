import fastifyPlugin from 'fastify-plugin';
import type { Clock } from '../core/clock.js';
import type { AccountService } from '../domains/accounts/service.js';
import type { PrismaClient } from '../generated/prisma/client.js';
import { accountRoutes } from './accounts/routes.js';
import { apiKeyRoutes } from './api-keys/routes.js';
import { clockRoutes } from './clock/routes.js';
import { Contents } from './contents/repository.js';
import { ControlRouter } from './control-router.js';
import { environmentRoutes } from './env/routes.js';
import { EnvironmentService } from './env/service.js';
import { resetRoutes } from './reset/routes.js';
import { ResetService } from './reset/service.js';
import { snapshotRoutes } from './snapshots/routes.js';
import { SnapshotService } from './snapshots/service.js';
import { vlanRoutes } from './vlans/routes.js';

interface EmulatorOptions {
  readonly database: PrismaClient;
  readonly accounts: AccountService;
  readonly clock: Clock;
}

/** The control API below `/_emulator`: what a test does to its account that no real caller could. */
export const emulator = fastifyPlugin<EmulatorOptions>(
  (app, { database, accounts, clock }, done) => {
    const contents = new Contents(database);
    const router = new ControlRouter(app, accounts);
    accountRoutes(router, clock);
    clockRoutes(router, clock);
    apiKeyRoutes(router, clock);
    vlanRoutes(router);
    environmentRoutes(router, new EnvironmentService(accounts, clock));
    resetRoutes(router, new ResetService(contents));
    snapshotRoutes(router, new SnapshotService(accounts, contents, clock), clock);
    done();
  },
  { name: 'emulator', fastify: '5.x', dependencies: ['errors', 'openapi', 'body'] },
);
