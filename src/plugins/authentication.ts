import type { FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import { type Caller, ownerOf, requireRole } from '../domains/accounts/caller.js';
import type { Logins } from '../domains/accounts/logins.js';
import type { AccountService } from '../domains/accounts/service.js';
import type { Traffic } from '../domains/accounts/traffic.js';
import { bearerTokenOf } from '../domains/identity/authorization.js';
import { resumeToken } from '../domains/identity/grants.js';
import type { TokenService } from '../domains/identity/tokens.js';
import { IksError } from '../errors/iks-error.js';
import type { Place } from '../operations/definition.js';
import { requireControl } from './control-access.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose resources the call is about; empty where nobody had to sign in. */
    accountId: string;
    /** Who calls; undefined where nobody had to sign in. */
    caller: Caller | undefined;
    /** What was read of the caller's account on the way; undefined where nothing was, or there is no account yet. */
    traffic: Traffic | undefined;
  }
  interface FastifyInstance {
    /** Finds out whose account a call is about; a route's `access` has it done before its handler. */
    authenticate(request: FastifyRequest, access: Access): Promise<void>;
  }
}

type Access = Place['access'];

interface AuthenticationOptions {
  readonly tokens: TokenService;
  readonly logins: Logins;
  readonly accounts: AccountService;
  /** Whether a call without a token is about the default account or refused, unless that account says otherwise. */
  readonly mode: 'lenient' | 'strict';
  /** What opens the control API to callers from beyond this machine. */
  readonly controlToken: string | undefined;
}

/** Finds out who calls, refuses a token that is not good, whatever the mode, and a caller without the role that is needed. */
export const authentication = fastifyPlugin<AuthenticationOptions>(
  (app, { tokens, logins, accounts, mode, controlToken }, done) => {
    app.decorateRequest('accountId', '');
    app.decorateRequest('caller', undefined);
    app.decorateRequest('traffic', undefined);

    const findCaller = async (request: FastifyRequest, access: Access): Promise<Caller | undefined> => {
      const header = request.headers.authorization?.trim() ?? '';
      if (header !== '') {
        const token = bearerTokenOf(header);
        if (token === undefined) throw IksError.of('notAuthenticated', 'the header Authorization must be Bearer and a token');
        const session = await resumeToken({ logins, tokens }, token, 'access');
        if (!session.valid) throw IksError.of('notAuthenticated', session.reason);
        request.traffic = session.traffic;
        return session.caller;
      }
      const owner = ownerOf(accounts.defaultAccountId);
      if (access !== 'account') return mode === 'lenient' ? owner : undefined;
      const traffic = await accounts.trafficOf(accounts.defaultAccountId);
      if ((traffic?.auth ?? mode) === 'strict') throw IksError.of('notAuthenticated', 'the header Authorization is missing');
      request.traffic = traffic;
      return owner;
    };

    app.decorate('authenticate', async (request, access) => {
      if (access === 'nobody checks') return;
      if (access === 'control') return requireControl(request, controlToken);
      request.caller = await findCaller(request, access);
      request.accountId = request.caller?.accountId ?? '';
    });

    app.addHook('onRequest', async (request) => {
      const { access = 'nobody checks', role = 'none' } = request.routeOptions.config;
      await app.authenticate(request, access);
      if (request.caller !== undefined) requireRole(request.caller, role);
    });
    done();
  },
  { name: 'authentication', fastify: '5.x' },
);
