import { z } from 'zod';
import type { Clock } from '../../core/clock.js';
import { CreatedAccount } from '../accounts/schemas.js';
import { toAccount } from '../accounts/wire.js';
import type { ControlRouter } from '../control-router.js';
import { DiffQuery, ForkRequest, NewSnapshot, RestoredAccount, Snapshot, SnapshotDiff, SnapshotFile, SnapshotParams } from './schemas.js';
import type { SnapshotService } from './service.js';
import { toRestoredAccount, toSnapshot, toSnapshotDiff, toSnapshotFile } from './wire.js';

const MEGABYTE = 1_024 * 1_024;

/** Accounts as they were at a moment, to come back to or to start others from. */
export function snapshotRoutes(router: ControlRouter, service: SnapshotService, clock: Clock): void {
  router.open(
    'listSnapshots',
    ['GET', '/accounts/{account}/snapshots', 200],
    { summary: 'List the snapshots of an account', answer: z.array(Snapshot) },
    async (scope) => (await service.list(scope)).map(toSnapshot),
  );

  router.change(
    'saveSnapshot',
    ['POST', '/accounts/{account}/snapshots', 201],
    {
      summary: 'Save everything in an account under a name, or take in a file',
      description: 'A file is what GET of a snapshot answers, of this or another emulator. It is taken in only if it can be restored.',
      body: NewSnapshot,
      bodyLimit: 64 * MEGABYTE,
      answer: Snapshot,
      errors: ['snapshotNameTaken'],
    },
    async (scope, { body }) => toSnapshot(await service.save(scope, body)),
  );

  router.open(
    'getSnapshot',
    ['GET', '/accounts/{account}/snapshots/{name}', 200],
    { summary: 'Read a snapshot whole, as a file to keep', params: SnapshotParams, answer: SnapshotFile, errors: ['snapshotNotFound'] },
    async (scope, { params }) => toSnapshotFile(await service.export(scope, params.name)),
  );

  router.change(
    'deleteSnapshot',
    ['DELETE', '/accounts/{account}/snapshots/{name}', 204],
    { summary: 'Delete a snapshot', params: SnapshotParams, errors: ['snapshotNotFound'] },
    async (scope, { params }) => {
      await service.remove(scope, params.name);
      return undefined;
    },
  );

  router.change(
    'restoreSnapshot',
    ['POST', '/accounts/{account}/snapshots/{name}/restore', 200],
    {
      summary: 'Take an account back to a snapshot',
      description: 'With the same ids, addresses, pending transitions, settings and time. What came later is gone; snapshots and journal stay.',
      params: SnapshotParams,
      answer: RestoredAccount,
      errors: ['snapshotNotFound'],
    },
    async (scope, { params }) =>
      toRestoredAccount(await service.restore(scope, scope, params.name)),
  );

  router.open(
    'forkSnapshot',
    ['POST', '/accounts/{account}/snapshots/{name}/fork', 201],
    {
      summary: 'Make a new account from a snapshot',
      description: 'With an API key of its own. Ids, addresses, pending transitions and time are those of the snapshot.',
      params: SnapshotParams,
      body: ForkRequest,
      answer: CreatedAccount,
      errors: ['snapshotNotFound', 'accountNameTaken'],
    },
    async (source, { params, body }) => {
      const { account, apiKey } = await service.fork(source, params.name, body.name);
      return { ...toAccount(account, clock.now()), apiKey };
    },
  );

  router.open(
    'diffSnapshot',
    ['GET', '/accounts/{account}/snapshots/{name}/diff', 200],
    { summary: 'What changed since a snapshot', params: SnapshotParams, query: DiffQuery, answer: SnapshotDiff, errors: ['snapshotNotFound'] },
    async (scope, { params, query }) => toSnapshotDiff(await service.diff(scope, params.name, query.with)),
  );
}
