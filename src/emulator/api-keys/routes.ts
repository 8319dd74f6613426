import { z } from 'zod';
import type { Clock } from '../../core/clock.js';
import { createApiKey, listApiKeys, revokeApiKey } from '../../domains/accounts/api-keys.js';
import type { ControlRouter } from '../control-router.js';
import { ApiKey, ApiKeyParams, CreatedApiKey, NewApiKey } from './schemas.js';
import { toApiKey } from './wire.js';

/** API keys of an account, each with a user and platform roles of its own. */
export function apiKeyRoutes(router: ControlRouter, clock: Clock): void {
  router.open(
    'listApiKeys',
    ['GET', '/accounts/{account}/api-keys', 200],
    {
      summary: 'List the API keys that log in to an account',
      description: 'The keys themselves are not kept, so nobody can list them.',
      answer: z.array(ApiKey),
    },
    async (scope) => (await listApiKeys(scope)).map(toApiKey),
  );

  router.change(
    'createApiKey',
    ['POST', '/accounts/{account}/api-keys', 201],
    { summary: 'Make an API key with a user and platform roles', body: NewApiKey, answer: CreatedApiKey, errors: ['apiKeyTaken'] },
    async (scope, { body: { user, roles, apiKey } }) => {
      const created = await createApiKey(scope, { user, roles, apiKey }, clock.now());
      return { ...toApiKey(created.row), apiKey: created.apiKey };
    },
  );

  router.change(
    'revokeApiKey',
    ['DELETE', '/accounts/{account}/api-keys/{apiKey}', 204],
    {
      summary: 'Revoke an API key',
      description: 'All tokens and passcodes that were made from it end at once, those in kubeconfigs too. Its text logs in no more.',
      params: ApiKeyParams,
      errors: ['accountApiKeyNotFound'],
    },
    async (scope, { params }) => {
      await revokeApiKey(scope, params.apiKey, clock.now());
      return undefined;
    },
  );
}
