import { z } from 'zod';
import { Moment } from '../../core/moment.js';
import { accountSettings } from '../../domains/accounts/settings.js';
import { AccountApiKey, AccountName, IdSeed } from '../accounts/schemas.js';
import { NewFault } from '../faults/schemas.js';
import { VlanOrder } from '../vlans/schemas.js';
import { ClusterSeed } from './cluster-schemas.js';

const VlanSeed = z.strictObject({
  ...VlanOrder.shape,
  name: z.string().min(1).max(100).optional().meta({ description: 'By which clusters and pools of the same account name it, in place of its id.' }),
});

/** Names of fields are checked as everywhere in a seed. */
const FaultSeed = z
  .unknown()
  .superRefine((fault, context) => {
    const unknown = typeof fault === 'object' && fault !== null ? Object.keys(fault).filter((key) => !Object.hasOwn(NewFault.shape, key)) : [];
    if (unknown.length > 0) context.addIssue({ code: 'unrecognized_keys', keys: unknown, input: fault as Record<string, unknown> });
  })
  .pipe(NewFault);

const content = {
  ...z.object(accountSettings).partial().shape,
  reset: z.boolean().optional().meta({ description: 'Empties the account first. Otherwise it is added to.' }),
  clock: z
    .strictObject({
      now: Moment.optional().meta({ description: 'What time it is in the account; ages count back from it.' }),
      frozen: z.boolean().optional().meta({ description: 'Whether its clock stands still.' }),
    })
    .optional(),
  resourceGroups: z.array(z.string().regex(/\S/).max(128)).max(100).optional().meta({ description: 'Names of groups beside the default one.' }),
  vlans: z.array(VlanSeed).max(100).optional(),
  clusters: z.array(ClusterSeed).max(200).optional(),
  faults: z.array(FaultSeed).max(100).optional().meta({ description: 'As POST /_emulator/accounts/{account}/faults takes them; armed at the end.' }),
};

const young = { name: 'young', dataCenter: 'dal10', machineType: 'b3c.4x16', state: 'deploying' };
const cluster = { name: 'shop', dataCenter: 'dal10', machineType: 'b3c.4x16', workerNum: 2, age: '3d', addons: ['istio'], tags: ['env:test'] };

/** What is in one account. */
export const AccountSeed = z.strictObject(content).meta({
  id: 'AccountSeed',
  examples: [{ vlans: [{ name: 'backend', zone: 'dal10', type: 'private' }], clusters: [cluster, young] }],
});

export type AccountSeed = z.output<typeof AccountSeed>;

/** What a seed file says. */
export const SeedFile = z
  .strictObject({
    accounts: z.record(AccountName, z.strictObject({ ...content, idSeed: IdSeed.optional(), apiKey: AccountApiKey.optional() })).meta({
      description: 'Accounts by name; `default` is the one of callers without a token. Those that exist are left alone, unless they are to be reset.',
    }),
  })
  .meta({ id: 'SeedFile', examples: [{ accounts: { default: { clusters: [cluster] } } }] });

export type SeedFile = z.output<typeof SeedFile>;

const seeded = {
  clusters: z.array(z.object({ id: z.string(), name: z.string(), state: z.string() })),
  vlans: z.array(z.object({ id: z.string(), name: z.string().nullable() })).meta({ description: 'Those that the seed orders.' }),
  faults: z.int().meta({ description: 'How many are armed by it.' }),
};

const seededExample = { clusters: [{ id: 'c9t2m4ld0k7q1e5v8ub0', name: 'shop', state: 'normal' }], vlans: [{ id: '1000002', name: 'backend' }], faults: 0 };

export const SeededAccount = z.object(seeded).meta({ id: 'SeededAccount', examples: [seededExample] });

export const SeededFile = z
  .object({
    accounts: z.array(
      z.object({
        name: z.string(),
        id: z.string(),
        apiKey: z.string().optional().meta({ description: 'Logs in to an account that was made, but for `default`.' }),
        outcome: z.enum(['created', 'reset', 'left alone']),
        ...seeded,
      }),
    ),
  })
  .meta({
    id: 'SeededFile',
    examples: [{ accounts: [{ name: 'my-test', id: '4f1c0d7a9b2e63858d0f4a1b7c92e6d3', apiKey: 'key-of-my-test', outcome: 'created', ...seededExample }] }],
  });
