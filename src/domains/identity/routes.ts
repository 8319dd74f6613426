import type { FastifyInstance } from 'fastify';
import { operations } from '../../operations/catalogue.js';
import { type Place, registerOperation } from '../../operations/definition.js';
import { clientOf } from './client.js';
import { KeySet, TokenForm, TokenResponse } from './schemas.js';
import { grantTokens, type IdentityServices } from './service.js';
import { issuerAt } from './tokens.js';

const tag = 'identity';
const access = 'nobody checks';

const tokenPlace: Place = { ...operations.iamToken, operationId: 'iamToken', tag, access };
const keysPlace: Place = { method: 'GET', path: '/identity/keys', status: 200, operationId: 'iamKeys', tag, access };

/** Registers what of IAM the clients of the container API call. */
export function registerIdentity(app: FastifyInstance, services: IdentityServices): void {
  registerOperation(
    app,
    tokenPlace,
    {
      summary: 'Get tokens for an API key or a refresh token',
      description:
        'Any API key is good: the same key always leads to the same account, which is made at its first use. ' +
        'The fields may also be sent in the query or as JSON. The client in `Authorization: Basic` may be `bx:bx`, `kube:kube` or none.',
      body: TokenForm,
      answer: TokenResponse,
    },
    (request, { body, origin }) =>
      grantTokens(services, body as TokenForm, {
        clientId: clientOf(request.headers.authorization),
        issuer: issuerAt(origin),
      }),
  );
  registerOperation(
    app,
    keysPlace,
    { summary: 'List the public keys that tokens are signed with', description: 'A JSON Web Key Set (RFC 7517).', answer: KeySet },
    () => services.tokens.jwks(),
  );
}
