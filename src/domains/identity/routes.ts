import type { FastifyInstance, FastifyRequest } from 'fastify';
import { operations } from '../../operations/catalogue.js';
import { type Place, registerOperation } from '../../operations/definition.js';
import { bearerTokenOf, clientOf } from './authorization.js';
import { Introspection, KeySet, OpenIdConfiguration, TokenClaims } from './claim-schemas.js';
import { issuerAt } from './facts.js';
import type { IdentityServices } from './grants.js';
import { IntrospectionForm, PasscodeForm, PasscodeResponse, TokenForm, TokenResponse } from './schemas.js';
import { grantPasscode, grantTokens, introspect, readUserInfo } from './service.js';
import { toIntrospection, toOpenIdConfiguration, toUserInfo } from './wire.js';

const place = (operationId: string, method: Place['method'], path: string): Place => ({
  operationId,
  method,
  path,
  status: 200,
  tag: 'identity',
  access: 'nobody checks',
});

/** Says whose the call was, which no token told beforehand. */
function attribute<Result>(request: FastifyRequest, accountId: string | undefined, result: Result): Result {
  request.accountId = accountId ?? '';
  return result;
}

const discoveryPath = '/.well-known/openid-configuration';

/** Registers what of IAM the clients of the container API call. */
export function registerIdentity(app: FastifyInstance, services: IdentityServices): void {
  registerOperation(
    app,
    place('iamToken', operations.iamToken.method, operations.iamToken.path),
    {
      summary: 'Get tokens for an API key, a password, a passcode or a refresh token',
      description:
        'Any API key is good: the same key always leads to the same account, which is made at its first use. ' +
        'The fields may also be sent in the query or as JSON. The client in `Authorization: Basic` may be `bx:bx`, `kube:kube` or none.',
      body: TokenForm,
      answer: TokenResponse,
    },
    async (request, { body, origin }) => {
      const client = { clientId: clientOf(request.headers.authorization), issuer: issuerAt(origin) };
      const { caller, tokens } = await grantTokens(services, body as TokenForm, client);
      return attribute(request, caller.accountId, tokens);
    },
  );
  registerOperation(
    app,
    place('iamPasscode', operations.iamPasscode.method, operations.iamPasscode.path),
    {
      summary: 'Get a passcode that logs in once',
      description: 'It is good for five minutes of real time, as `passcode` at POST /identity/token, for whom the API key speaks.',
      body: PasscodeForm,
      answer: PasscodeResponse,
    },
    async (request, { body }) => {
      const { caller, passcode } = await grantPasscode(services, body as PasscodeForm, bearerTokenOf(request.headers.authorization));
      return attribute(request, caller.accountId, { passcode });
    },
  );
  registerOperation(
    app,
    place('iamIntrospect', 'POST', '/identity/introspect'),
    {
      summary: 'Tell whether a token holds, and what it says',
      description: 'After RFC 7662. Tokens of every kind are told of.',
      body: IntrospectionForm,
      answer: Introspection,
    },
    async (request, { body }) => {
      const claims = await introspect(services, (body as { token: string }).token);
      return attribute(request, claims?.account.bss, toIntrospection(claims));
    },
  );
  registerOperation(
    app,
    place('iamUserInfo', 'GET', '/identity/userinfo'),
    { summary: 'Tell who the bearer of an access token is', description: 'Needs `Authorization: Bearer`, also on a lenient server.', answer: TokenClaims },
    async (request) => {
      const claims = await readUserInfo(services, bearerTokenOf(request.headers.authorization));
      return attribute(request, claims.account.bss, toUserInfo(claims));
    },
  );
  registerOperation(
    app,
    place('iamKeys', 'GET', '/identity/keys'),
    { summary: 'List the public keys that tokens are signed with', description: 'A JSON Web Key Set (RFC 7517).', answer: KeySet },
    () => services.tokens.jwks(),
  );
  for (const [operationId, path] of [
    ['iamOpenIdConfiguration', `/identity${discoveryPath}`],
    ['openIdConfiguration', discoveryPath],
  ] as const) {
    registerOperation(
      app,
      place(operationId, 'GET', path),
      { summary: 'Tell where everything of IAM is', description: 'As OpenID Connect Discovery has it.', answer: OpenIdConfiguration },
      (_, { origin }) => Promise.resolve(toOpenIdConfiguration(issuerAt(origin))),
    );
  }
}
