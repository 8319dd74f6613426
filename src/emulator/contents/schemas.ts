import { z } from 'zod';

/** How many there are of each kind of thing in an account, such as `clusters` or `workerPools`. */
export const KindCounts = z.record(z.string(), z.int()).meta({
  id: 'KindCounts',
  description: 'How many there are of each kind; a kind of which there is nothing is left out.',
  examples: [{ clusters: 1, workerPools: 1, workers: 2, vlans: 2, subnets: 4 }],
});
