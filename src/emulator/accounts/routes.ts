import { z } from 'zod';
import type { Clock } from '../../core/clock.js';
import { changeSettings } from '../../domains/accounts/change-settings.js';
import type { ControlRouter } from '../control-router.js';
import { Account, AccountParams, AccountPatch, CreatedAccount, NewAccount } from './schemas.js';
import { toAccount } from './wire.js';

/** Accounts of the emulator: each has its own resources, clock and speed. */
export function accountRoutes(router: ControlRouter, clock: Clock): void {
  const { accounts } = router;

  router.serve(
    'listAccounts',
    ['GET', '/accounts', 200],
    { summary: 'List the accounts', answer: z.array(Account) },
    async () => (await accounts.list()).map((account) => toAccount(account, clock.now())),
  );

  router.serve(
    'createAccount',
    ['POST', '/accounts', 201],
    { summary: 'Create an account with an API key of its own', body: NewAccount, answer: CreatedAccount, errors: ['accountNameTaken', 'apiKeyTaken'] },
    async ({ body: { name, ...settings } }) => {
      const { account, apiKey } = await accounts.create(name, settings);
      return { ...toAccount(account, clock.now()), apiKey };
    },
  );

  router.open(
    'getAccount',
    ['GET', '/accounts/{account}', 200],
    { summary: 'Read one account', answer: Account },
    ({ account }) => Promise.resolve(toAccount(account, clock.now())),
  );

  router.change(
    'updateAccount',
    ['PATCH', '/accounts/{account}', 200],
    { summary: 'Change how an account behaves', body: AccountPatch, answer: Account },
    async (scope, { body }) => toAccount(await changeSettings(scope, body), clock.now()),
  );

  router.serve(
    'deleteAccount',
    ['DELETE', '/accounts/{account}', 204],
    { summary: 'Delete an account with everything in it', params: AccountParams, errors: ['accountNotFound'] },
    async ({ params }) => {
      await accounts.remove(params.account);
      return undefined;
    },
  );
}
