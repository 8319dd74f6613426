import type { Lifecycle } from '../../core/lifecycle.js';
import type { SubdomainState } from '../../generated/prisma/enums.js';

/** The host name shows once it is registered with the addresses of the public ALBs (R53, R253). */
export const subdomainLifecycle: Lifecycle<SubdomainState> = {
  registering: { step: { to: 'registered', after: 'subdomain registering' }, next: ['registered'], actions: [] },
  registered: { next: [], actions: [] },
};
