import type { z } from 'zod';
import type { Introspection, OpenIdConfiguration, TokenClaims } from './claim-schemas.js';
import { ALGORITHM } from './facts.js';
import { API_KEY_GRANT, DELEGATED_GRANT, PASSCODE_GRANT, PASSWORD_GRANT, REFRESH_GRANT } from './schemas.js';
import type { Claims } from './tokens.js';

export const toUserInfo = (claims: Claims): z.input<typeof TokenClaims> => ({ active: true, ...claims });

export const toIntrospection = (claims: Claims | undefined): z.input<typeof Introspection> =>
  claims === undefined ? { active: false } : toUserInfo(claims);

/** What relying parties need to know of the issuer, as OpenID Connect Discovery has it; the passcodes are IBM's own. */
export const toOpenIdConfiguration = (issuer: string): z.input<typeof OpenIdConfiguration> => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  passcode_endpoint: `${issuer}/passcode`,
  userinfo_endpoint: `${issuer}/userinfo`,
  introspection_endpoint: `${issuer}/introspect`,
  jwks_uri: `${issuer}/keys`,
  response_types_supported: ['cloud_iam', 'delegated_refresh_token'],
  grant_types_supported: [API_KEY_GRANT, PASSWORD_GRANT, PASSCODE_GRANT, REFRESH_GRANT, DELEGATED_GRANT],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: [ALGORITHM],
  scopes_supported: ['openid', 'ibm', 'containers-kubernetes'],
  claims_supported: ['iam_id', 'sub', 'email', 'name', 'given_name', 'family_name', 'account', 'iss', 'exp', 'iat'],
});
