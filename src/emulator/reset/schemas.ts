import { z } from 'zod';
import { KindCounts } from '../contents/schemas.js';

export const ResetAccount = z
  .object({ removed: KindCounts })
  .meta({ id: 'ResetAccount', examples: [{ removed: { clusters: 1, workerPools: 1, workers: 2, vlans: 2, subnets: 4 } }] });
