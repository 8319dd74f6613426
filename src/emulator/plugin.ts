import fastifyPlugin from 'fastify-plugin';
import type { Clock } from '../core/clock.js';
import type { AccountService } from '../domains/accounts/service.js';
import { accountRoutes } from './accounts/routes.js';
import { clockRoutes } from './clock/routes.js';
import { ControlRouter } from './control-router.js';
import { vlanRoutes } from './vlans/routes.js';

interface EmulatorOptions {
  readonly accounts: AccountService;
  readonly clock: Clock;
}

/** The control API below `/_emulator`: what a test does to its account that no real caller could. */
export const emulator = fastifyPlugin<EmulatorOptions>(
  (app, { accounts, clock }, done) => {
    const router = new ControlRouter(app, accounts);
    accountRoutes(router, clock);
    clockRoutes(router, clock);
    vlanRoutes(router);
    done();
  },
  { name: 'emulator', fastify: '5.x', dependencies: ['errors', 'openapi', 'body'] },
);
