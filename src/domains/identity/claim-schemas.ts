import { z } from 'zod';
import { ALGORITHM } from './facts.js';

const user = {
  iam_id: z.string(),
  id: z.string(),
  realmid: z.string(),
  identifier: z.string(),
  given_name: z.string(),
  family_name: z.string(),
  name: z.string(),
  email: z.string(),
  sub: z.string(),
};

/** What tokens say, and what IAM says of them. */
export const TokenClaims = z
  .object({
    active: z.literal(true),
    ...user,
    account: z.object({ valid: z.boolean(), bss: z.string().meta({ description: 'The id of the account.' }) }),
    api_key_id: z.string().optional().meta({ description: 'The API key that somebody logged in with.' }),
    iss: z.string(),
    grant_type: z.string(),
    scope: z.string(),
    client_id: z.string(),
    acr: z.int(),
    amr: z.array(z.string()),
    jti: z.string(),
    iat: z.int(),
    exp: z.int(),
  })
  .meta({
    id: 'IamTokenClaims',
    examples: [
      {
        active: true,
        iam_id: 'IBMid-52D0A7C19B',
        id: 'IBMid-52D0A7C19B',
        realmid: 'IBMid',
        identifier: '52D0A7C19B',
        given_name: 'Account',
        family_name: 'Owner',
        name: 'Account Owner',
        email: 'owner-4f1c0d7a@example.com',
        sub: 'owner-4f1c0d7a@example.com',
        account: { valid: true, bss: '4f1c0d7a9b2e63858d0f4a1b7c92e6d3' },
        api_key_id: 'ApiKey-0b8f3c52-91de-47a6-8c35-e6f0a4b7d219',
        iss: 'http://127.0.0.1:4570/identity',
        grant_type: 'urn:ibm:params:oauth:grant-type:apikey',
        scope: 'ibm openid',
        client_id: 'bx',
        acr: 1,
        amr: ['pwd'],
        jti: '0d5b8f1e-6a2c-4e97-b3d0-1c7f9a4e8265',
        iat: 1_789_996_400,
        exp: 1_790_000_000,
      },
    ],
  });

export const Introspection = z
  .union([TokenClaims, z.object({ active: z.literal(false) })])
  .meta({ id: 'IamIntrospection', examples: [{ active: false }] });

export const OpenIdConfiguration = z
  .object({
    issuer: z.string(),
    authorization_endpoint: z.string().meta({ description: 'Where people log in at a browser; this emulator has no such page.' }),
    token_endpoint: z.string(),
    passcode_endpoint: z.string(),
    userinfo_endpoint: z.string(),
    introspection_endpoint: z.string(),
    jwks_uri: z.string(),
    response_types_supported: z.array(z.string()),
    grant_types_supported: z.array(z.string()),
    subject_types_supported: z.array(z.string()),
    id_token_signing_alg_values_supported: z.array(z.string()),
    scopes_supported: z.array(z.string()),
    claims_supported: z.array(z.string()),
  })
  .meta({
    id: 'IamOpenIdConfiguration',
    examples: [
      {
        issuer: 'http://127.0.0.1:4570/identity',
        authorization_endpoint: 'http://127.0.0.1:4570/identity/authorize',
        token_endpoint: 'http://127.0.0.1:4570/identity/token',
        passcode_endpoint: 'http://127.0.0.1:4570/identity/passcode',
        userinfo_endpoint: 'http://127.0.0.1:4570/identity/userinfo',
        introspection_endpoint: 'http://127.0.0.1:4570/identity/introspect',
        jwks_uri: 'http://127.0.0.1:4570/identity/keys',
        response_types_supported: ['cloud_iam', 'delegated_refresh_token'],
        grant_types_supported: ['urn:ibm:params:oauth:grant-type:apikey', 'refresh_token'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        scopes_supported: ['openid', 'ibm'],
        claims_supported: ['iam_id', 'sub', 'email', 'account'],
      },
    ],
  });

export const KeySet = z
  .object({
    keys: z.array(
      z.object({
        kty: z.literal('RSA'),
        n: z.string().meta({ description: 'Modulus, base64url.' }),
        e: z.string().meta({ description: 'Exponent, base64url.' }),
        alg: z.literal(ALGORITHM),
        kid: z.string(),
        use: z.literal('sig'),
      }),
    ),
  })
  .meta({
    id: 'IamKeySet',
    examples: [
      {
        keys: [
          { kty: 'RSA', n: 'sXchDaQebHnPiGvyDOAT4saGEUetSyo9MKLOoWFsueri', e: 'AQAB', alg: 'RS256', kid: 'NzbLsXh8uDCcd', use: 'sig' },
        ],
      },
    ],
  });
