import type { Account } from '../../generated/prisma/client.js';

/** Tells an account from what it was before and will be after the next change, and from others that had its id. */
export type AccountVersion = Pick<Account, 'createdAt' | 'revision'>;

/** Which version an account is at, and from when on it is another without anybody's doing. */
export type AccountMoment = AccountVersion & Pick<Account, 'clockOffset' | 'clockFrozenAt' | 'nextDueAt'>;

/** What a request has to know of its account before it is handled. */
export type Traffic = AccountMoment & {
  /** How many requests there may be within ten seconds (R106); null sets no limit. */
  readonly requestQuota: number | null;
  /** Whether some may be struck by faults, armed or not. */
  readonly hasFaults: boolean;
};

/** Of requests that nobody signed: whether they are taken for the owner's; null leaves it to the server. */
export type OpenTraffic = Traffic & Pick<Account, 'auth'>;
