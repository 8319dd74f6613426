import { z } from 'zod';
import { printSpeed, Speed } from '../../core/speed.js';
import type { Account } from '../../generated/prisma/client.js';

const RequestQuota = z.union([z.literal('off').transform(() => null), z.int().min(1).max(1_000_000)], {
  error: "must be 'off' or a whole number from 1 to 1000000",
});

const Auth = z.enum(['lenient', 'strict', 'server']).transform((choice) => (choice === 'server' ? null : choice));

/** How an account behaves, by the names of its columns: everything that its owner may choose and change later. */
export const accountSettings = {
  speed: Speed.meta({ description: 'Real durations are divided by it; `instant` makes every step due at once.' }),
  vlanPolicy: z.enum(['reuse', 'require']).meta({
    description: 'What a create that names no VLAN does in a zone that has some: reuse them, or be refused with E0020.',
  }),
  auth: Auth.meta({
    description:
      'Whether a call without a token is taken for one of the owner (lenient) or refused (strict); `server` leaves it to IKS_AUTH. Only the account `default` is called without a token.',
  }),
  clusterQuota: z.int().min(0).max(1_000_000).meta({ description: 'Clusters per region.' }),
  workerQuota: z.int().min(0).max(10_000_000).meta({ description: 'Workers per region.' }),
  subnetsPerVlanQuota: z.int().min(0).max(1_000_000).meta({
    description: 'Subnets on a VLAN, primary ones included, above which no further portable subnet comes.',
  }),
  requestQuota: RequestQuota.meta({ description: 'Requests within ten seconds, or `off`.' }),
  freeClusters: z.boolean().meta({ description: 'Whether free clusters can be created.' }),
  serviceEndpoints: z.boolean().meta({ description: 'VRF and service endpoints are on, which private service endpoints need.' }),
  publicEndpointOptional: z.boolean().meta({ description: 'Whether clusters may be without a public service endpoint.' }),
  vlanSpanning: z.boolean().meta({ description: 'Whether the private VLANs of the account reach each other.' }),
};

type SettingName = keyof typeof accountSettings;

/** Some of the settings, in the form in which the columns hold them. */
export type AccountSettings = { readonly [Name in SettingName]?: Account[Name] | undefined };

/** The settings on the wire where they differ from their columns. */
const printed = {
  speed: z.union([z.literal('instant'), z.number()]),
  auth: z.enum(['lenient', 'strict', 'server']),
  requestQuota: z.union([z.literal('off'), z.int()]),
};

/** The settings as answers show them. */
export const printedSettings = { ...accountSettings, ...printed };

const names = Object.keys(accountSettings) as SettingName[];

export const printSettings = (account: Account) => ({
  ...(Object.fromEntries(names.map((name) => [name, account[name]])) as Pick<Account, Exclude<SettingName, keyof typeof printed>>),
  speed: printSpeed(account.speed),
  auth: account.auth ?? ('server' as const),
  requestQuota: account.requestQuota ?? ('off' as const),
});
