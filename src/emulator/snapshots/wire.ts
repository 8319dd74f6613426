import type { z } from 'zod';
import { toCounts } from '../contents/wire.js';
import type { Diff } from './diff.js';
import type { SnapshotSummary } from './repository.js';
import { fileKind } from './schemas.js';
import type { RestoredAccount, Snapshot, SnapshotDiff, SnapshotFile as SnapshotFileSchema } from './schemas.js';
import type { SnapshotFile } from './service.js';

export const toSnapshot = ({ name, createdAt, takenAt, frozen, holds }: SnapshotSummary): z.input<typeof Snapshot> => ({
  name,
  createdAt: createdAt.toISOString(),
  takenAt: takenAt.toISOString(),
  frozen,
  holds: toCounts(holds),
});

export const toRestoredAccount = ({ takenAt, holds }: SnapshotSummary): z.input<typeof RestoredAccount> => ({
  now: takenAt.toISOString(),
  holds: toCounts(holds),
});

export const toSnapshotFile = ({ takenAt, frozen, account, tables }: SnapshotFile): z.input<typeof SnapshotFileSchema> => ({
  ...fileKind,
  takenAt: takenAt.toISOString(),
  frozen,
  account,
  tables: Object.fromEntries(Object.entries(tables).map(([table, rows]) => [table, [...rows]])),
});

export const toSnapshotDiff = (diff: Diff): z.input<typeof SnapshotDiff> => diff as z.input<typeof SnapshotDiff>;
