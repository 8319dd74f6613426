import fastifyPlugin from 'fastify-plugin';
import type { AccountService } from '../domains/accounts/service.js';
import type { TokenService } from '../domains/identity/tokens.js';
import { IksError } from '../errors/iks-error.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose resources the call is about; empty where nobody had to sign in. */
    accountId: string;
  }
  interface FastifyContextConfig {
    operationId?: string;
    /** Absent counts as `nobody checks`. */
    access?: Access;
  }
  interface FastifyInstance {
    /** Finds out whose account a call is about; a route's `access` has it done before its handler. */
    authenticate(request: FastifyRequest, access: Access): Promise<void>;
  }
}

type Access = 'account' | 'anyone' | 'nobody checks';

interface AuthenticationOptions {
  readonly tokens: TokenService;
  readonly accounts: AccountService;
  /** `lenient`: a call without a token is about the default account. A token that is present must be valid in both. */
  readonly mode: 'lenient' | 'strict';
}

/** Finds out whose account a call is about, before anything else of the call is looked at. */
export const authentication = fastifyPlugin<AuthenticationOptions>(
  (app, { tokens, accounts, mode }, done) => {
    app.decorateRequest('accountId', '');
    app.decorate('authenticate', async (request, access) => {
      if (access === 'nobody checks') return;
      const header = request.headers.authorization?.trim() ?? '';
      if (header !== '') {
        request.accountId = await accountOfToken(tokens, readToken(header));
      } else if (mode === 'lenient') {
        request.accountId = accounts.defaultAccountId;
      } else if (access === 'account') {
        throw IksError.of('notAuthenticated', 'the header Authorization is missing');
      }
    });
    app.addHook('onRequest', (request) => app.authenticate(request, request.routeOptions.config.access ?? 'nobody checks'));
    done();
  },
  { name: 'authentication', fastify: '5.x' },
);

/** Callers send `Bearer x`, `bearer x` and the bare token. */
function readToken(header: string): string {
  const { scheme = 'bearer', token = '' } = /^(?:(?<scheme>\S+)\s+)?(?<token>\S+)$/.exec(header)?.groups ?? {};
  if (scheme.toLowerCase() !== 'bearer' || token === '') {
    throw IksError.of('notAuthenticated', 'the header Authorization must be Bearer and a token');
  }
  return token;
}

async function accountOfToken(tokens: TokenService, token: string): Promise<string> {
  const verdict = await tokens.verify(token, 'access');
  if (!verdict.valid) throw IksError.of('notAuthenticated', verdict.reason);
  return verdict.accountId;
}
