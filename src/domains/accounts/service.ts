import AsyncLock from 'async-lock';
import { accountTime, type Clock } from '../../core/clock.js';
import type { Settling } from '../../core/lifecycle.js';
import { digest, IdSource, randomSecret } from '../../core/ids.js';
import { askTogether } from '../../database/ask.js';
import { IksError } from '../../errors/iks-error.js';
import type { Account, ApiKey, Prisma, PrismaClient } from '../../generated/prisma/client.js';
import { settle, tellSettling } from '../../lifecycle/settle.js';
import { type Caller, ownerOf } from './caller.js';
import { isWriteConflict } from './conflicts.js';
import { type Credential, credentialOfKey, toNewApiKey } from './credential.js';
import * as repository from './repository.js';
import type { NewApiKey } from './repository.js';
import type { AccountScope, AccountTransaction } from './scope.js';
import type { AccountSettings } from './settings.js';
import type { AccountMoment, AccountVersion, OpenTraffic } from './traffic.js';

const DEFAULT_ACCOUNT_NAME = 'default';

/** How an account is to be from the start, as far as it is not the usual way. */
export type NewAccountSettings = AccountSettings & {
  /** What identifiers are drawn from; the account's own id when absent. */
  readonly idSeed?: string | undefined;
  /** The key that logs in to it, which its id follows from; a secret of chance when absent. */
  readonly apiKey?: string | undefined;
};

type Fill = (scope: AccountTransaction) => Promise<unknown>;

/** An account that was made, and the key that logs in to it: absent for `default`, which needs none. */
interface MadeAccount {
  readonly account: Account;
  readonly apiKey: string | undefined;
}

/** Several accounts at once, in one transaction. */
export interface AccountBatch {
  /** By id or name; null where there is none. */
  find(idOrName: string): Promise<Account | null>;
  /** As {@link AccountService.create}, but makes `default` too. */
  create(name: string, settings: NewAccountSettings, fill: Fill): Promise<MadeAccount>;
  /** As {@link AccountService.change}, by the owner of the account. */
  change(accountId: string, fill: Fill): Promise<void>;
}

const WRITE_ATTEMPTS = 5;

/** The accounts of one database: finds or makes them, and opens each to one request at a time. */
export class AccountService {
  readonly defaultAccountId = digest(32, 'default account');

  /**
   * The requests of one account wait for each other here rather than at its row: a crowd of them holds one connection
   * then, and other accounts have the rest. Between processes the row decides.
   */
  private readonly turns = new AsyncLock({ maxPending: Infinity });

  constructor(
    private readonly database: PrismaClient,
    private readonly clock: Clock,
    private readonly defaultSpeed: number,
    /** Is called for every change that was committed. */
    private readonly onChange: () => void = () => undefined,
  ) {}

  /**
   * The caller's account as it is now, everything due applied, for reading.
   * @throws IksError notAuthenticated when the account is gone, so that clients log in again.
   */
  async open(caller: Caller): Promise<AccountScope> {
    return this.openFound(await this.find(caller.accountId), caller);
  }

  /** As {@link open}, of an account that was read just now; its owner opens it unless told. */
  async openFound(account: Account, caller: Caller = ownerOf(account.id)): Promise<AccountScope> {
    const now = accountTime(account, this.clock.now());
    const through = { database: this.database, ask: askTogether(this.database) };
    if (!isDue(account, now)) return { account, now, ...through, caller };
    const settledAt = await this.change(caller, (scope) => Promise.resolve(scope.now));
    return { account: await this.find(account.id), now: settledAt, ...through, caller };
  }

  /** Whether an account is as it was at a version: nothing was changed since, and nothing is due. */
  isStill(account: AccountMoment, { createdAt, revision }: AccountVersion): boolean {
    const isSame = account.createdAt.getTime() === createdAt.getTime() && account.revision === revision;
    return isSame && !isDue(account, accountTime(account, this.clock.now()));
  }

  /**
   * Runs one use case in one transaction that holds the lock of the caller's account, after everything due is applied.
   * What `work` throws undoes all of it. A conflict with another process is tried again.
   * @throws IksError notAuthenticated when the account is gone, and whatever `work` throws.
   */
  async change<Result>(caller: Caller, work: (scope: AccountTransaction) => Promise<Result>): Promise<Result> {
    const { accountId } = caller;
    // The default account is made at its first use; whether others are there, the lock of their row tells.
    if (accountId === this.defaultAccountId) await this.find(accountId);
    return this.turns.acquire(accountId, () => this.transact((database, settlings) => this.workIn(database, settlings, caller, work)));
  }

  /**
   * Runs one use case over several accounts in one transaction: all of it is done, or nothing. Two of them run one
   * after the other, so that each sees which accounts the other has made.
   * @throws whatever `work` throws
   */
  together<Result>(work: (accounts: AccountBatch) => Promise<Result>): Promise<Result> {
    return this.transact(async (database, settlings) => {
      await repository.lockBatches(database);
      return work({
        find: (idOrName) =>
          idOrName === DEFAULT_ACCOUNT_NAME
            ? repository.findAccount(database, this.defaultAccountId)
            : repository.findAccountByIdOrName(database, idOrName),
        create: (name, settings, fill) => this.createIn(database, settlings, name, settings, fill),
        change: async (accountId, fill) => {
          await this.workIn(database, settlings, ownerOf(accountId), fill);
        },
      });
    });
  }

  /** What the account does to requests; undefined as long as it does not exist. */
  trafficOf(accountId: string): Promise<OpenTraffic | undefined> {
    return repository.findTraffic(this.database, accountId);
  }

  /** Makes the account that a credential leads to at its first use, and the key that it is there. */
  async makeOwn(credential: Credential): Promise<ApiKey> {
    const { ownAccountId: id, hash } = credential;
    await this.database.$transaction((database) => this.insert(database, id, id, {}, toNewApiKey(credential)));
    return repository.getApiKey(this.database, hash);
  }

  /**
   * Makes a named account with an API key of its own. What `fill` puts into it comes with it, or nothing does.
   * @throws IksError accountNameTaken, apiKeyTaken, and whatever `fill` throws
   */
  async create(name: string, settings: NewAccountSettings, fill?: Fill): Promise<{ account: Account; apiKey: string }> {
    if (name === DEFAULT_ACCOUNT_NAME) throw IksError.of('accountNameTaken', name);
    const { apiKey = randomSecret() } = settings;
    const { account } = await this.transact((database, settlings) => this.createIn(database, settlings, name, { ...settings, apiKey }, fill));
    return { account, apiKey };
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
    if (!(await repository.deleteAccount(this.database, id))) throw IksError.of('accountNotFound', idOrName);
  }

  private async createIn(
    database: Prisma.TransactionClient,
    settlings: Settling[],
    name: string,
    wish: NewAccountSettings,
    fill?: Fill,
  ): Promise<MadeAccount> {
    const { apiKey: wanted = randomSecret(), ...settings } = wish;
    const isDefault = name === DEFAULT_ACCOUNT_NAME;
    const credential = credentialOfKey(wanted);
    const id = isDefault ? this.defaultAccountId : credential.ownAccountId;
    const apiKey = isDefault ? undefined : wanted;
    if ((await repository.findAccountByIdOrName(database, name)) !== null) throw IksError.of('accountNameTaken', name);
    if ((await repository.findAccount(database, id)) !== null) throw IksError.of('apiKeyTaken');
    await this.insert(database, id, name, settings, isDefault ? undefined : toNewApiKey(credential));
    // Somebody else may have taken the name or the key in this moment; then nothing was inserted.
    const inserted = await repository.findAccount(database, id);
    if (inserted === null) throw IksError.of('accountNameTaken', name);
    const key = isDefault ? null : await repository.findApiKey(database, credential.hash);
    if (inserted.name !== name || (key !== null && key.accountId !== id)) throw IksError.of('apiKeyTaken');
    if (fill !== undefined) await this.workIn(database, settlings, ownerOf(id), fill);
    return { account: (await repository.findAccount(database, id)) ?? inserted, apiKey };
  }

  /** A conflict with another process is tried again. What `work` adds to `settlings` is told of when it is committed. */
  private async transact<Result>(work: (database: Prisma.TransactionClient, settlings: Settling[]) => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      const settlings: Settling[] = [];
      try {
        const result = await this.database.$transaction((database) => work(database, settlings));
        settlings.forEach(tellSettling);
        this.onChange();
        return result;
      } catch (error) {
        if (attempt === WRITE_ATTEMPTS || !isWriteConflict(error)) throw error;
      }
    }
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
    settlings: Settling[],
    caller: Caller,
    work: (scope: AccountTransaction) => Promise<Result>,
  ): Promise<Result> {
    const { accountId } = caller;
    const account = await repository.lockAccount(database, accountId);
    if (account === undefined) throw IksError.of('notAuthenticated', 'its account does not exist');
    const ids = new IdSource(account.idSeed, account.sequence);
    const now = accountTime(account, this.clock.now());
    const scope = { account, now, database, ask: askTogether(database), ids, caller, settlings };
    const settled = isDue(account, now) ? await settle(scope, now) : [];
    const result = await work({ ...scope, settled });
    await repository.saveProgress(database, accountId, ids.drawn);
    return result;
  }

  private async insert(
    database: Prisma.TransactionClient,
    id: string,
    name: string,
    settings: Omit<NewAccountSettings, 'apiKey'>,
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

/** Whether some transition is due at the account's moment `now`. */
const isDue = ({ nextDueAt }: Pick<Account, 'nextDueAt'>, now: Date): boolean => nextDueAt !== null && nextDueAt <= now;
