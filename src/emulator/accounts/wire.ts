import type { z } from 'zod';
import { accountTime } from '../../core/clock.js';
import { printSettings } from '../../domains/accounts/settings.js';
import type { Account as AccountRow } from '../../generated/prisma/client.js';
import type { Account } from './schemas.js';

export const toAccount = (account: AccountRow, realNow: Date): z.input<typeof Account> => ({
  id: account.id,
  name: account.name,
  createdAt: account.createdAt.toISOString(),
  ...printSettings(account),
  idSeed: account.idSeed,
  now: accountTime(account, realNow).toISOString(),
  frozen: account.clockFrozenAt !== null,
});
