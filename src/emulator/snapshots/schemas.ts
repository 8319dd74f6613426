import { z } from 'zod';
import { MomentText } from '../../core/moment.js';
import { AccountName, AccountParams } from '../accounts/schemas.js';
import { KindCounts } from '../contents/schemas.js';

export const SnapshotParams = AccountParams.extend({
  name: z.string().meta({ description: 'Name of a snapshot.', examples: ['base'] }),
});

const Row = z.record(z.string(), z.unknown());

/** By what a file is known. The version grows when a file can no longer be read as before. */
export const fileKind = { format: 'iks-emulator snapshot', version: 1 } as const;

/** A snapshot as it is written to and read from a file. */
export const SnapshotFile = z
  .object({
    format: z.literal(fileKind.format),
    version: z.literal(fileKind.version),
    takenAt: MomentText.meta({ description: "The account's time when it was taken." }),
    frozen: z.boolean().meta({ description: "Whether the account's clock stood still." }),
    account: Row.meta({ description: 'The settings of the account and where its ids go on.' }),
    tables: z.record(z.string(), z.array(Row)).meta({ description: 'The rows of each table.' }),
  })
  .meta({
    id: 'SnapshotFile',
    examples: [
      {
        ...fileKind,
        takenAt: '2026-08-22T10:28:16.000Z',
        frozen: false,
        account: { speed: 30, id_seed: 'my-test', sequence: 0 },
        tables: { resource_groups: [{ id: '6f0d1c', name: 'Default', is_default: true, created_at: '2026-08-22T10:03:16+00:00' }] },
      },
    ],
  });

export const NewSnapshot = z
  .object({
    name: AccountName,
    replace: z.boolean().optional().meta({ description: 'Whether it may take the place of one with the same name.' }),
    file: SnapshotFile.optional().meta({ description: 'A snapshot to take in, instead of what is in the account now.' }),
  })
  .meta({ id: 'NewSnapshot', examples: [{ name: 'base' }] });

const snapshot = {
  name: z.string(),
  createdAt: z.string(),
  takenAt: z.string().meta({ description: "The account's time when it was taken." }),
  frozen: z.boolean(),
  holds: KindCounts,
};

export const Snapshot = z.object(snapshot).meta({
  id: 'Snapshot',
  examples: [
    {
      name: 'base',
      createdAt: '2026-08-22T10:05:00.000Z',
      takenAt: '2026-08-22T10:28:16.000Z',
      frozen: false,
      holds: { clusters: 1, workerPools: 1, workers: 2 },
    },
  ],
});

export const RestoredAccount = z
  .object({
    now: z.string().meta({ description: "The account's time from which it goes on." }),
    holds: KindCounts,
  })
  .meta({ id: 'RestoredAccount', examples: [{ now: '2026-08-22T10:28:16.000Z', holds: { clusters: 1, workers: 2 } }] });

export const ForkRequest = z
  .object({ name: AccountName })
  .meta({ id: 'SnapshotFork', examples: [{ name: 'my-other-test' }] });

export const DiffQuery = z.object({
  with: z.string().optional().meta({ description: 'Name of the later snapshot. Without it, the account as it is now.' }),
});

const resource = { kind: z.string(), id: z.string() };

export const SnapshotDiff = z
  .object({
    added: z.array(z.object(resource)),
    removed: z.array(z.object(resource)),
    changed: z.array(
      z.object({ ...resource, fields: z.record(z.string(), z.object({ from: z.unknown(), to: z.unknown() })) }),
    ),
  })
  .meta({
    id: 'SnapshotDiff',
    examples: [
      {
        added: [{ kind: 'workers', id: 'kube-c9t2m4ld0k7q1e5v8ub0-shop-default-0000010c' }],
        removed: [],
        changed: [{ kind: 'workerPools', id: 'c9t2m4ld0k7q1e5v8ub0-1a2b3c4', fields: { sizePerZone: { from: 2, to: 3 } } }],
      },
    ],
  });
