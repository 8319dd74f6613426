import { z } from 'zod';
import { Side } from '../../domains/networking/vlans/schemas.js';

export const VlanOrder = z
  .object({
    zone: z.string().meta({ description: 'Id of a classic zone.' }),
    type: Side,
    router: z.string().optional().meta({
      description: 'Such as `02a` or `bcr02a.dal10`. Without it, one that nothing of the account is behind in the zone.',
    }),
  })
  .meta({ id: 'VlanOrder', examples: [{ zone: 'dal10', type: 'private', router: '02a' }] });
