import { z } from 'zod';
import { accountSettings, printedSettings } from '../../domains/accounts/settings.js';

export const AccountName = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/, {
    error: 'must begin with a letter or digit, then have only letters, digits, hyphens, periods and underscores, 128 characters at most',
  });

export const AccountParams = z.object({
  account: z.string().meta({ description: 'Id or name of an account, or `default`.', examples: ['default'] }),
});

export const IdSeed = z.string().max(200).meta({
  description: 'What all ids in the account follow from: the same calls then give the same ids in every run. Its own id when absent.',
});

export const AccountApiKey = z.string().min(1).max(1_000).meta({
  description: "The key that logs in to the account, which the account's id follows from. A secret of chance when absent.",
});

export const NewAccount = z
  .object({ name: AccountName, idSeed: IdSeed, apiKey: AccountApiKey, ...accountSettings })
  .partial()
  .required({ name: true })
  .meta({ id: 'NewAccount', examples: [{ name: 'my-test', speed: 'instant', idSeed: 'my-test' }] });

export const AccountPatch = z
  .object(accountSettings)
  .partial()
  .meta({ id: 'AccountPatch', examples: [{ speed: 'instant' }] });

const account = {
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  ...printedSettings,
  idSeed: z.string(),
  now: z.string().meta({ description: "The account's time." }),
  frozen: z.boolean(),
};

const example = {
  id: '4f1c0d7a9b2e63858d0f4a1b7c92e6d3',
  name: 'my-test',
  createdAt: '2026-08-22T10:03:16.000Z',
  speed: 30,
  vlanPolicy: 'reuse',
  auth: 'server',
  clusterQuota: 100,
  workerQuota: 500,
  subnetsPerVlanQuota: 40,
  requestQuota: 'off',
  freeClusters: true,
  serviceEndpoints: true,
  publicEndpointOptional: true,
  vlanSpanning: false,
  idSeed: '4f1c0d7a9b2e63858d0f4a1b7c92e6d3',
  now: '2026-08-22T10:03:16.000Z',
  frozen: false,
};

export const Account = z.object(account).meta({ id: 'Account', examples: [example] });

export const CreatedAccount = z
  .object({ ...account, apiKey: z.string().meta({ description: 'Logs in to this account at POST /identity/token.' }) })
  .meta({ id: 'CreatedAccount', examples: [{ ...example, apiKey: 'a-secret-of-64-hex-digits' }] });
