import { RawAnswer } from '../../operations/raw-answer.js';
import type { ControlRouter } from '../control-router.js';
import { EventStreamText, Journal, JournalQuery, Mark, NewMark, StreamHeaders, StreamQuery } from './schemas.js';
import type { JournalService } from './service.js';
import { toEntry, toJournal, toMark } from './wire.js';

/** What a test's code asked for in the name of an account, and what it was answered. */
export function journalRoutes(router: ControlRouter, service: JournalService): void {
  router.open(
    'getJournal',
    ['GET', '/accounts/{account}/journal', 200],
    {
      summary: 'Find and count what was asked in the name of an account',
      description:
        'Every exchange of the account, also with IAM and the other services beside the container API; the control API is not part of it. The newest 1,000 are kept.',
      query: JournalQuery,
      answer: Journal,
      errors: ['journalMarkNotFound'],
    },
    async (scope, { query }) => toJournal(await service.read(scope, query)),
  );

  router.open(
    'clearJournal',
    ['DELETE', '/accounts/{account}/journal', 204],
    { summary: 'Empty the journal of an account, marks included' },
    async (scope) => {
      await service.clear(scope);
      return undefined;
    },
  );

  router.open(
    'markJournal',
    ['POST', '/accounts/{account}/journal/marks', 201],
    {
      summary: 'Set a mark in the journal of an account',
      description: 'It stands behind everything that was answered before. A mark of the same name moves here.',
      body: NewMark,
      answer: Mark,
    },
    async (scope, { body }) => toMark(await service.mark(scope, body.name)),
  );

  router.open(
    'streamJournal',
    ['GET', '/accounts/{account}/journal/stream', 200],
    {
      summary: 'Follow the journal of an account live',
      description: 'Server-sent events, one for each entry, from now on or from a mark; after a broken connection from where it broke.',
      query: StreamQuery,
      headers: StreamHeaders,
      rawAnswers: { 'text/event-stream': EventStreamText },
      errors: ['journalMarkNotFound'],
    },
    async (scope, { query, headers }) => {
      const print = (entry: Parameters<typeof toEntry>[0]): string => JSON.stringify(toEntry(entry));
      const stream = await service.follow(scope, query, { print, lastEventId: headers['last-event-id'] });
      return new RawAnswer({ contentType: 'text/event-stream', body: stream });
    },
  );
}
