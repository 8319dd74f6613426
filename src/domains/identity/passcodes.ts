import type { Clock } from '../../core/clock.js';
import { digest, randomPasscode } from '../../core/ids.js';
import type { PrismaClient } from '../../generated/prisma/client.js';
import * as repository from './repository.js';

/** How long a passcode can be used, in real time. */
const LIFETIME_MINUTES = 5;

export interface PasscodeService {
  /** A passcode that logs in once, for whom this API key speaks. */
  issue(apiKeyId: string): Promise<string>;
  /** Uses a passcode up. Undefined for one that does not exist, has expired or was used. */
  redeem(passcode: string): Promise<{ readonly accountId: string; readonly apiKeyId: string } | undefined>;
}

/** Passcodes live in the database, as digests, so that every process knows them and none is used twice. */
export function createPasscodeService({ database, clock }: { database: PrismaClient; clock: Clock }): PasscodeService {
  return {
    async issue(apiKeyId) {
      const passcode = randomPasscode();
      const now = clock.now();
      const expiresAt = new Date(now.getTime() + LIFETIME_MINUTES * 60_000);
      await repository.insertPasscode(database, { hash: hashOf(passcode), apiKeyId, expiresAt }, now);
      return passcode;
    },

    async redeem(passcode) {
      const taken = await repository.takePasscode(database, hashOf(passcode));
      return taken !== null && taken.expiresAt > clock.now() ? taken : undefined;
    },
  };
}

const hashOf = (passcode: string): string => digest(64, 'passcode', passcode);
