import { toCounts } from '../contents/wire.js';
import type { ControlRouter } from '../control-router.js';
import { ResetAccount } from './schemas.js';
import type { ResetService } from './service.js';

/** An account as if it were new, in less time than it takes to make one. */
export function resetRoutes(router: ControlRouter, service: ResetService): void {
  router.find(
    'resetAccount',
    ['POST', '/accounts/{account}/reset', 200],
    {
      summary: 'Empty an account',
      description:
        'Removes everything in the account, faults and journal included, and sets its clock to real time. The same calls then give the same ids again. Settings, API keys and snapshots stay.',
      answer: ResetAccount,
    },
    async ({ id }) => ({ removed: toCounts(await service.reset(id)) }),
  );
}
