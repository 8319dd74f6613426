import type { z } from 'zod';
import { accountTime } from '../../core/clock.js';
import { printSpeed } from '../../core/speed.js';
import type { Account as AccountRow } from '../../generated/prisma/client.js';
import type { Account } from './schemas.js';

export const toAccount = (account: AccountRow, realNow: Date): z.input<typeof Account> => ({
  id: account.id,
  name: account.name,
  createdAt: account.createdAt.toISOString(),
  speed: printSpeed(account.speed),
  vlanPolicy: account.vlanPolicy,
  clusterQuota: account.clusterQuota,
  workerQuota: account.workerQuota,
  idSeed: account.idSeed,
  now: accountTime(account, realNow).toISOString(),
  frozen: account.clockFrozenAt !== null,
});
