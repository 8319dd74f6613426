import type { z } from 'zod';
import type { Clock } from '../../core/clock.js';
import type { AccountScope, AccountTransaction } from '../../domains/accounts/scope.js';
import { setClock } from '../../domains/accounts/change-settings.js';
import type { AccountService } from '../../domains/accounts/service.js';
import { IksError } from '../../errors/iks-error.js';
import type { Account } from '../../generated/prisma/client.js';
import type { Contents } from '../contents/repository.js';
import { compareRows, type Diff } from './diff.js';
import { requireUsable } from './import.js';
import * as repository from './repository.js';
import type { Content, SnapshotSummary } from './repository.js';
import type { NewSnapshot } from './schemas.js';

/** A snapshot outside of the database. */
export interface SnapshotFile extends Content {
  readonly takenAt: Date;
}

/** Accounts as they were at a moment. */
export class SnapshotService {
  constructor(
    private readonly accounts: AccountService,
    private readonly contents: Contents,
    private readonly clock: Clock,
  ) {}

  list(scope: AccountScope): Promise<SnapshotSummary[]> {
    return repository.listSnapshots(scope);
  }

  /**
   * Saves what is in the account under a name, or what is in a file once it is proven that it can be restored.
   * @throws IksError snapshotNameTaken, invalidRequest
   */
  async save(scope: AccountTransaction, { name, replace = false, file }: z.output<typeof NewSnapshot>): Promise<SnapshotSummary> {
    if (replace) await repository.deleteSnapshot(scope, name);
    else if ((await repository.findSnapshot(scope, name)) !== undefined) throw IksError.of('snapshotNameTaken', name);

    const createdAt = this.clock.now();
    if (file === undefined) {
      await repository.saveContents(scope, { name, createdAt, tables: await this.contents.capture(scope) });
    } else {
      const { takenAt, frozen, account, tables } = file;
      await repository.insertSnapshot(scope, { name, createdAt, takenAt: new Date(takenAt), content: { frozen, account, tables } });
      await requireUsable(scope, this.contents, name, file);
    }
    return requireSnapshot(scope, name);
  }

  /** @throws IksError snapshotNotFound */
  async export(scope: AccountScope, name: string): Promise<SnapshotFile> {
    const found = await repository.findContent(scope, name);
    if (found === undefined) throw IksError.of('snapshotNotFound', name);
    return { takenAt: found.takenAt, ...found.content };
  }

  /** @throws IksError snapshotNotFound */
  async remove(scope: AccountTransaction, name: string): Promise<void> {
    if (!(await repository.deleteSnapshot(scope, name))) throw IksError.of('snapshotNotFound', name);
  }

  /**
   * Puts what a snapshot of the account `source` holds in the place of all that is in the account: the same ids,
   * addresses, pending transitions and time, which goes on from there unless it stood still.
   * @throws IksError snapshotNotFound
   */
  async restore(scope: AccountTransaction, source: AccountScope, name: string): Promise<SnapshotSummary> {
    const snapshot = await requireSnapshot(source, name);
    await this.contents.erase(scope);
    await this.contents.write(scope, repository.rowsOf(source.account.id, name));
    const { idSeed, sequence } = await repository.restoreAccount(scope, source.account.id, name);
    scope.ids.resume(idSeed, sequence);
    await setClock(scope, {
      clockFrozenAt: snapshot.frozen ? snapshot.takenAt : null,
      clockOffset: BigInt(snapshot.takenAt.getTime() - this.clock.now().getTime()),
    });
    return snapshot;
  }

  /**
   * Makes a new account of what a snapshot holds.
   * @throws IksError snapshotNotFound, accountNameTaken
   */
  async fork(source: AccountScope, name: string, accountName: string): Promise<{ account: Account; apiKey: string }> {
    await requireSnapshot(source, name);
    return this.accounts.create(accountName, {}, (scope) => this.restore(scope, { ...source, database: scope.database, ask: scope.ask }, name));
  }

  /**
   * What changed from one snapshot to another, or to the account as it is now.
   * @throws IksError snapshotNotFound
   */
  async diff(scope: AccountScope, name: string, other: string | undefined): Promise<Diff> {
    const before = await this.export(scope, name);
    const after =
      other === undefined
        ? await repository.readRows(scope, await this.contents.capture(scope))
        : (await this.export(scope, other)).tables;
    return compareRows(await this.contents.tables(scope), before.tables, after);
  }
}

async function requireSnapshot(scope: AccountScope, name: string): Promise<SnapshotSummary> {
  const snapshot = await repository.findSnapshot(scope, name);
  if (snapshot === undefined) throw IksError.of('snapshotNotFound', name);
  return snapshot;
}
