import { accountTime, type Clock, type ClockSetting } from '../../core/clock.js';
import { digest, IdSource, randomSecret } from '../../core/ids.js';
import { IksError } from '../../errors/iks-error.js';
import type { Account, ApiKey, Prisma, PrismaClient } from '../../generated/prisma/client.js';
import { findNextDueAt } from '../../lifecycle/repository.js';
import { settle } from '../../lifecycle/settle.js';
import { type Caller, ownerOf } from './caller.js';
import { isWriteConflict } from './conflicts.js';
import { type Credential, credentialOfKey, toNewApiKey } from './credential.js';
import * as repository from './repository.js';
import type { NewApiKey } from './repository.js';
import type { AccountScope, AccountTransaction } from './scope.js';
import type { AccountSettings } from './settings.js';

const DEFAULT_ACCOUNT_NAME = 'default';

/** How an account is to be from the start, as far as it is not the usual way. */
export type NewAccountSettings = AccountSettings & { readonly idSeed?: string | undefined };

const WRITE_ATTEMPTS = 5;

/** The accounts of one database: finds or makes them, and opens each to one request at a time. */
export class AccountService {
  readonly defaultAccountId = digest(32, 'default account');

  constructor(
    private readonly database: PrismaClient,
    private readonly clock: Clock,
    private readonly defaultSpeed: number,
  ) {}

  /**
   * The account as it is now, everything due applied, for reading.
   * @throws IksError notAuthenticated when the account is gone, so that clients log in again.
   */
  async open(accountId: string, caller: Caller = ownerOf(accountId)): Promise<AccountScope> {
    const account = await this.find(accountId);
    const now = accountTime(account, this.clock.now());
    if (account.nextDueAt === null || account.nextDueAt > now) return { account, now, database: this.database, caller };
    await this.change(accountId, () => Promise.resolve());
    return { account: await this.find(accountId), now, database: this.database, caller };
  }

  /**
   * Runs one use case in one transaction that holds the account's lock, after everything due is applied.
   * What `work` throws undoes all of it. A conflict with another process is tried again.
   * @throws IksError notAuthenticated when the account is gone, and whatever `work` throws.
   */
  async change<Result>(
    accountId: string,
    work: (scope: AccountTransaction) => Promise<Result>,
    caller: Caller = ownerOf(accountId),
  ): Promise<Result> {
    await this.find(accountId);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.database.$transaction((database) => this.workIn(database, caller, work));
      } catch (error) {
        if (attempt === WRITE_ATTEMPTS || !isWriteConflict(error)) throw error;
      }
    }
  }

  /** How many requests within ten seconds the account may make (R106); null sets no limit. */
  requestQuotaOf(accountId: string): Promise<number | null> {
    return repository.findRequestQuota(this.database, accountId);
  }

  /** Makes the account that a credential leads to at its first use, and the key that it is there. */
  async makeOwn(credential: Credential): Promise<ApiKey> {
    const { ownAccountId: id, hash } = credential;
    await this.database.$transaction((database) => this.insert(database, id, id, {}, toNewApiKey(credential)));
    return repository.getApiKey(this.database, hash);
  }

  /**
   * Makes a named account with an API key of its own. What `fill` puts into it comes with it, or nothing does.
   * @throws IksError accountNameTaken, and whatever `fill` throws
   */
  async create(name: string, settings: NewAccountSettings, fill?: (scope: AccountTransaction) => Promise<unknown>): Promise<{ account: Account; apiKey: string }> {
    const isTaken = name === DEFAULT_ACCOUNT_NAME || (await repository.findAccountByIdOrName(this.database, name)) !== null;
    if (isTaken) throw IksError.of('accountNameTaken', name);
    const apiKey = randomSecret();
    const credential = credentialOfKey(apiKey);
    const { ownAccountId: id } = credential;
    await this.database.$transaction(async (database) => {
      await this.insert(database, id, name, settings, toNewApiKey(credential));
      // Somebody else may have taken the name in this moment; then nothing was inserted.
      if ((await repository.findAccount(database, id)) === null) throw IksError.of('accountNameTaken', name);
      if (fill !== undefined) await this.workIn(database, ownerOf(id), fill);
    });
    return { account: await this.find(id), apiKey };
  }

  list(): Promise<Account[]> {
    return repository.listAccounts(this.database);
  }

  /** @throws IksError accountNotFound */
  async resolve(idOrName: string): Promise<Account> {
    if (idOrName === DEFAULT_ACCOUNT_NAME) return this.find(this.defaultAccountId);
    const account = await repository.findAccountByIdOrName(this.database, idOrName);
    if (account === null) throw IksError.of('accountNotFound', idOrName);
    return account;
  }

  /** @throws IksError accountNotFound */
  async remove(idOrName: string): Promise<void> {
    const { id } = await this.resolve(idOrName);
    await repository.deleteAccount(this.database, id);
  }

  private async find(accountId: string): Promise<Account> {
    const account = await repository.findAccount(this.database, accountId);
    if (account !== null) return account;
    if (accountId !== this.defaultAccountId) throw IksError.of('notAuthenticated', 'its account does not exist');
    await this.database.$transaction((database) => this.insert(database, accountId, DEFAULT_ACCOUNT_NAME, {}, undefined));
    return this.find(accountId);
  }

  private async workIn<Result>(
    database: Prisma.TransactionClient,
    caller: Caller,
    work: (scope: AccountTransaction) => Promise<Result>,
  ): Promise<Result> {
    const { accountId } = caller;
    const account = await repository.lockAccount(database, accountId);
    if (account === undefined) throw IksError.of('notAuthenticated', 'its account does not exist');
    const ids = new IdSource(account.idSeed, account.sequence);
    const now = accountTime(account, this.clock.now());
    const scope = { account, now, database, ids, caller };
    const isDue = account.nextDueAt !== null && account.nextDueAt <= now;
    const settled = isDue ? await settle(scope, now) : [];
    const result = await work({ ...scope, settled });
    await repository.saveProgress(database, accountId, { sequence: ids.drawn, nextDueAt: await findNextDueAt(scope) });
    return result;
  }

  private async insert(
    database: Prisma.TransactionClient,
    id: string,
    name: string,
    settings: NewAccountSettings,
    apiKey: NewApiKey | undefined,
  ): Promise<void> {
    const createdAt = this.clock.now();
    const vlanSpanningModifiedAt = settings.vlanSpanning === true ? createdAt : null;
    await repository.insertAccount(database, {
      account: {
        ...settings,
        id,
        name,
        createdAt,
        speed: settings.speed ?? this.defaultSpeed,
        idSeed: settings.idSeed ?? id,
        vlanSpanningModifiedAt,
      },
      resourceGroup: { accountId: id, id: digest(32, 'resource group', id), name: 'Default', isDefault: true, createdAt },
      apiKey,
    });
  }
}

/** Changes how an account behaves. A VLAN spanning that really changes takes the date of the change (R18). */
export function changeSettings({ database, account, now }: AccountTransaction, settings: AccountSettings): Promise<Account> {
  const { vlanSpanning = account.vlanSpanning } = settings;
  const changed = vlanSpanning === account.vlanSpanning ? {} : { vlanSpanningModifiedAt: now };
  return repository.saveSettings(database, account.id, { ...settings, ...changed });
}

/** Moves, stops or starts an account's clock. */
export const setClock = ({ database, account }: AccountTransaction, setting: ClockSetting): Promise<Account> =>
  repository.saveSettings(database, account.id, setting);
