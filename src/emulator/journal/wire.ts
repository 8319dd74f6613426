import type { z } from 'zod';
import type { JournalMark } from '../../generated/prisma/client.js';
import type { Journal, JournalEntry, Mark } from './schemas.js';
import type { AdvisedEntry, Page } from './service.js';

export const toEntry = ({ advice, ...row }: AdvisedEntry): z.input<typeof JournalEntry> => ({
  sequence: Number(row.sequence),
  at: row.at.toISOString(),
  durationMs: Math.round(row.durationMs * 1_000) / 1_000,
  requestId: row.requestId,
  operationId: row.operationId,
  method: row.method,
  path: row.path,
  status: row.status,
  fault: row.fault,
  request: row.request,
  answer: row.answer,
  help: advice.map(({ nearest, ...rest }) => ({ ...rest, nearest: [...nearest] })),
});

export const toJournal = ({ count, entries, next }: Page): z.input<typeof Journal> => ({
  count,
  entries: entries.map(toEntry),
  next: next?.toString() ?? null,
});

export const toMark = ({ name, sequence, createdAt }: JournalMark): z.input<typeof Mark> => ({
  name,
  sequence: Number(sequence),
  at: createdAt.toISOString(),
});
