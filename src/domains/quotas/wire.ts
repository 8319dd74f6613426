import type { z } from 'zod';
import type { Quota } from './schemas.js';
import type { Quota as QuotaInUse } from './service.js';

export const toQuota = ({ type, limit, regions }: QuotaInUse): z.input<typeof Quota> => ({
  type,
  infrastructure: 'classic',
  regions: regions.map(({ id, used }) => ({ id, quota: limit, used })),
});
