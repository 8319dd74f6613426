import type { IdSource } from '../../core/ids.js';
import type { Settling, Transition } from '../../core/lifecycle.js';
import type { Ask } from '../../database/ask.js';
import type { Account, Prisma, PrismaClient } from '../../generated/prisma/client.js';
import type { Caller } from './caller.js';

/** What one request sees of one account: whose data, at which moment, through which connection. */
export interface AccountScope {
  readonly account: Account;
  /** The account's time, read once for the request; inside an arrival, the moment of the arrival. */
  readonly now: Date;
  readonly database: PrismaClient | Prisma.TransactionClient;
  /** Through the same connection. */
  readonly ask: Ask;
  /** For whom the request acts; the account's owner where it is the emulator itself that does. */
  readonly caller: Caller;
}

/**
 * A scope that may write: inside one transaction that holds the lock of the account's row, so that no two
 * changes of an account run at the same time, in this process or another.
 */
export interface AccountTransaction extends AccountScope {
  readonly database: Prisma.TransactionClient;
  readonly ids: IdSource;
  /** What fell due since the account was last looked at, applied when this transaction began. */
  readonly settled: readonly Transition[];
  /** Every settling in this transaction, which is told of when it is committed. */
  readonly settlings: Settling[];
}

/** The same while that is being applied. */
export type UnsettledTransaction = Omit<AccountTransaction, 'settled'>;
