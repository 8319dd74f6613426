import fastifyPlugin from 'fastify-plugin';
import type { AccountService } from '../domains/accounts/service.js';
import { type Routes, registerDomains } from './router.js';
import { registerUnbuilt } from './unbuilt.js';

interface OperationsOptions {
  readonly accounts: AccountService;
  readonly domains: readonly Routes[];
}

/** Serves every operation of the catalogue: those of the domains, the rest by name as not built. */
export const operationsPlugin = fastifyPlugin<OperationsOptions>(
  (app, { accounts, domains }, done) => {
    registerDomains(app, accounts, domains);
    registerUnbuilt(app);
    done();
  },
  { name: 'operations', fastify: '5.x', dependencies: ['errors', 'openapi', 'body', 'authentication'] },
);
