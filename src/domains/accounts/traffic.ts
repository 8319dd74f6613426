import type { AuthMode } from '../../generated/prisma/enums.js';

/** What an account does to the requests that it is asked. */
export interface Traffic {
  /** How many there may be within ten seconds (R106); null sets no limit. */
  readonly requestQuota: number | null;
  /** Whether some may be struck by faults, armed or not. */
  readonly hasFaults: boolean;
}

/** What it does to requests that nobody signed. */
export interface OpenTraffic extends Traffic {
  /** Whether they are taken for the owner's; null leaves it to the server. */
  readonly auth: AuthMode | null;
}
