import { z } from 'zod';
import { platformRoles } from '../../core/platform-roles.js';
import { AccountApiKey, AccountParams } from '../accounts/schemas.js';

const roles = z.array(z.enum(platformRoles));

export const NewApiKey = z
  .object({
    user: z
      .object({
        email: z.string().regex(/^[^\s@]+@[^\s@]+$/, { error: 'must be an email address' }).max(200),
        name: z
          .string()
          .regex(/^[^\p{Cc}\p{Cs}]{1,200}$/u, { error: 'must have 1 to 200 characters, and no control characters' })
          .optional()
          .meta({ description: 'The email when absent.' }),
      })
      .optional()
      .meta({ description: 'Whom the key speaks for: in the claims of its tokens, and as the owner of what is made with it. The owner of the account when absent.' }),
    roles: roles.optional().meta({
      description: 'What the key may do. Operator and editor do not include each other; with none it may only look at the catalogue. `["administrator"]` when absent.',
    }),
    apiKey: AccountApiKey.optional().meta({ description: 'The key itself, when it is to be a certain one. A secret of chance when absent.' }),
  })
  .meta({ id: 'NewApiKey', examples: [{ user: { email: 'vera@example.com', name: 'Vera Viewer' }, roles: ['viewer'] }] });

const apiKey = {
  id: z.string(),
  user: z.object({ email: z.string(), name: z.string(), iamId: z.string() }),
  roles,
  createdAt: z.string().meta({ description: 'Real time.' }),
};

const example = {
  id: 'ApiKey-0b8f3c52-91de-47a6-8c35-e6f0a4b7d219',
  user: { email: 'vera@example.com', name: 'Vera Viewer', iamId: 'IBMid-52D0A7C19B' },
  roles: ['viewer'],
  createdAt: '2026-08-22T10:03:16.000Z',
};

export const ApiKey = z.object(apiKey).meta({ id: 'ApiKey', examples: [example] });

export const CreatedApiKey = z
  .object({ ...apiKey, apiKey: z.string().meta({ description: 'Logs in to this account at POST /identity/token. It is shown here and never again.' }) })
  .meta({ id: 'CreatedApiKey', examples: [{ ...example, apiKey: 'a-secret-of-64-hex-digits' }] });

export const ApiKeyParams = AccountParams.extend({
  apiKey: z.string().meta({ description: 'The id of an API key, not the key itself.', examples: ['ApiKey-0b8f3c52-91de-47a6-8c35-e6f0a4b7d219'] }),
});
