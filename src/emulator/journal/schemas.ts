import { z } from 'zod';
import { optionalHeader } from '../../operations/headers.js';
import { AccountName } from '../accounts/schemas.js';

/** A text of JSON that Postgres can compare. */
const JsonText = z.string().transform((text, context) => {
  try {
    const json = JSON.stringify(JSON.parse(text));
    // What is no text in Unicode, JSON can still spell out.
    if (!/\\u0000|\\ud[89a-f]/i.test(json)) return json;
  } catch {
    // Told below.
  }
  context.addIssue({ code: 'custom', message: 'must be JSON, such as {"name": "shop"}' });
  return z.NEVER;
});

const filters = {
  operation: z.string().optional().meta({ description: 'Id of the operation, `*` standing for any part: `createCluster`, `*Worker*`.' }),
  method: z
    .string()
    .transform((method) => method.toUpperCase())
    .optional()
    .meta({ description: 'Such as `POST`.' }),
  path: z.string().optional().meta({ description: 'Path without the query and without `/global`, `*` standing for any part: `/v1/clusters/*`.' }),
  status: z
    .string()
    .regex(/^(?:[1-5]\d\d|[1-5]xx|none)$/i, { error: 'must be a status such as 404, a class such as 4xx, or none' })
    .optional()
    .meta({ description: 'Such as `404`, or `4xx` for a whole class; `none` where the connection went before there was an answer.' }),
  body: JsonText.optional().meta({ description: 'JSON that is part of the request body: the fields that it names have these values, lists contain these items.' }),
  answer: JsonText.optional().meta({ description: 'JSON that is part of the answer, in the same way.' }),
  after: z.string().optional().meta({ description: 'Name of a mark: only what came after it.' }),
};

export const JournalQuery = z.object({
  ...filters,
  before: z.string().optional().meta({ description: 'Name of a mark: only what came before it.' }),
  limit: z.coerce.number().int().min(1).max(1_000).default(100).meta({ description: 'The most entries to answer; it does not change the count.' }),
  cursor: z
    .string()
    .regex(/^\d{1,18}$/, { error: 'must be what an earlier answer had as next' })
    .optional()
    .meta({ description: 'What the answer before this one had as `next`.' }),
});

export type JournalQuery = z.output<typeof JournalQuery>;

export const StreamQuery = z.object(filters);

export const StreamHeaders = z.object({
  'last-event-id': optionalHeader.meta({ description: 'The last event that was received: the stream goes on behind it.' }),
});

const Body = z
  .object({
    contentType: z.string().nullable(),
    bytes: z.int().meta({ description: 'How many were sent.' }),
    kind: z.enum(['json', 'text', 'binary']),
    truncated: z.boolean().meta({ description: 'Of more than 16 KB only the first are here, as text; or nothing, where the body was not read.' }),
    content: z.unknown().meta({ description: 'JSON as it is, text as text, null for the rest. Secrets are `[redacted]`.' }),
  })
  .nullable();

const Advice = z.object({
  problem: z.enum(['unknown path', 'wrong method', 'not built', 'unknown field', 'missing field']),
  where: z.string(),
  text: z.string(),
  nearest: z.array(z.string()).meta({ description: 'Operations or fields that may have been meant, the nearest first.' }),
});

const entry = {
  sequence: z.int().meta({ description: 'Grows from entry to entry and mark to mark.' }),
  at: z.string().meta({ description: 'Real time at which the request came.' }),
  durationMs: z.number(),
  requestId: z.string().meta({ description: 'The incidentID of refusals, which the log has too.' }),
  operationId: z.string().nullable().meta({ description: 'Null where there is no such operation.' }),
  method: z.string(),
  path: z.string(),
  status: z.int().nullable().meta({ description: 'Null where the connection went before there was an answer.' }),
  fault: z.unknown().meta({ description: 'The fault that struck, if one did.' }),
  request: z.object({ query: z.record(z.string(), z.unknown()), headers: z.record(z.string(), z.unknown()), body: Body }),
  answer: z.object({ body: Body }).nullable(),
  help: z.array(Advice).meta({ description: 'What the caller may have meant, where something was wrong with the request.' }),
};

const example = {
  sequence: 4711,
  at: '2026-08-22T10:03:16.000Z',
  durationMs: 12.4,
  requestId: '6f0b1c8e-2d47-4a95-b3e1-7c90d5a8f214',
  operationId: 'createCluster',
  method: 'POST',
  path: '/v1/clusters',
  status: 400,
  fault: null,
  request: {
    query: {},
    headers: { authorization: '[redacted]', 'content-type': 'application/json' },
    body: {
      contentType: 'application/json',
      bytes: 36,
      kind: 'json' as const,
      truncated: false,
      content: { name: 'shop', dataCentre: 'dal10' },
    },
  },
  answer: {
    body: {
      contentType: 'application/json; charset=utf-8',
      bytes: 158,
      kind: 'json' as const,
      truncated: false,
      content: { code: 'G0003', description: 'These fields are missing: dataCenter.', incidentID: '6f0b1c8e-2d47-4a95-b3e1-7c90d5a8f214', type: 'General' },
    },
  },
  help: [
    {
      problem: 'unknown field' as const,
      where: 'body.dataCentre',
      text: 'createCluster takes no body.dataCentre; it counts for nothing. Did you mean dataCenter?',
      nearest: ['dataCenter'],
    },
  ],
};

export const JournalEntry = z.object(entry).meta({ id: 'JournalEntry', examples: [example] });

export const Journal = z
  .object({
    count: z.int().meta({ description: 'How many exchanges match, also those that are not in this answer.' }),
    entries: z.array(JournalEntry).meta({ description: 'The oldest first.' }),
    next: z.string().nullable().meta({ description: 'The `cursor` for those that follow; null when there are no more.' }),
  })
  .meta({ id: 'Journal', examples: [{ count: 1, entries: [example], next: null }] });

export const NewMark = z.object({ name: AccountName }).meta({ id: 'NewJournalMark', examples: [{ name: 'my-test' }] });

export const Mark = z
  .object({ name: z.string(), sequence: z.int(), at: z.string().meta({ description: 'Real time at which it was set.' }) })
  .meta({ id: 'JournalMark', examples: [{ name: 'my-test', sequence: 4710, at: '2026-08-22T10:03:15.000Z' }] });

export const EventStreamText = z.string().meta({
  description: 'Server-sent events: `id` is the sequence, `event` is `entry`, `data` a JournalEntry as JSON.',
  examples: ['id: 4711\nevent: entry\ndata: {"sequence":4711}\n\n'],
});
