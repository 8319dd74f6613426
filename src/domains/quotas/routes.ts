import { z } from 'zod';
import type { Routes } from '../../operations/router.js';
import { Quota } from './schemas.js';
import { listQuotas } from './service.js';
import { toQuota } from './wire.js';

export const quotaRoutes: Routes = ({ read }) => {
  read(
    'getQuota',
    { summary: "List the account's quotas and what is in use of them", answer: z.array(Quota) },
    async (scope) => (await listQuotas(scope)).map(toQuota),
  );
};
