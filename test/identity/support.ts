import fastify, { type FastifyInstance } from 'fastify';
import type { Clock } from '../../src/core/clock.js';
import { connectDatabase } from '../../src/database/connection.js';
import { ownerOf } from '../../src/domains/accounts/caller.js';
import { Logins } from '../../src/domains/accounts/logins.js';
import { AccountService } from '../../src/domains/accounts/service.js';
import type { IdentityServices } from '../../src/domains/identity/grants.js';
import { createPasscodeService } from '../../src/domains/identity/passcodes.js';
import { identity } from '../../src/domains/identity/plugin.js';
import { createTokenService, type Bearer, type TokenService } from '../../src/domains/identity/tokens.js';
import type { PrismaClient } from '../../src/generated/prisma/client.js';
import { validatorCompiler } from '../../src/operations/validation.js';
import { authentication } from '../../src/plugins/authentication.js';
import { body } from '../../src/plugins/body.js';
import { errors } from '../../src/plugins/errors.js';

export class MovableClock implements Clock {
  private moment = new Date('2026-08-01T12:00:00Z');

  now(): Date {
    return this.moment;
  }

  advance(seconds: number): void {
    this.moment = new Date(this.moment.getTime() + seconds * 1_000);
  }
}

export interface IdentityFixture {
  readonly database: PrismaClient;
  readonly clock: MovableClock;
  readonly tokens: TokenService;
  readonly accounts: AccountService;
  /** The account that an API key leads to, made at its first use. */
  accountIdOfKey(apiKey: string): Promise<string>;
  /** The identity routes, and `/mine` and `/public` to sign in to. */
  serve(mode: 'lenient' | 'strict'): Promise<FastifyInstance>;
  close(): Promise<void>;
}

export function openIdentity(): IdentityFixture {
  const url = process.env['TEST_DATABASE_URL'];
  if (url === undefined) throw new Error("TEST_DATABASE_URL is not set: Jest's global set-up does that");
  const connection = connectDatabase(url, { poolSize: 5 });
  const database = connection.prisma;
  const clock = new MovableClock();
  const tokens = createTokenService({ database, clock });
  const accounts = new AccountService(database, clock, 30);
  const logins = new Logins(connection, accounts, 'lenient');
  const passcodes = createPasscodeService({ database, clock });
  const apps: FastifyInstance[] = [];
  return {
    database,
    clock,
    tokens,
    accounts,
    accountIdOfKey: async (apiKey) => {
      const login = await logins.withApiKey(apiKey);
      if (!login.valid) throw new Error(login.reason);
      return login.caller.accountId;
    },
    serve: async (mode) => {
      const app = await buildApp({ logins, tokens, passcodes }, accounts, mode);
      apps.push(app);
      return app;
    },
    close: async () => {
      await Promise.all(apps.map((app) => app.close()));
      await connection.close();
    },
  };
}

async function buildApp(services: IdentityServices, accounts: AccountService, mode: 'lenient' | 'strict'): Promise<FastifyInstance> {
  const app = fastify();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(() => JSON.stringify);
  await app.register(errors);
  await app.register(body);
  await app.register(authentication, { ...services, accounts, mode, controlToken: undefined });
  await app.register(identity, services);
  app.get('/mine', { config: { access: 'account' } }, ({ accountId }) => ({ accountId }));
  app.get('/public', { config: { access: 'anyone' } }, ({ accountId }) => ({ accountId }));
  app.get('/unchecked', { config: { access: 'nobody checks' } }, ({ accountId }) => ({ accountId }));
  await app.ready();
  return app;
}

export const bearer = (accountId = 'an-account'): Bearer => ({
  caller: ownerOf(accountId),
  clientId: 'bx',
  grantType: 'urn:ibm:params:oauth:grant-type:apikey',
  issuer: 'http://127.0.0.1:4570/identity',
  scope: 'ibm openid',
});
