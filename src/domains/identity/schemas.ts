import { z } from 'zod';
import { LONGEST_LIFETIME } from './tokens.js';

export const API_KEY_GRANT = 'urn:ibm:params:oauth:grant-type:apikey';
export const REFRESH_GRANT = 'refresh_token';
export const DELEGATED_GRANT = 'urn:ibm:params:oauth:grant-type:delegated-refresh-token';

const sampleToken = 'eyJhbGciOiJSUzI1NiJ9.eyJpYW1faWQiOiJJQk1pZC0ifQ.c2lnbmF0dXJl';

export const TokenForm = z
  .object({
    grant_type: z.enum([API_KEY_GRANT, REFRESH_GRANT, DELEGATED_GRANT]).meta({ examples: [API_KEY_GRANT] }),
    response_type: z.string().optional().meta({
      description: 'What to answer: `cloud_iam` (the default), `delegated_refresh_token`, or both, separated by a space.',
      examples: ['cloud_iam'],
    }),
    apikey: z.string().optional().meta({
      description: 'Any text: it is the key of an account of its own, which is made at its first use.',
      examples: ['my-api-key'],
    }),
    refresh_token: z.string().optional().meta({
      description: 'The refresh token of an earlier answer, or its delegated one for the grant that takes it.',
      examples: [sampleToken],
    }),
    receiver_client_ids: z.string().optional().meta({
      description: 'Who may use the delegated token; read and not enforced.',
      examples: ['kube'],
    }),
    delegated_refresh_token_expiry: z.coerce.number().int().min(1).max(LONGEST_LIFETIME).optional().meta({
      description: 'Seconds until the delegated token expires; six days when absent.',
      examples: [600],
    }),
  })
  .meta({
    id: 'IamTokenForm',
    examples: [{ grant_type: API_KEY_GRANT, response_type: 'cloud_iam', apikey: 'my-api-key' }],
  });

export type TokenForm = z.output<typeof TokenForm>;

export const TokenResponse = z
  .object({
    access_token: z.string().optional(),
    refresh_token: z.string().optional(),
    id_token: z.string().optional().meta({ description: 'For the client `kube` alone.' }),
    delegated_refresh_token: z.string().optional().meta({ description: 'Alone in its answer, unless `cloud_iam` is asked for too.' }),
    token_type: z.literal('Bearer').optional(),
    expires_in: z.int().optional().meta({ description: 'Seconds that the access token lasts, in real time.' }),
    expiration: z.int().optional().meta({ description: 'When the access token expires: real seconds since 1970.' }),
    scope: z.string().optional(),
  })
  .meta({
    id: 'IamTokenResponse',
    examples: [
      {
        access_token: sampleToken,
        refresh_token: sampleToken,
        token_type: 'Bearer',
        expires_in: 3600,
        expiration: 1_790_000_000,
        scope: 'ibm openid',
      },
    ],
  });

export type TokenResponse = z.input<typeof TokenResponse>;

export const KeySet = z
  .object({
    keys: z.array(
      z.object({
        kty: z.literal('RSA'),
        n: z.string().meta({ description: 'Modulus, base64url.' }),
        e: z.string().meta({ description: 'Exponent, base64url.' }),
        alg: z.literal('RS256'),
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
