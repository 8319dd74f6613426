import { z } from 'zod';

const Status = z.enum(['proven', 'partly', 'differs on purpose', 'not built', 'not proven']).meta({
  description:
    '`proven`: tests that ran and passed carry its id; `partly` and `differs on purpose`: they do, and `reason` tells what they leave out; `not proven`: it is claimed, and none did; `not built`: it is not claimed, and of operations there is nothing but the answer 501.',
});

const Tests = z.array(z.object({ file: z.string(), names: z.array(z.string()) })).meta({ description: 'By file, the tests that ran and passed.' });

const reason = z.string().optional().meta({ description: 'Why the status is not `proven`.' });

const OperationRow = z
  .object({
    id: z.string(),
    method: z.string(),
    path: z.string(),
    group: z.string(),
    tier: z.int().meta({ description: '1: classic clusters, 2: the rest of the container API, 3: hosts, storage and Satellite.' }),
    status: Status,
    reason,
    ambiguities: z.array(z.string()).meta({ description: 'Where clients disagree about it.' }),
    clients: z
      .array(z.object({ client: z.string(), calls: z.array(z.string()) }))
      .meta({ description: 'The official clients that called it with success, and the calls of each that lead to it.' }),
    tests: Tests,
  })
  .meta({
    id: 'OperationParity',
    examples: [
      {
        id: 'getRegions',
        method: 'GET',
        path: '/v1/regions',
        group: 'catalog',
        tier: 1,
        status: 'proven',
        ambiguities: [],
        clients: [{ client: 'bluemix-go', calls: ['containerv1.Regions.List'] }],
        tests: [{ file: 'test/catalog/get-regions.test.ts', names: ['getRegions › 200: the old name, and the modern one as alias'] }],
      },
    ],
  });

const RuleRow = z
  .object({
    id: z.string(),
    section: z.string(),
    says: z.string(),
    status: Status,
    reason,
    assumed: z.string().optional().meta({ description: 'What no source states.' }),
    sources: z.array(z.string()).meta({ description: 'The public documents that it rests on.' }),
    tests: Tests,
  })
  .meta({
    id: 'RuleParity',
    examples: [
      {
        id: 'R218',
        section: 'Workers',
        says: 'A worker runs 110 pods, and with many cores up to 250.',
        status: 'not built',
        reason: 'Nothing runs in a cluster, so nothing is counted.',
        sources: ['IBM Cloud docs, "Service limitations", 2022-11'],
        tests: [],
      },
    ],
  });

const Count = z.object({
  total: z.int(),
  proven: z.int(),
  partly: z.int(),
  'differs on purpose': z.int(),
  'not built': z.int(),
  'not proven': z.int(),
});

const MutantCount = {
  killed: z.int().meta({ description: 'Changes with which a test failed.' }),
  timedOut: z.int().meta({ description: 'Changes with which tests did not come to an end; they count as noticed.' }),
  survived: z.int().meta({ description: 'Changes with which every test passed.' }),
  notReached: z.int().meta({ description: 'Changes that no test came by.' }),
};

/** Whether the unit tests of rules, lifecycles and address arithmetic notice when these are changed. */
export const MutationCheck = z.object({
  score: z.number().meta({ description: 'The share of changes that tests noticed, in percent.' }),
  ...MutantCount,
  files: z.array(z.object({ file: z.string(), ...MutantCount })),
  survivors: z
    .array(z.object({ file: z.string(), line: z.int(), change: z.string(), reason: z.string() }))
    .meta({ description: 'What no test noticed, and why it stays so.' }),
});

/** A check as the ledger shows it. */
const DatedMutationCheck = MutationCheck.extend({
  changedSince: z.array(z.string()).meta({ description: 'Files that decide, and their tests, that had changed since then or had not been checked yet when this ledger was made.' }),
});

/** The parity ledger: what is claimed of each operation and rule of the real service, with the proof. */
export const Ledger = z
  .object({
    summary: z.object({ operations: Count, tier1: Count, rules: Count }),
    operations: z.array(OperationRow),
    rules: z.array(RuleRow),
    mutation: DatedMutationCheck.optional().meta({ description: 'What the last mutation check has shown; absent where one row is asked for.' }),
  })
  .meta({
    id: 'ParityLedger',
    examples: [
      {
        summary: {
          operations: { total: 279, proven: 114, partly: 1, 'differs on purpose': 0, 'not built': 164, 'not proven': 0 },
          tier1: { total: 111, proven: 111, partly: 0, 'differs on purpose': 0, 'not built': 0, 'not proven': 0 },
          rules: { total: 224, proven: 151, partly: 23, 'differs on purpose': 5, 'not built': 45, 'not proven': 0 },
        },
        operations: [],
        rules: [],
      },
    ],
  });

export type Ledger = z.output<typeof Ledger>;
export type MutationCheck = z.output<typeof MutationCheck>;
export type DatedMutationCheck = z.output<typeof DatedMutationCheck>;
export type OperationRow = Ledger['operations'][number];
export type RuleRow = Ledger['rules'][number];
export type Count = z.output<typeof Count>;
export type Status = z.output<typeof Status>;
