import { z } from 'zod';
import { LONGEST_LIFETIME } from './tokens.js';

export const API_KEY_GRANT = 'urn:ibm:params:oauth:grant-type:apikey';
export const PASSWORD_GRANT = 'password';
export const PASSCODE_GRANT = 'urn:ibm:params:oauth:grant-type:passcode';
export const REFRESH_GRANT = 'refresh_token';
export const DELEGATED_GRANT = 'urn:ibm:params:oauth:grant-type:delegated-refresh-token';

const sampleToken = 'eyJhbGciOiJSUzI1NiJ9.eyJpYW1faWQiOiJJQk1pZC0ifQ.c2lnbmF0dXJl';

/** What a caller proves itself with, for one grant or another. */
const proofs = {
  apikey: z.string().optional().meta({
    description: 'Any text: it is the key of an account of its own, which is made at its first use.',
    examples: ['my-api-key'],
  }),
  username: z
    .string()
    .regex(/^[^\p{Cc}\p{Cs}]{1,200}$/u, { error: 'must have 1 to 200 characters, and no control characters' })
    .optional()
    .meta({
      description:
        '`apikey`, or the email of the user that an API key was made for: then the password is the key. With any other name, name and password are together like an API key, of the user of that name.',
      examples: ['apikey'],
    }),
  password: z.string().optional().meta({ description: 'Any text.', examples: ['my-api-key'] }),
  refresh_token: z.string().optional().meta({
    description: 'The refresh token of an earlier answer, or its delegated one for the grant that takes it.',
    examples: [sampleToken],
  }),
  account: z.string().optional().meta({ description: 'The id of the account to log in to; it must be that of the key.' }),
  bss_account: z.string().optional().meta({ description: 'The same as `account`.' }),
};

const grantType = z.enum([API_KEY_GRANT, PASSWORD_GRANT, PASSCODE_GRANT, REFRESH_GRANT, DELEGATED_GRANT]);

export const TokenForm = z
  .object({
    grant_type: grantType.meta({ examples: [API_KEY_GRANT] }),
    response_type: z.string().optional().meta({
      description: 'What to answer: `cloud_iam` (the default), `delegated_refresh_token`, or both, separated by a space.',
      examples: ['cloud_iam'],
    }),
    ...proofs,
    passcode: z.string().optional().meta({ description: 'Of POST /identity/passcode; it works once.', examples: ['k3Jx0Qm7Zp'] }),
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

export const PasscodeForm = z
  .object({
    grant_type: grantType.exclude([PASSCODE_GRANT]).optional().meta({
      description: 'How the caller proves who it is; the header `Authorization: Bearer` does where this is absent.',
      examples: [REFRESH_GRANT],
    }),
    response_type: z.string().optional().meta({ description: 'Read and not used.', examples: ['cloud_iam'] }),
    ...proofs,
  })
  .meta({ id: 'IamPasscodeForm', examples: [{ grant_type: API_KEY_GRANT, apikey: 'my-api-key' }] });

export type PasscodeForm = z.output<typeof PasscodeForm>;

export const PasscodeResponse = z
  .object({ passcode: z.string() })
  .meta({ id: 'IamPasscodeResponse', examples: [{ passcode: 'k3Jx0Qm7Zp' }] });

export const IntrospectionForm = z
  .object({ token: z.string().meta({ description: 'A token of any kind.', examples: [sampleToken] }) })
  .meta({ id: 'IamIntrospectionForm', examples: [{ token: sampleToken }] });

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
